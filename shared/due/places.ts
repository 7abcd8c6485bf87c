import { meetingKinds } from '../domain/meeting.ts'
import { officeSubject } from '../quotas/measure.ts'
import type { Quota } from '../quotas/quota.ts'
import type { Period } from '../rules/periods.ts'

const address = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')}`

/** A record on the page of its register. */
export const recordPlace = (record: string, id: string): string => address(`/registers/${record}`, { record: id })

/** Where somebody's 年度报告 of a year is entered. */
export const annualReportPlace = (personId: string, year: number): string =>
  address('/registers/personalReport', { new: '1', personId, kind: 'annual', year: String(year) })

/** Where an organization's shortfall is mended: an empty meeting or record of the kind that is counted, for that organization and period. */
export function bodyPlace({ measure, own }: QuotaPlace, organizationId: string, period: Period): string {
  const fixed = Object.fromEntries((measure.only ?? []).flatMap(({ field, among: [value, ...more] }) => (more.length === 0 ? [[field, String(value)]] : [])))
  const kind = fixed['kind']
  const whole = organizationId === officeSubject
  if (measure.of === 'activity') {
    if (!meetingKinds.some(known => known === kind)) return '/activities/new'
    return address('/meetings/new', { kind: kind ?? '', ...(!whole && { organizationId }), by: period.until })
  }
  if (own) return `/registers/${measure.of}`
  const about = measure.dated === 'month' ? period.from.slice(0, 7) : measure.dated === 'year' ? period.from.slice(0, 4) : undefined
  return address(`/registers/${measure.of}`, {
    new: '1',
    ...(!whole && { [measure.subject]: organizationId }),
    ...fixed,
    ...(about !== undefined && { [measure.from]: about }),
  })
}

interface QuotaPlace {
  readonly measure: Quota['measure']
  /** Declared by the office itself: its records are of any kind. */
  readonly own: boolean
}

/** The board of a quota; of hours one of its own. */
export const quotaPlace = (quota: string): string => (quota === 'study-hours' ? '/study' : `/quotas/${encodeURIComponent(quota)}`)

/** Where people who are short of a quota are seen; of hours on a list of their own. */
export function peoplePlace(quota: string, organizationId: string | null): string {
  const list = quota === 'study-hours' ? '/study/people' : `/quotas/${encodeURIComponent(quota)}/list`
  return address(list, { ...(organizationId !== null && { organization: organizationId }), owing: '1' })
}
