import { sql } from 'kysely'
import type { Person } from '../../shared/domain/person.ts'
import type { Narrow } from '../../shared/quotas/quota.ts'
import { republic } from '../../shared/quotas/subjects.ts'
import type { Period } from '../../shared/rules/periods.ts'
import { type PartyRole, partyRoleOf } from '../../shared/rules/roles.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'

type Db = ReadScope['db']

/** A person as he or she stood at the end of a period, as far as quotas ask. */
export interface RosterEntry {
  readonly of: 'people'
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly organizationId: string | null
  readonly category: string
  readonly post: string | null
  readonly role: PartyRole
  readonly leader: boolean
  readonly leaderLevel: string | null
  readonly unitKind: string | null
  readonly joinedOn: string | null
  /** 流动, and from which day where that is on file. */
  readonly floating: boolean
  readonly mobilityOn: string | null
  readonly hardship: boolean
  /** 免学时原因 as the roster has it, without a date. */
  readonly rosterReason: string | null
  readonly exemptions: readonly ExemptionSpan[] | undefined
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
export interface ExemptionSpan {
  readonly quota: string
  readonly reason: string
  readonly startsOn: string
  readonly endsOn: string | null
}

interface Asked {
  readonly categories: readonly Person['category'][]
  readonly personIds?: readonly string[] | undefined
  /** Only people of whom one of these may be true. */
  readonly narrow?: readonly Narrow[] | undefined
}

/** Everyone as he or she stood on a day, whatever the quota. */
export async function rosterOn(db: Db, day: string): Promise<RosterEntry[]> {
  return (await readRoster(db, { categories: ['full', 'probationary'] }))({ from: day, until: day })
}

/**
 * Reads people and what is dated about them once, to be asked for any period. What the roster says without a date
 * holds for every period until a dated record (transfer, appointment, exemption, joining, leaving) says otherwise.
 */
export async function readRoster(db: Db, { categories, personIds, narrow }: Asked): Promise<(period: Period) => RosterEntry[]> {
  let people = db
    .selectFrom('person')
    .select([
      'id',
      'name',
      'idNumber',
      'organizationId',
      'category',
      'joinedOn',
      'partyPost',
      'leader',
      'leaderLevel',
      'mobility',
      'mobilityOn',
      'exemptReason',
      'membershipState',
      'membershipOn',
    ])
    .where('voidedAt', 'is', null)
    .where('category', 'in', categories)
    // Who has left is of no period, unless the day is on file: then of those that ended before it.
    .where(sql<boolean>`(membershipState IS NULL OR membershipState = 'normal' OR membershipOn IS NOT NULL)`)
  if (personIds) people = people.where(among('id', personIds))
  if (narrow)
    people = people.where(
      sql<boolean>`(${sql.join(
        narrow.map(way => sql.raw(narrowed[way])),
        sql` OR `,
      )})`,
    )
  const rows = await people.execute()
  const transfers = await movesByPerson(db)
  const appointments = byPerson<AppointmentRow>(
    await db.selectFrom('appointment').select(['personId', 'post', 'startsOn', 'endsOn']).where('voidedAt', 'is', null).orderBy('startsOn').execute(),
  )
  const exemptions = byPerson<ExemptionSpan & Dated>(
    await db.selectFrom('exemption').select(['personId', 'quota', 'reason', 'startsOn', 'endsOn']).where('voidedAt', 'is', null).orderBy('startsOn').execute(),
  )
  const hardships = byPerson<Dated & { since: string; endedOn: string | null }>(
    await db.selectFrom('hardship').select(['personId', 'since', 'endedOn']).where('voidedAt', 'is', null).execute(),
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
      if (p.membershipState !== null && p.membershipState !== 'normal' && (p.membershipOn ?? '') <= period.until) continue
      const organizationId = transfers.size ? branchOn(p.organizationId, transfers.get(p.id), period.until) : p.organizationId
      const post = appointments.size ? postIn(p.partyPost, appointments.get(p.id), period) : p.partyPost
      entries.push({
        of: 'people',
        id: p.id,
        name: p.name,
        idNumber: p.idNumber,
        organizationId,
        category: p.category,
        post,
        role: roleOf(post),
        leader: p.leader === 1,
        leaderLevel: p.leaderLevel,
        unitKind: organizationId === null ? null : (unitKinds.get(organizationId) ?? null),
        joinedOn: p.joinedOn,
        floating: p.mobility === 'floating' && (p.mobilityOn ?? '') <= period.until,
        mobilityOn: p.mobilityOn,
        hardship: hardships.size > 0 && (hardships.get(p.id)?.some(h => h.since <= period.until && (h.endedOn ?? period.from) >= period.from) ?? false),
        rosterReason: p.exemptReason,
        exemptions: exemptions.size ? exemptions.get(p.id) : undefined,
      })
    }
    return entries
  }
}

const narrowed: Readonly<Record<Narrow, string>> = {
  leaders: 'leader = 1',
  officers: 'partyPost IS NOT NULL OR id IN (SELECT personId FROM appointment WHERE voidedAt IS NULL)',
  floating: "mobility = 'floating'",
  hardship: 'id IN (SELECT personId FROM hardship WHERE voidedAt IS NULL)',
  veterans: `joinedOn < '${republic}'`,
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

const overlaps = (span: { readonly startsOn: string; readonly endsOn: string | null }, { from, until }: Period) =>
  span.startsOn <= until && (span.endsOn === null || span.endsOn >= from)

/** The offices held in the period, by dated appointments where there are any: a later one says more than the roster. */
function postIn(current: string | null, held: readonly AppointmentRow[] | undefined, period: Period): string | null {
  if (!held?.length) return current
  const posts = held.filter(a => overlaps(a, period)).map(a => a.post)
  return posts.length ? [...new Set(posts)].join('、') : null
}

/** Why a quota does not bind in a period; null where it does. What is dated says more than the roster's undated reason. */
export function exemptionIn(undated: string | null, spans: readonly ExemptionSpan[] | undefined, quota: string, period: Period): string | null {
  const own = spans?.filter(e => e.quota === quota || e.quota === 'all')
  if (!own?.length) return undated
  return own.findLast(e => overlaps(e, period))?.reason ?? null
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
