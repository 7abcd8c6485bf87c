import { ballots } from '../../shared/ballots/index.ts'
import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import { type BallotRow, rowOf } from '../../shared/domain/ballot.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { groundFor, membersOn } from '../quotas/attending.ts'
import { isStopped, isVoter, memberFields } from '../quotas/members.ts'
import { officers } from '../quotas/officers.ts'

type Db = ReadScope['db']

/** Who stands on the list of one body, who may vote there, and of how many 正式党员 a share is taken. */
export interface Roll {
  readonly rows: readonly BallotRow[]
  readonly eligible: number
  readonly fullMembers: number
}

/** The lists of these bodies from the roster of a day. A body that has nobody gets an empty one. */
export async function rollsOf(db: Db, kind: BallotKindName, bodyIds: readonly string[], day: string): Promise<ReadonlyMap<string, Roll>> {
  const { roll } = ballots[kind]
  const bodies = await db.selectFrom('organization').select(['id', 'name', 'nameOrder', 'parentId', 'closedOn']).where('voidedAt', 'is', null).execute()
  const owner = ownersOf(bodies, new Set(bodyIds))
  const people = await membersBy(db, owner, bodies, day)
  const posts = new Map([...(await officers(db, day)).values()].flat().map(o => [o.id, o.post]))
  return new Map(
    bodyIds.map(id => {
      const members = people.get(id) ?? []
      const taking = members.filter(m => m.part !== 'excused')
      const below = bodies.filter(body => body.parentId === id && (body.closedOn === null || body.closedOn >= day)).toSorted(byName)
      const rows = roll === 'members' ? memberRows(kind, members, posts) : roll === 'bodies' ? below.map(bodyRow) : []
      return [id, { rows, eligible: taking.length, fullMembers: members.filter(m => m.voter).length }]
    }),
  )
}

interface Body {
  readonly id: string
  readonly parentId: string | null
}

/** For every body, the nearest of the chosen ones at or above it: a group's members vote in its branch. */
function ownersOf(bodies: readonly Body[], chosen: ReadonlySet<string>): ReadonlyMap<string, string> {
  const parents = new Map(bodies.map(body => [body.id, body.parentId]))
  const owners = new Map<string, string>()
  for (const { id } of bodies) {
    for (let at: string | null | undefined = id, steps = 0; at && steps < 50; at = parents.get(at), steps++) {
      if (!chosen.has(at)) continue
      owners.set(id, at)
      break
    }
  }
  return owners
}

type Member = Awaited<ReturnType<typeof membersBy>> extends Map<string, (infer M)[]> ? M : never

async function membersBy(db: Db, owner: ReadonlyMap<string, string>, bodies: readonly { readonly id: string; readonly nameOrder: string }[], day: string) {
  const where = await membersOn(db, new Set(owner.keys()), day)
  const order = new Map(bodies.map(body => [body.id, body.nameOrder]))
  const columns = ['id', 'name', 'nameOrder', 'partyPost', ...memberFields, 'mobility', 'mobilityOn', 'exemptReason'] as const
  const rows = await db.selectFrom('person').select(columns).where(among('id', where.keys())).execute()
  const byBody = new Map<string, ReturnType<typeof memberOf>[]>()
  for (const row of rows.toSorted((a, b) => compare(order.get(where.get(a.id) ?? ''), order.get(where.get(b.id) ?? '')) || compare(a.nameOrder, b.nameOrder))) {
    const body = owner.get(where.get(row.id) ?? '')
    if (body !== undefined) byBody.set(body, [...(byBody.get(body) ?? []), memberOf(row, day)])
  }
  return byBody
}

interface Row extends Readonly<Record<(typeof memberFields)[number], string | null>> {
  readonly id: string
  readonly name: string
  readonly partyPost: string | null
  readonly category: string
  readonly mobility: string | null
  readonly mobilityOn: string | null
  readonly exemptReason: string | null
}

/** Who cannot be found or whose 党籍 is stopped is proposed as 不参评; any other ground is only noted. People decide. */
function memberOf(row: Row, day: string) {
  const ground = groundFor(row, day)
  const away = row.mobility === 'lost' || isStopped(row, day)
  return {
    id: row.id,
    name: row.name,
    post: row.partyPost,
    voter: isVoter(row, day),
    part: away ? ('excused' as const) : ('graded' as const),
    reason: ground,
  }
}

/** Secretaries and committee first, as lists of a branch are read; then by the order of names. */
function memberRows(kind: BallotKindName, members: readonly Member[], posts: ReadonlyMap<string, string>): BallotRow[] {
  const seat = ({ id, post }: Member) => seatOf(posts.get(id) ?? post)
  const graded = kind === 'memberAppraisal'
  return members
    .toSorted((a, b) => seat(a) - seat(b))
    .map((m, i) => {
      const probation = graded && !m.voter && m.part === 'graded'
      return rowOf({
        number: i + 1,
        personId: m.id,
        name: m.name,
        post: posts.get(m.id) ?? m.post,
        part: probation ? 'ungraded' : m.part,
        reason: probation ? '预备党员参加测评，不评定等次' : m.reason,
      })
    })
}

function seatOf(post: string | null): number {
  if (post === null) return 3
  if (post.includes('书记')) return post.includes('副书记') ? 1 : 0
  return post.includes('委员') ? 2 : 3
}

const bodyRow = ({ id, name }: { readonly id: string; readonly name: string }, i: number): BallotRow => rowOf({ number: i + 1, organizationId: id, name })

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: { readonly nameOrder: string }, b: { readonly nameOrder: string }) => compare(a.nameOrder, b.nameOrder)
