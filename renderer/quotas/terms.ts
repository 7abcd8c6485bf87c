import type { QuotaAbout } from '../../shared/api/quota.ts'
import { isMeetingKind } from '../../shared/domain/meeting.ts'
import { isQuotaName, type QuotaName } from '../../shared/quotas/index.ts'
import { officeSubject } from '../../shared/quotas/measure.ts'
import { spanLabels } from '../../shared/rules/periods.ts'

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
  /** Whether a year has several periods, so that keeping them is a rate of its own. */
  readonly several: boolean
  /** Whether it is laid upon people or upon organizations, what they are counted in (人, 个), and what one is called. */
  readonly of: 'people' | 'organizations'
  readonly head: string
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
  /** Whether its records are meetings of organizational life, which have a page of their own. */
  readonly meetings?: boolean
  /** Whether chances were missed that can be counted: 缺课. */
  readonly missed?: true
}

/** The words of any quota, from what it is. */
export function termsOf(about: QuotaAbout, key: QuotaKey): Terms {
  return {
    quota: key,
    label: about.label,
    unit: about.unit,
    every: spanLabels[about.period],
    several: about.period !== 'year' && about.period !== 'fiveYears',
    of: about.subjects,
    head: about.subjects === 'people' ? '人' : '个',
    subject: about.circle,
    owed: '应考核',
    done: '已完成',
    free: '免',
    record: '记录',
    records: '记录',
    meetings: isMeetingKind(about.begins['kind']),
  }
}

/** The board of a quota: hours have one of their own. */
export const boardPath = (name: string, more = ''): string => (name === 'study-hours' ? '/study' : `/quotas/${encodeURIComponent(name)}${more}`)

/** The page of a record that was counted. */
export function recordPath({ meetings }: Terms, recordType: string, id: string): string {
  const own = encodeURIComponent(id)
  if (recordType === 'activity') return meetings ? `/meetings/${own}` : `/activities/${own}`
  return `/registers/${recordType}?record=${own}`
}

/** The page of a subject; the office as a whole has that of all its organizations. */
export const subjectPath = (kind: 'person' | 'organization', id: string): string =>
  id === officeSubject ? '/organizations' : `/${kind === 'person' ? 'people' : 'organizations'}/${encodeURIComponent(id)}`

/** The form of a new record that this quota would count, begun for one subject where the record names one. */
export function newRecordPath({ source, begins, subjectField }: QuotaAbout, subjectId?: string): string {
  const given = { ...begins, ...(subjectField !== null && subjectId !== undefined ? { [subjectField]: subjectId } : {}) }
  const query = new URLSearchParams(given).toString()
  if (source !== 'activity') return `/registers/${source}?new=1${query && `&${query}`}`
  return isMeetingKind(begins['kind']) ? `/meetings/new?${query}` : '/activities/new'
}
