import type { Ballot, BallotRow } from '../../shared/domain/ballot.ts'
import { type Scheme, type SchemeGroup, type SchemeItem, type ScoreAdjustment, scoreAdjustment } from '../../shared/domain/scheme.ts'
import { firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from '../records/rows.ts'

type Db = ReadScope['db']

/** 量化考核 and 双五好: the scheme whole, and what is added to a score, taken off it, or decides alone. */
export interface Scored {
  readonly scheme: Scheme
  readonly items: readonly SchemeItem[]
  readonly groups: readonly SchemeGroup[]
  readonly adjustments: readonly ScoreAdjustment[]
}

export async function readScored(db: Db, ballot: Ballot, scheme: Scheme, rows: readonly BallotRow[]): Promise<Scored> {
  return {
    scheme,
    items: await db
      .selectFrom('schemeItem')
      .select(['number', 'area', 'name', 'points', 'rule', 'evidence'])
      .where('schemeId', '=', scheme.id)
      .orderBy('number')
      .execute(),
    groups: await db.selectFrom('schemeGroup').select(['code', 'label', 'weight', 'minimum']).where('schemeId', '=', scheme.id).execute(),
    adjustments: await adjustmentsOf(db, ballot, rows),
  }
}

/** Whether it is about the person or body of a row. */
export const isAbout = (a: ScoreAdjustment, { personId, organizationId }: BallotRow): boolean =>
  personId !== null ? a.personId === personId : organizationId !== null && a.organizationId === organizationId

/** What names the scheme, and what names none in the year; but for 五个好党员, beside which a member's 加减分 is one of 量化考核. */
async function adjustmentsOf(db: Db, { schemeId, year, kind }: Ballot, rows: readonly BallotRow[]): Promise<readonly ScoreAdjustment[]> {
  const people = rows.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const bodies = rows.flatMap(({ organizationId }) => (organizationId === null ? [] : [organizationId]))
  const found = await db
    .selectFrom('scoreAdjustment')
    .selectAll()
    .where(e => e.or([among('personId', people), among('organizationId', bodies)]))
    .where('voidedAt', 'is', null)
    .where(e =>
      e.or([
        e('schemeId', '=', schemeId),
        ...(kind === 'goodMembers'
          ? []
          : [e.and([e('schemeId', 'is', null), e('happenedOn', '>=', firstDayOf(year)), e('happenedOn', '<=', lastDayOf(year))])]),
      ]),
    )
    .orderBy('happenedOn')
    .orderBy('id')
    .execute()
  return found.map(row => fromRow(scoreAdjustment, row))
}
