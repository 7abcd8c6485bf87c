import { type Post, post } from '../../shared/domain/post.ts'
import type { ReadScope } from '../app/scopes.ts'
import { fromRow } from '../records/rows.ts'

/** Who holds a post: the living holdings that have begun and not ended. */
export interface Held {
  readonly personId: string
  readonly name: string
  readonly holdingId: string
  readonly startsOn: string
  readonly level: string | null
}

export interface PostHeld extends Post {
  readonly held: readonly Held[]
  /** The day on which the last one who held it left; null where nobody did. */
  readonly leftOn: string | null
}

/** 应配、实配: every post that stands on a day, in the order of the office, with who holds it then. */
export async function postsHeld(db: ReadScope['db'], day: string): Promise<readonly PostHeld[]> {
  const rows = await db
    .selectFrom('post')
    .selectAll()
    .where('voidedAt', 'is', null)
    .where(e => e.or([e('abolishedOn', 'is', null), e('abolishedOn', '>', day)]))
    .orderBy(e => e.fn.coalesce('number', e.lit(100_000)))
    .orderBy('unit')
    .orderBy('title')
    .execute()
  const holdings = await db
    .selectFrom('postHolding as h')
    .innerJoin('person as p', 'p.id', 'h.personId')
    .leftJoin('cadre as c', join => join.onRef('c.personId', '=', 'h.personId').on('c.voidedAt', 'is', null))
    .select(['h.id as holdingId', 'h.postId', 'h.personId', 'p.name', 'h.startsOn', 'h.endsOn', 'c.level'])
    .where('h.voidedAt', 'is', null)
    .where('h.postId', 'is not', null)
    .where('h.startsOn', '<=', day)
    .orderBy('h.startsOn')
    .execute()
  const byPost = Map.groupBy(holdings, ({ postId }) => postId ?? '')
  return rows.map(row => {
    const all = byPost.get(row.id) ?? []
    const held = all.filter(({ endsOn }) => endsOn === null || endsOn > day)
    return {
      ...fromRow(post, row),
      held: held.map(({ personId, name, holdingId, startsOn, level }) => ({ personId, name, holdingId, startsOn, level })),
      leftOn:
        all
          .flatMap(({ endsOn }) => (endsOn !== null && endsOn <= day ? [endsOn] : []))
          .toSorted()
          .at(-1) ?? null,
    }
  })
}
