import { type OfficeBody, officesOf, partyRoleOf } from '../../shared/rules/roles.ts'
import type { ReadScope } from '../app/scopes.ts'
import { membersIn } from './members.ts'

export interface Officer {
  readonly id: string
  readonly name: string
  readonly post: string
}

interface Body {
  readonly id: string
  readonly parentId: string | null
  readonly kind: string
}

const rank = { secretary: 0, committee: 1, none: 2 }

/**
 * Those who hold a Party office on a day, by organization, secretaries first. 党总支书记 and 党委委员 on a branch's roster hold it in the body
 * above; a dated appointment that names its organization says more than the title.
 */
export async function officers(db: ReadScope['db'], on: string): Promise<Map<string, Officer[]>> {
  const bodies = new Map((await db.selectFrom('organization').select(['id', 'parentId', 'kind']).where('voidedAt', 'is', null).execute()).map(o => [o.id, o]))
  const people = await membersIn(db).select(['id', 'name', 'organizationId', 'partyPost']).orderBy('nameOrder').execute()
  const appointed = await db
    .selectFrom('appointment')
    .select(['personId', 'organizationId', 'post', 'startsOn', 'endsOn'])
    .where('voidedAt', 'is', null)
    .execute()
  const dated = new Map<string, { organizationId: string | null; post: string; holds: boolean }[]>()
  for (const a of appointed) {
    const list = dated.get(a.personId) ?? []
    list.push({ ...a, holds: a.startsOn <= on && (a.endsOn === null || a.endsOn >= on) })
    dated.set(a.personId, list)
  }
  const byBody = new Map<string, Officer[]>()
  const seat = (bodyId: string | undefined, officer: Officer) => {
    if (bodyId) byBody.set(bodyId, [...(byBody.get(bodyId) ?? []), officer])
  }
  for (const { id, name, organizationId, partyPost } of people) {
    const own = organizationId ? bodies.get(organizationId) : undefined
    const held = dated.get(id)
    const posts = held ? held.filter(a => a.holds).map(a => ({ post: a.post, at: a.organizationId })) : partyPost ? [{ post: partyPost, at: null }] : []
    for (const { post, at } of posts) {
      if (at) seat(partyRoleOf(post) === 'none' ? undefined : at, { id, name, post })
      else for (const office of officesOf(post)) seat(bodyFor(office.body, own, bodies)?.id, { id, name, post: office.title })
    }
  }
  for (const list of byBody.values()) list.sort((a, b) => rank[partyRoleOf(a.post)] - rank[partyRoleOf(b.post)])
  return byBody
}

const kindsOf: Readonly<Record<OfficeBody, readonly string[]>> = { own: [], generalBranch: ['generalBranch'], committee: ['committee', 'workCommittee'] }

/** The body that a title names, going up from the member's own; its own where there is none above. */
function bodyFor(body: OfficeBody, own: Body | undefined, bodies: ReadonlyMap<string, Body>): Body | undefined {
  if (body === 'own') return own
  let at = own
  for (let depth = 0; at && depth < 20; depth++) {
    if (kindsOf[body].includes(at.kind)) return at
    at = at.parentId ? bodies.get(at.parentId) : undefined
  }
  return own
}
