import { hash } from 'node:crypto'
import {
  type Cadre,
  cadre,
  type FamilyMember,
  familyMember,
  type ResumePeriod,
  resumePeriod,
  type Reward,
  reward,
  type YearGrade,
  yearGrade,
} from '../../../shared/domain/cadre.ts'
import { type RetirementGroup, type RetirementSteps, retirementSteps } from '../../../shared/rules/retirement.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { linesByParent } from '../../records/lines.ts'
import { parametersIn } from '../../records/parameters.ts'
import { fromRow } from '../../records/rows.ts'

/** What is kept of one cadre. */
export interface Kept {
  readonly record: Cadre | undefined
  readonly resume: readonly ResumePeriod[]
  readonly family: readonly FamilyMember[]
  readonly rewards: readonly Reward[]
  readonly grades: readonly YearGrade[]
  /** The fingerprint of the photo. */
  readonly photo: string | null
  stepsOf(group: RetirementGroup): RetirementSteps | undefined
}

export const fingerprintOf = (bytes: Uint8Array): string => hash('sha256', bytes)

/** What is kept of these people as cadres, read at once. */
export async function keptOf({ db, today }: ReadScope, personIds: readonly string[]): Promise<{ of(personId: string | undefined): Kept }> {
  const rows = await db.selectFrom('cadre').selectAll().where('voidedAt', 'is', null).where(among('personId', personIds)).execute()
  const records = new Map(rows.map(row => [row.personId, fromRow(cadre, row)]))
  const ids = rows.map(row => row.id)
  const resume = await linesByParent(db, resumePeriod, ids)
  const family = await linesByParent(db, familyMember, ids)
  const rewards = await linesByParent(db, reward, ids)
  const grades = await linesByParent(db, yearGrade, ids)
  const photoIds = rows.flatMap(row => row.photo ?? [])
  const photos = await db.selectFrom('attachmentFile').select(['id', 'sha256']).where(among('id', photoIds)).execute()
  const prints = new Map(photos.map(({ id, sha256 }) => [id, sha256]))
  const numbers = await parametersIn(db)
  const stepsOf = (group: RetirementGroup) => retirementSteps(numbers, group, today)
  return {
    of(personId) {
      const record = personId === undefined ? undefined : records.get(personId)
      const id = record?.id ?? ''
      return {
        record,
        resume: resume.get(id) ?? [],
        family: family.get(id) ?? [],
        rewards: rewards.get(id) ?? [],
        grades: grades.get(id) ?? [],
        photo: prints.get(record?.photo ?? '') ?? null,
        stepsOf,
      }
    },
  }
}
