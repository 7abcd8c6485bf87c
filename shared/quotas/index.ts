import type { QuotaName } from '../rules/quota-names.ts'
import { dutyQuotas } from './duty.ts'
import { lifeQuotas } from './life.ts'
import type { Measure } from './measure.ts'
import type { Quota } from './quota.ts'
import { serviceQuotas } from './service.ts'
import { studyQuotas } from './study.ts'

export type { QuotaName } from '../rules/quota-names.ts'

/** Every quota that comes with the program, by topic. */
export const quotas: readonly Quota[] = [...studyQuotas, ...lifeQuotas, ...serviceQuotas, ...dutyQuotas]

const byName = new Map(quotas.map(quota => [quota.name, quota]))

export const shippedQuota = (name: string): Quota | undefined => byName.get(name)

export const isQuotaName = (name: string): name is QuotaName => byName.has(name)

/** What is counted, once for each kept total: several quotas may ask the same one. */
export const measures: readonly Measure[] = [...new Map(quotas.map(({ measure }) => [measure.tally, measure])).values()]
