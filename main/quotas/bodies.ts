import type { OrganizationKind } from '../../shared/domain/organization.ts'
import { officeSubject } from '../../shared/quotas/measure.ts'
import type { BodySubjects } from '../../shared/quotas/quota.ts'
import type { Period } from '../../shared/rules/periods.ts'
import type { PartyRole } from '../../shared/rules/roles.ts'
import type { ReadScope } from '../app/scopes.ts'
import type { ExemptionSpan } from './roster.ts'

/** An organization as quotas laid upon organizations see it. */
export interface BodyEntry {
  readonly of: 'organizations'
  readonly id: string
  readonly name: string
  /** Itself: its row on a board is its own. */
  readonly organizationId: string
  readonly kind: OrganizationKind
  readonly parentId: string | null
  readonly unitKind: string | null
  readonly fullMembers: number
  readonly foundedOn: string | null
  readonly closedOn: string | null
  readonly exemptions: readonly ExemptionSpan[] | undefined
  // What targets ask of people, so that one question fits both.
  readonly category: string
  readonly role: PartyRole
  readonly leader: boolean
  readonly leaderLevel: string | null
}

async function fullMembersByBody(db: ReadScope['db']): Promise<ReadonlyMap<string | null, number>> {
  const counted = await db
    .selectFrom('person')
    .select(['organizationId', e => e.fn.countAll<number>().as('n')])
    .where('voidedAt', 'is', null)
    .where('category', '=', 'full')
    .where(e => e.or([e('membershipState', 'is', null), e('membershipState', '=', 'normal')]))
    .groupBy('organizationId')
    .execute()
  return new Map(counted.map(row => [row.organizationId, row.n]))
}

/** The office itself, where a quota is its own. It is in no tree, so a board of a part of it leaves it out. */
export const officeEntry = (name: string): BodyEntry => ({
  of: 'organizations',
  id: officeSubject,
  name,
  organizationId: officeSubject,
  kind: 'committee',
  parentId: null,
  unitKind: null,
  fullMembers: 0,
  foundedOn: null,
  closedOn: null,
  exemptions: undefined,
  category: '',
  role: 'none',
  leader: false,
  leaderLevel: null,
})

/** Reads organizations once, to be asked for any period: those that stood at any time in it. For one quota only, no more than it asks about. */
export async function readBodies(db: ReadScope['db'], only?: BodySubjects): Promise<(period: Period) => BodyEntry[]> {
  let bodies = db
    .selectFrom('organization')
    .select(['id', 'name', 'kind', 'parentId', 'unitKind', 'foundedOn', 'closedOn'])
    .where('voidedAt', 'is', null)
    .orderBy('nameOrder')
  if (only) bodies = bodies.where('kind', 'in', only.kinds)
  const rows = await bodies.execute()
  const fullMembers = only && !only.byMembers ? new Map<string | null, number>() : await fullMembersByBody(db)
  const freed = await db
    .selectFrom('bodyExemption')
    .select(['organizationId', 'quota', 'reason', 'startsOn', 'endsOn'])
    .where('voidedAt', 'is', null)
    .orderBy('startsOn')
    .execute()
  const exemptions = Map.groupBy(freed, row => row.organizationId)
  const entries = rows.map((row): BodyEntry => ({
    ...row,
    of: 'organizations',
    organizationId: row.id,
    fullMembers: fullMembers.get(row.id) ?? 0,
    exemptions: exemptions.get(row.id),
    category: '',
    role: 'none',
    leader: false,
    leaderLevel: null,
  }))
  return ({ from, until }) => entries.filter(body => (body.foundedOn === null || body.foundedOn <= until) && (body.closedOn === null || body.closedOn >= from))
}
