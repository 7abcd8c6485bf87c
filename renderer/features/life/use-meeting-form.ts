import { useEffect, useRef } from 'react'
import { activityKinds } from '../../../shared/domain/activity.ts'
import { isMeetingKind, type MeetingKind } from '../../../shared/domain/meeting.ts'
import { isDay } from '../../../shared/rules/days.ts'
import { type ActivityForm, useActivityForm } from '../../attendance/use-activity-form.ts'
import { useQuery } from '../../api/hooks.ts'
import type { Values } from '../../records/draft.ts'

/** Meetings that are no study: their hours are kept, and count only if someone says so. */
const working: readonly MeetingKind[] = ['committeeMeeting', 'partyBuilding', 'workMeeting', 'jointMeeting']

export const countsUsually = (kind: unknown): boolean => !(isMeetingKind(kind) && working.includes(kind))

/** 党课 has a lecturer, and so may a 主题党日 and a 中心组; no other meeting. */
const taught: readonly MeetingKind[] = ['partyLecture', 'themeDay', 'centerGroup']

export const hasLecturer = (kind: unknown): boolean => isMeetingKind(kind) && taught.includes(kind)

const quarters = ['一', '二', '三', '四']

/** 11 月主题党日, 四季度党员大会, 2026 年组织生活会: what such a meeting is usually called. */
export function usualName(kind: unknown, day: unknown): string | null {
  if (!isMeetingKind(kind) || typeof day !== 'string' || !isDay(day)) return null
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  if (kind === 'partyLecture') return null
  if (kind === 'memberMeeting' || kind === 'workMeeting') return `${quarters[Math.floor((month - 1) / 3)] ?? ''}季度${activityKinds[kind]}`
  if (kind === 'lifeMeeting' || kind === 'democraticLife') return `${year} 年${activityKinds[kind]}`
  return `${month} 月${activityKinds[kind]}`
}

/** The form of a meeting: name, whether it counts and who chairs follow the kind, the day and the body until someone says otherwise. */
export function useMeetingForm(initial: Values, titles: Readonly<Record<string, string>>, today: string, isNew: boolean): ActivityForm {
  const state = useActivityForm(initial, titles, today)
  const { form } = state
  const said = useRef(new Set<string>())
  const { kind, organizationId, startsOn } = form.values
  const asked = isMeetingKind(kind) && typeof organizationId === 'string' && typeof startsOn === 'string' && isDay(startsOn)
  const expected = useQuery(
    'meeting.expected',
    { kind: isMeetingKind(kind) ? kind : 'memberMeeting', organizationId: String(organizationId), day: String(startsOn) },
    { enabled: isNew && asked, keep: false },
  )
  const secretary = asked ? (expected.data?.secretary ?? null) : null
  const latest = useRef(form)
  latest.current = form
  useEffect(() => {
    if (isNew && secretary !== null && !said.current.has('chair')) latest.current.set('chair', secretary)
  }, [isNew, secretary])

  const { suggestion, typed, follow } = state
  const blank = form.values['hours'] === null && isMeetingKind(kind) && suggestion !== undefined
  const fill = useRef(follow)
  fill.current = follow
  useEffect(() => {
    // The rates of the office may be known later than the form is open.
    if (isNew && !typed && blank) fill.current()
  }, [isNew, typed, blank])

  const set = (key: string, value: unknown) => {
    said.current.add(key)
    form.set(key, value)
    if (!isNew) return
    if (key === 'kind' && !said.current.has('counts')) form.set('counts', countsUsually(value))
    if ((key === 'kind' || key === 'startsOn') && !said.current.has('name')) {
      const now: Values = { ...form.values, [key]: value }
      form.set('name', usualName(now['kind'], now['startsOn']))
    }
  }
  return { ...state, form: { ...form, set } }
}
