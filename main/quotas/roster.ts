import type { Person } from '../../shared/domain/person.ts'
import { type PartyRole, partyRoleOf } from '../../shared/rules/roles.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { membersIn } from './members.ts'

type Db = ReadScope['db']

/** A person as he or she stood at the end of a period, as far as quotas ask. */
export interface RosterEntry {
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly organizationId: string | null
  readonly category: string
  readonly post: string | null
  readonly role: PartyRole
  readonly leader: boolean
  readonly unitKind: string | null
  readonly exemptReason: string | null
}

interface Dated {
  personId: string
}
export interface Move extends Dated {
  fromId: string | null
  toId: string
  movedOn: string
}
interface AppointmentRow extends Dated {
  post: string
  startsOn: string
  endsOn: string | null
}
interface ExemptionRow extends Dated {
  reason: string
  startsOn: string
  endsOn: string | null
}

export interface Period {
  readonly from: string
  readonly until: string
}

interface People {
  readonly quota: string
  readonly categories: readonly Person['category'][]
  readonly personIds?: readonly string[]
}

export type RosterQuery = People & Period

/** Who was under the quota in a period, where, and in what office. */
export const rosterOf = async (db: Db, query: RosterQuery): Promise<RosterEntry[]> => (await readRoster(db, query))(query)

/**
 * Reads people and what is dated about them once, to be asked for any period. What the roster says without a date
 * holds for every period until a dated record (transfer, appointment, exemption, joining) says otherwise.
 */
export async function readRoster(db: Db, query: People): Promise<(period: Period) => RosterEntry[]> {
  let people = membersIn(db, query.categories).select([
    'id',
    'name',
    'idNumber',
    'organizationId',
    'category',
    'joinedOn',
    'partyPost',
    'leader',
    'exemptReason',
  ])
  if (query.personIds) people = people.where(among('id', query.personIds))
  const rows = await people.execute()
  const transfers = await movesByPerson(db)
  const appointments = byPerson<AppointmentRow>(
    await db.selectFrom('appointment').select(['personId', 'post', 'startsOn', 'endsOn']).where('voidedAt', 'is', null).orderBy('startsOn').execute(),
  )
  const exemptions = byPerson<ExemptionRow>(
    await db
      .selectFrom('exemption')
      .select(['personId', 'reason', 'startsOn', 'endsOn'])
      .where('voidedAt', 'is', null)
      .where('quota', '=', query.quota as 'study-hours')
      .orderBy('startsOn')
      .execute(),
  )
  const unitKinds = await unitKindsByOrganization(db)
  const roles = new Map<string | null, PartyRole>()
  const roleOf = (post: string | null): PartyRole => {
    let role = roles.get(post)
    if (role === undefined) roles.set(post, (role = partyRoleOf(post)))
    return role
  }
  return period => {
    const entries: RosterEntry[] = []
    for (const p of rows) {
      if (p.joinedOn !== null && p.joinedOn > period.until) continue
      const organizationId = transfers.size ? branchOn(p.organizationId, transfers.get(p.id), period.until) : p.organizationId
      const post = appointments.size ? postIn(p.partyPost, appointments.get(p.id), period) : p.partyPost
      entries.push({
        id: p.id,
        name: p.name,
        idNumber: p.idNumber,
        organizationId,
        category: p.category,
        post,
        role: roleOf(post),
        leader: p.leader === 1,
        unitKind: organizationId === null ? null : (unitKinds.get(organizationId) ?? null),
        exemptReason: exemptions.size ? exemptionIn(p.exemptReason, exemptions.get(p.id), period) : p.exemptReason,
      })
    }
    return entries
  }
}

function byPerson<T extends Dated>(rows: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const list = map.get(row.personId)
    if (list) list.push(row)
    else map.set(row.personId, [row])
  }
  return map
}

/** The moves on file of each person who has any, in the order they came. */
export const movesByPerson = async (db: Db): Promise<ReadonlyMap<string, readonly Move[]>> =>
  byPerson<Move>(
    await db.selectFrom('transfer').select(['personId', 'fromId', 'toId', 'movedOn']).where('voidedAt', 'is', null).orderBy('movedOn').orderBy('id').execute(),
  )

/** Where someone stood on a day: after the last move by then, before the first one, or where the roster says. */
export function branchOn(current: string | null, moves: readonly Move[] | undefined, day: string): string | null {
  if (!moves?.length) return current
  const last = moves.findLast(m => m.movedOn <= day)
  return last ? last.toId : (moves[0]?.fromId ?? current)
}

const overlaps = (span: { startsOn: string; endsOn: string | null }, { from, until }: Period) =>
  span.startsOn <= until && (span.endsOn === null || span.endsOn >= from)

/** The offices held in the period, by dated appointments where there are any: a later one says more than the roster. */
function postIn(current: string | null, held: readonly AppointmentRow[] | undefined, period: Period): string | null {
  if (!held?.length) return current
  const posts = held.filter(a => overlaps(a, period)).map(a => a.post)
  return posts.length ? [...new Set(posts)].join('、') : null
}

function exemptionIn(current: string | null, spans: readonly ExemptionRow[] | undefined, period: Period): string | null {
  if (!spans?.length) return current
  return spans.findLast(e => overlaps(e, period))?.reason ?? null
}

/** Each organization's 单位类别, its own or the nearest above. */
async function unitKindsByOrganization(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('organization').select(['id', 'parentId', 'unitKind']).execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  const kinds = new Map<string, string>()
  for (const row of rows) {
    let at = row
    for (let depth = 0; depth < 20 && !at.unitKind && at.parentId; depth++) at = byId.get(at.parentId) ?? { ...at, parentId: null }
    if (at.unitKind) kinds.set(row.id, at.unitKind)
  }
  return kinds
}
