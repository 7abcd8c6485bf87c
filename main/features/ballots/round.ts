import type { Ballot } from '../../../shared/domain/ballot.ts'
import type { ReadScope } from '../../app/scopes.ts'

/** Where a ballot stands among those of its round, in the order of the tree: the one before, the one after. */
export async function roundOf(db: ReadScope['db'], { id, roundId }: Pick<Ballot, 'id' | 'roundId'>) {
  if (roundId === null) return null
  const round = await db.selectFrom('ballotRound').select(['id', 'name']).where('id', '=', roundId).limit(1).executeTakeFirst()
  if (!round) return null
  const ids = (
    await db
      .selectFrom('ballot as b')
      .innerJoin('organization as o', 'o.id', 'b.organizationId')
      .select('b.id')
      .where('b.roundId', '=', roundId)
      .where('b.voidedAt', 'is', null)
      .orderBy('o.nameOrder')
      .orderBy('b.id')
      .execute()
  ).map(row => row.id)
  const at = ids.indexOf(id)
  return { ...round, position: at + 1, of: ids.length, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null }
}
