import type { BallotKindName } from '../domain/ballot-words.ts'
import type { schemeTargets } from '../domain/scheme.ts'

type Target = keyof typeof schemeTargets

const targets: Readonly<Partial<Record<BallotKindName, readonly Target[]>>> = {
  performance: ['member', 'leader'],
  goodMembers: ['member'],
  goodOrganizations: ['organization'],
  dutyAssessment: ['organization'],
}

/** Whom a scheme must be about for a kind of ballot to score by it; none for kinds that are marked. */
export const targetsFor = (kind: BallotKindName): readonly Target[] => targets[kind] ?? []
