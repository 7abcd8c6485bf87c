import { sql } from 'kysely'
import { lines, type RecordName, records } from '../../shared/domain/index.ts'
import { isSecretDue } from '../../shared/due/secret.ts'
import { snooze } from '../../shared/domain/snooze.ts'
import { ownQuota } from '../../shared/domain/own-quota.ts'
import { ownQuotaFaults } from '../../shared/quotas/own.ts'
import { AppError, refuse } from '../../shared/errors.ts'
import type { Organization } from '../../shared/domain/organization.ts'
import { parse } from '../app/parse.ts'
import type { ReadScope } from '../app/scopes.ts'
import { subtreeIds } from './subtree.ts'

type Db = ReadScope['db']

/** An organization is not voided or closed while people or other bodies stand in it. */
export async function refuseInUse(db: Db, id: string): Promise<void> {
  const count = sql<number>`count(*)`.as('n')
  const people = await db.selectFrom('person').select(count).where('organizationId', '=', id).where('voidedAt', 'is', null).executeTakeFirstOrThrow()
  if (people.n > 0) throw new AppError('record.inUse', { label: '党组织', by: ` ${people.n} 名人员` })
  const bodies = await db
    .selectFrom('organization')
    .select(count)
    .where('parentId', '=', id)
    .where('voidedAt', 'is', null)
    .where('closedOn', 'is', null)
    .executeTakeFirstOrThrow()
  if (bodies.n > 0) throw new AppError('record.inUse', { label: '党组织', by: ` ${bodies.n} 个下级组织` })
}

/** What a change of an organization must not do, whichever screen it comes from: stand below itself, close over its members. */
export async function guardOrganization(db: Db, before: Organization, after: Pick<Organization, 'parentId' | 'closedOn'>): Promise<void> {
  if (after.parentId !== null && after.parentId !== before.parentId && (await subtreeIds(db, before.id)).includes(after.parentId)) {
    const upper = await db.selectFrom('organization').select('name').where('id', '=', after.parentId).limit(1).executeTakeFirstOrThrow()
    throw new AppError('organization.loop', { name: upper.name })
  }
  if (after.closedOn !== null && before.closedOn === null) await refuseInUse(db, before.id)
}

/** An own quota names registers and their fields: what is not there is refused, so that none is kept that cannot count. */
export function refuseUncountable(name: RecordName, draft: unknown): void {
  if (name !== 'ownQuota') return
  const [fault] = ownQuotaFaults(parse(ownQuota.draft, draft), records, lines)
  if (fault) throw refuse(fault.field, fault.code, fault.message)
}

/** What is snoozed is seen by everybody: nothing of 监督资料 is. */
export function refuseSecretSnooze(name: RecordName, draft: unknown): void {
  if (name === 'snooze' && isSecretDue(parse(snooze.draft, draft).item)) throw refuse('item', 'secret', '监督资料的提醒不能暂缓')
}

/** A count is written by the screens that count, which know when it is closed; and a ballot whose count is closed stays as it was counted. */
export async function guardBallots(db: Db, name: RecordName, id: string | null): Promise<void> {
  if (name === 'ballotCount') throw refusal('计票在“民主评议与考核”里录入、封票和更正，不在这里登记')
  if (name !== 'ballot' || id === null) return
  const closed = await db
    .selectFrom('ballotCount')
    .select('id')
    .where('ballotId', '=', id)
    .where('closedOn', 'is not', null)
    .where('voidedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (closed) throw refusal('已封票的测评不再改动：计票有误的写明原因更正')
}

const refusal = (message: string) => refuse('type', 'ballot', message)
