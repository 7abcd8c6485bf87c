import { meetingKinds } from '../domain/meeting.ts'
import type { Quota } from '../quotas/quota.ts'
import type { Period } from '../rules/periods.ts'

const address = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')}`

/** A record on the page of its register. */
export const recordPlace = (record: string, id: string): string => address(`/registers/${record}`, { record: id })

/** Where an organization's shortfall is mended: an empty meeting or record of the kind that is counted, for that organization and period. */
export function bodyPlace({ measure, own }: QuotaPlace, organizationId: string, period: Period): string {
  const fixed = Object.fromEntries((measure.only ?? []).flatMap(({ field, among: [value, ...more] }) => (more.length === 0 ? [[field, String(value)]] : [])))
  const kind = fixed['kind']
  if (measure.of === 'activity') {
    if (!meetingKinds.some(known => known === kind)) return '/activities/new'
    return address('/meetings/new', { kind: kind ?? '', organizationId, by: period.until })
  }
  if (own) return `/registers/${measure.of}`
  const about = measure.dated === 'month' ? period.from.slice(0, 7) : measure.dated === 'year' ? period.from.slice(0, 4) : undefined
  return address(`/registers/${measure.of}`, { new: '1', [measure.subject]: organizationId, ...fixed, ...(about !== undefined && { [measure.from]: about }) })
}

interface QuotaPlace extends Pick<Quota, 'name' | 'measure'> {
  /** Declared by the office itself: its records are of any kind. */
  readonly own: boolean
}

/** Where people who are short are seen, or what is counted for them is registered. */
export function peoplePlace({ name, measure }: QuotaPlace, organizationId: string | null): string {
  if (name === 'study-hours') return address('/study/people', { ...(organizationId !== null && { organization: organizationId }), owing: '1' })
  return address(`/quotas/${encodeURIComponent(name)}/list`, { ...(organizationId !== null && { organization: organizationId }), owing: '1' })
}
