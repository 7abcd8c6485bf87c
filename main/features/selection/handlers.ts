import { ballots as ballotDeclarations } from '../../../shared/ballots/index.ts'
import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { selectionsApi } from '../../../shared/api/selections.ts'
import { procedureCase } from '../../../shared/domain/procedure-case.ts'
import { candidate } from '../../../shared/domain/selection.ts'
import { AppError } from '../../../shared/errors.ts'
import { selectionFindings } from '../../../shared/rules/selection-findings.ts'
import { gatesOf } from '../../../shared/rules/selection-gates.ts'
import { fewest } from '../../../shared/rules/shares.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { ballotsOf, type DossierBallot } from '../../selection/ballots.ts'
import { comparedOf } from '../../selection/compare.ts'
import { draftOf } from '../../selection/draft.ts'
import { type Dossier, type KnownCandidate, readDossier } from '../../selection/read.ts'
import { talksOf } from '../../selection/talks.ts'
import { teamStructure } from '../../selection/structure.ts'
import { listSelections, selectionsOfPerson } from './listed.ts'
import { advance, consider, openSelection } from './write.ts'

type Api = typeof selectionsApi

export const selectionHandlers: Handlers<keyof Api> = {
  'selection.list': listSelections,
  'selection.ofPerson': selectionsOfPerson,

  async 'selection.get'(scope, { caseId }) {
    const dossier = await dossierOf(scope, caseId)
    const findings = selectionFindings(dossier.facts)
    const held = await ballotsOf(scope.db, dossier.steps)
    const talks = await talksOf(scope.db, caseId)
    return {
      selection: dossier.selection,
      candidates: dossier.candidates.map(found => shownCandidate(found, held)),
      compared: comparedOf(dossier, findings),
      ballots: held.map(({ ballotId, step, kind, name, heldOn, closedOn }) => ({ ballotId, step, kind, name, heldOn, closedOn })),
      talks: [...talks],
      findings: findings.map(found => ({ ...found, evidence: found.evidence ? { ...found.evidence } : null })),
      gates: gatesOf(dossier.facts, findings, recommendedOn(dossier)).map(gate => ({ ...gate })),
      quorum: quorumOf(dossier),
    }
  },

  'selection.open': openSelection,
  'selection.consider': consider,
  'selection.advance': advance,

  'team.structure': teamStructure,

  async 'selection.draft'(scope, { candidateId }) {
    const row = await scope.db.selectFrom('candidate').select('caseId').where('id', '=', candidateId).limit(1).executeTakeFirst()
    if (!row) throw new AppError('record.notFound', { label: candidate.label })
    const dossier = await dossierOf(scope, row.caseId)
    const found = dossier.candidates.find(({ record }) => record.id === candidateId)
    if (!found) throw new AppError('record.voided', { label: candidate.label })
    return { text: draftOf(dossier, await ballotsOf(scope.db, dossier.steps), await talksOf(scope.db, row.caseId), found) }
  },
}

async function dossierOf(scope: ReadScope, caseId: string): Promise<Dossier> {
  const found = await readDossier(scope, caseId)
  if (!found) throw new AppError('record.notFound', { label: procedureCase.label })
  return found
}

function shownCandidate(
  { record, name, cadre, cadreId, kept }: KnownCandidate,
  held: readonly DossierBallot[],
): OutputOf<Api['selection.get']>['candidates'][number] {
  return {
    record,
    name,
    cadreId,
    photo: cadre?.photo ?? null,
    checks: [...kept.checks],
    objections: [...kept.objections],
    votes: held.flatMap(({ ballotId, step, rows }) => {
      const own = rows.find(({ personId, name: written }) => personId === record.personId || (personId === null && written === name))
      return own ? [{ ballotId, step, votes: own.votes, of: own.of }] : []
    }),
  }
}

/** The day from which 推荐结果 is valid: of the meeting, or of the talks where there was no meeting. */
function recommendedOn({ steps }: Dossier): string | null {
  const of = (key: string) => steps.findLast(({ step, doneOn }) => step === key && doneOn !== null)?.doneOn ?? null
  return of('meetingRecommendation') ?? of('talkRecommendation')
}

/** How many of the committee must be there, and agree, by the thresholds of its vote. */
function quorumOf({ steps }: Dossier): OutputOf<Api['selection.get']>['quorum'] {
  const eligible = steps.findLast(({ step, eligible: kept }) => step === 'committeeMeeting' && kept !== null)?.eligible ?? null
  if (eligible === null) return null
  const least = (code: 'quorum' | 'passing') => {
    const share = ballotDeclarations.committeeVote.thresholds.find(threshold => threshold.code === code)?.share
    return share && 'part' in share ? fewest(share, eligible) : 0
  }
  return { eligible, present: least('quorum'), agree: least('passing') }
}
