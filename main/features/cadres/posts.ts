import type { cadresApi } from '../../../shared/api/cadres.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { postsHeld } from '../../cadres/posts.ts'
import { subtreeIds } from '../../records/subtree.ts'

type Board = (typeof cadresApi)['post.board']

/** Posts by unit, in the order of the office, with who holds each today. */
export async function postBoard({ db, today }: ReadScope, { organizationId }: InputOf<Board>): Promise<OutputOf<Board>> {
  const within = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const posts = (await postsHeld(db, today)).filter(post => within === undefined || (post.organizationId !== null && within.has(post.organizationId)))
  return [...Map.groupBy(posts, post => post.unit)].map(([unit, those]) => ({
    unit,
    posts: those.map(({ id, version, title, kind, level, headcount, termYears, probation, held }) => ({
      id,
      version,
      title,
      kind,
      level,
      headcount,
      termYears,
      probation: probation === true,
      held: [...held],
    })),
  }))
}
