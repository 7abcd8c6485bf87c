import type { CandidateFacts } from '../../shared/rules/selection-facts.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { postsHeld } from '../cadres/posts.ts'

/** 任职 of these people that go on, by person. */
export async function heldBy(db: ReadScope['db'], personIds: readonly string[], day: string): Promise<ReadonlyMap<string, CandidateFacts['held']>> {
  const rows = await db
    .selectFrom('postHolding as h')
    .leftJoin('post as t', 't.id', 'h.postId')
    .select(['h.id', 'h.personId', 'h.title', 'h.postId', 'h.startsOn', 't.termYears'])
    .where('h.voidedAt', 'is', null)
    .where(among('h.personId', personIds))
    .where('h.startsOn', '<=', day)
    .where(e => e.or([e('h.endsOn', 'is', null), e('h.endsOn', '>', day)]))
    .orderBy('h.startsOn')
    .execute()
  return Map.groupBy(rows, ({ personId }) => personId)
}

/** Of these posts the unit, and who holds posts in it today, by post. */
export async function unitsOf(
  { db, today }: Pick<ReadScope, 'db' | 'today'>,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, CandidateFacts['postUnit']>> {
  if (postIds.length === 0) return new Map()
  const posts = await postsHeld(db, today)
  return new Map(
    posts
      .filter(({ id }) => postIds.includes(id))
      .map(({ id, unit }) => {
        const holders = posts
          .filter(post => post.unit === unit)
          .flatMap(({ title, held }) => held.map(({ name, holdingId }) => ({ id: holdingId, name, title })))
        return [id, { unit, holders }] as const
      }),
  )
}
