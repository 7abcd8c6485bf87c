import type { Quota } from './quota.ts'
import { studyHours } from './study-hours.ts'

/** Every quota the program counts. */
export const quotas = { 'study-hours': studyHours } satisfies Record<string, Quota>

export type QuotaName = keyof typeof quotas
export const quotaNames = Object.keys(quotas) as QuotaName[]
export const isQuotaName = (name: string): name is QuotaName => Object.hasOwn(quotas, name)
