import { ownQuota } from '../../shared/domain/own-quota.ts'
import { AppError } from '../../shared/errors.ts'
import { quotas, shippedQuota } from '../../shared/quotas/index.ts'
import { ownQuotaOf } from '../../shared/quotas/own.ts'
import type { Quota } from '../../shared/quotas/quota.ts'
import type { ReadScope } from '../app/scopes.ts'
import { fromRow } from '../records/rows.ts'

/** Every quota of the office: those that come with the program, then those it declared itself. */
export async function allQuotas(db: ReadScope['db']): Promise<readonly Quota[]> {
  const own = await db.selectFrom('ownQuota').selectAll().where('voidedAt', 'is', null).orderBy('createdAt').execute()
  return [...quotas, ...own.map(row => ownQuotaOf(fromRow(ownQuota, row)))]
}

/** A quota by its name, or a refusal. */
export async function quotaNamed(db: ReadScope['db'], name: string): Promise<Quota> {
  const quota = shippedQuota(name) ?? (await allQuotas(db)).find(q => q.name === name)
  if (!quota) throw new AppError('record.notFound', { label: '指标' })
  return quota
}
