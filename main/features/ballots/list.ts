import { sql } from 'kysely'
import type { ballotsApi } from '../../../shared/api/ballots.ts'
import { type BallotState, ballotStates } from '../../../shared/domain/ballot-words.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { stateOf } from '../../ballots/read.ts'
import { among } from '../../db/among.ts'
import { like } from '../../records/find.ts'
import { subtreeIds } from '../../records/subtree.ts'

type Db = ReadScope['db']
type Api = typeof ballotsApi
type Found = Omit<InputOf<Api['ballot.list']>, 'offset' | 'limit' | 'state'>
export type Listed = OutputOf<Api['ballot.list']>['rows'][number]

/** Ballots that are kept, with their latest count, open or closed. */
const counted = (db: Db) =>
  db
    .selectFrom('ballot as b')
    .leftJoin('ballotCount as c', join =>
      join
        .onRef('c.ballotId', '=', 'b.id')
        .on('c.voidedAt', 'is', null)
        .on(sql<boolean>`c.number = (SELECT max(l.number) FROM ballotCount l WHERE l.ballotId = b.id AND l.voidedAt IS NULL)`),
    )
    .where('b.voidedAt', 'is', null)
    .select(['b.id', 'b.name', 'b.kind', 'b.heldOn', 'c.id as countId', 'c.closedOn'])
    .select(sql<number>`(SELECT count(*) FROM ballotRow r WHERE r.ballotId = b.id AND r.part = 'graded')`.as('rows'))
    .select(sql<number>`(SELECT count(*) FROM gradeDecision d WHERE d.ballotId = b.id AND d.voidedAt IS NULL)`.as('decided'))

interface Counted {
  readonly countId: string | null
  readonly closedOn: string | null
  readonly rows: number
  readonly decided: number
}
const stateIn = ({ countId, closedOn, rows, decided }: Counted): BallotState => stateOf(countId === null ? null : { closedOn }, rows, decided)

/** The ballots of a year with how far they are, in the order of the tree. A county has a thousand of them: all are read at once. */
export async function listBallots(db: Db, { year, organizationId, kind, roundId, search }: Found): Promise<Listed[]> {
  let found = counted(db).innerJoin('organization as o', 'o.id', 'b.organizationId').where('b.year', '=', year)
  if (kind) found = found.where('b.kind', '=', kind)
  if (roundId) found = found.where('b.roundId', '=', roundId)
  if (organizationId) found = found.where(among('b.organizationId', await subtreeIds(db, organizationId)))
  if (search) found = found.where(sql<boolean>`(b.name LIKE ${like(search)} ESCAPE '\\' OR o.name LIKE ${like(search)} ESCAPE '\\')`)
  const rows = await found
    .select(['b.version', 'b.organizationId', 'o.name as organization', 'b.roundId'])
    .select(sql<number | null>`(SELECT sum(t.issued) FROM ballotReturn t WHERE t.ballotCountId = c.id)`.as('issued'))
    .select(sql<number | null>`(SELECT sum(t.returned) FROM ballotReturn t WHERE t.ballotCountId = c.id)`.as('returned'))
    .orderBy('o.nameOrder')
    .orderBy('b.heldOn', 'desc')
    .orderBy('b.id')
    .execute()
  return rows.map(({ countId, closedOn, ...row }) => ({ ...row, state: stateIn({ ...row, countId, closedOn }) }))
}

/** The ballots that someone stood in, newest first, with what was decided of each row. */
export async function ballotsOfPerson(db: Db, { personId }: InputOf<Api['ballot.ofPerson']>): Promise<OutputOf<Api['ballot.ofPerson']>> {
  const rows = await counted(db)
    .innerJoin('ballotRow as own', 'own.ballotId', 'b.id')
    .leftJoin('gradeDecision as said', join => join.onRef('said.ballotId', '=', 'b.id').onRef('said.row', '=', 'own.number').on('said.voidedAt', 'is', null))
    .where('own.personId', '=', personId)
    .select(['b.year', 'said.grade', 'said.decidedOn'])
    .orderBy('b.year', 'desc')
    .orderBy('b.heldOn', 'desc')
    .orderBy('b.id')
    .execute()
  return rows.map(row => {
    const { id: ballotId, year, name, kind, heldOn, grade, decidedOn } = row
    return { ballotId, year, name, kind, heldOn, state: stateIn(row), grade, decidedOn }
  })
}

/** How many ballots are in each state. */
export function byStateOf(rows: readonly { readonly state: BallotState }[]): Record<BallotState, number> {
  const counts = Object.fromEntries(Object.keys(ballotStates).map(state => [state, 0]))
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  const { planned = 0, counting = 0, closed = 0, decided = 0 } = counts
  return { planned, counting, closed, decided }
}
