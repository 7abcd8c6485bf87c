import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { ballotsApi } from '../../../shared/api/ballots.ts'
import type { BallotKind } from '../../../shared/ballots/kind.ts'
import type { BallotKindName } from '../../../shared/domain/ballot-words.ts'
import type { BarPurpose } from '../../../shared/rules/bars.ts'
import type { Finding } from '../../../shared/rules/ballot-findings.ts'
import type { ReadScope } from '../../app/scopes.ts'
import type { WholeBallot } from '../../ballots/read.ts'
import { rollsOf } from '../../ballots/roll.ts'
import { namedBars } from '../../supervision/bars.ts'

type Shown = OutputOf<(typeof ballotsApi)['ballot.get']>['bars']
type Scope = Pick<ReadScope, 'db' | 'today'>

/** What whoever is on the list of a kind is looked at for; null where a 影响期 says nothing about it. */
function purposeOf({ name, decision }: BallotKind): BarPurpose | null {
  if (name === 'election') return 'election'
  if (name === 'meetingRecommendation' || name === 'talkRecommendation' || name === 'committeeVote') return 'appointing'
  return decision.grades.includes('excellent') || name === 'goodMembers' ? 'excellent' : null
}

/** Where the members of a branch vote. */
const voting: readonly BallotKindName[] = ['election', 'admissionVote', 'conversionVote', 'disposalVote']

/** 影响期 of those on the list and, where members vote, of those who may have no vote (`row` null). They are warned of, and change nothing. */
export async function ballotBars({ db, today }: Scope, { ballot, kind, rows }: WholeBallot): Promise<Shown> {
  const ids = [...new Set(rows.flatMap(({ personId }) => (personId === null ? [] : [personId])))]
  const purpose = purposeOf(kind)
  const listed = purpose === null ? [] : await namedBars(db, ids, { purpose, on: today, year: ballot.year })
  const of = (personId: string) => rows.filter(row => row.personId === personId)
  return [
    ...listed.flatMap(({ personId, message, clause, evidence }) => of(personId).map(({ number }) => ({ message, clause, evidence, row: number }))),
    ...(voting.includes(kind.name) ? await votersBarred({ db, today }, ballot, ids) : []),
  ]
}

async function votersBarred({ db, today }: Scope, { organizationId, heldOn }: WholeBallot['ballot'], listed: readonly string[]): Promise<Shown> {
  const day = heldOn ?? today
  const roll = (await rollsOf(db, 'memberAppraisal', [organizationId], day)).get(organizationId)
  const others = (roll?.rows ?? []).flatMap(({ personId }) => (personId === null || listed.includes(personId) ? [] : [personId]))
  return (await namedBars(db, others, { purpose: 'voting', on: day })).map(({ message, clause, evidence }) => ({ message, clause, evidence, row: null }))
}

/** The same beside the result of a row. */
export const barsOfRow = (bars: Shown, number: number): readonly Finding[] =>
  bars.flatMap(({ row, message, clause }) => (row === number ? [{ code: 'bar', tone: 'warn', message, clause } as const] : []))
