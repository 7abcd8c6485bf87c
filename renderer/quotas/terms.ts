import type { QuotaAbout } from '../../shared/api/quota.ts'
import { spanLabels } from '../../shared/rules/periods.ts'
import { isQuotaName, type QuotaName } from '../../shared/quotas/index.ts'

/** How main knows a quota: one that comes with the program, or one of the office's own. */
export type QuotaKey = QuotaName | `own:${string}`

/** The quota that an address names; undefined when there is none of that shape. */
export function quotaKey(name: string): QuotaKey | undefined {
  if (isQuotaName(name)) return name
  return isOwn(name) ? name : undefined
}

const isOwn = (name: string): name is `own:${string}` => /^own:./.test(name)

/** What the screens call the things of one quota, so that one kit speaks for all of them. */
export interface Terms {
  readonly quota: QuotaKey
  /** 学时, 谈心谈话. */
  readonly label: string
  readonly unit: string
  /** 每月, 每年: how often it is owed. */
  readonly every: string
  /** What subjects are counted in: 人, 个. */
  readonly head: string
  /** One subject: 党员, 党支部. */
  readonly subject: string
  /** Those upon whom it is laid: 应学, 应考核. */
  readonly owed: string
  /** 已学, 已完成. */
  readonly done: string
  /** What the exempt are free from: 免学时, 免. */
  readonly free: string
  /** What one record is called, and all of them: 活动 and 参训记录. */
  readonly record: string
  readonly records: string
  /** Whether chances were missed that can be counted: 缺课. */
  readonly missed?: true
}

/** The words of any quota, from what it is. */
export function termsOf(about: QuotaAbout, key: QuotaKey): Terms {
  const people = about.subjects === 'people'
  return {
    quota: key,
    label: about.label,
    unit: about.unit,
    every: spanLabels[about.period],
    head: people ? '人' : '个',
    subject: about.circle,
    owed: '应考核',
    done: '已完成',
    free: '免',
    record: '记录',
    records: '记录',
  }
}

/** The page of a record that was counted. */
export const recordPath = (recordType: string, id: string): string =>
  recordType === 'activity' ? `/activities/${encodeURIComponent(id)}` : `/registers/${recordType}?record=${encodeURIComponent(id)}`

/** The page of a subject. */
export const subjectPath = (kind: 'person' | 'organization', id: string): string =>
  `/${kind === 'person' ? 'people' : 'organizations'}/${encodeURIComponent(id)}`
