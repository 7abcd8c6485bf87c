import { bodyPlace, peoplePlace, quotaPlace } from '../../shared/due/places.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { officeSubject } from '../../shared/quotas/measure.ts'
import type { Quota } from '../../shared/quotas/quota.ts'
import { type Period, periodLabel, spanLabels } from '../../shared/rules/periods.ts'
import { shown } from '../../shared/rules/quota.ts'
import type { Counted } from '../quotas/counted.ts'

/** A period that a subject has not met, or not yet. */
export interface Unmet extends Period {
  readonly done: number
  readonly target: number
  readonly missing: number
}

export interface Behind {
  readonly counted: Counted
  readonly unmet: readonly Unmet[]
}

/** Over so many periods of one quota and year that are over, a body has one line for all of them. */
const apart = 2
/** Names that stand for everyone behind. */
const named = 3

/** 11 月主题党日, 第四季度支部党员大会, 2026 年组织生活会. */
const titleOf = ({ period: span, label }: Quota, period: Period): string => `${periodLabel(span, period)}${label}`.replace('年年度', '年度')

const asksOf = ({ period, unit }: Quota, target: number): string => `${spanLabels[period]} ${shown(target)} ${unit}`

function nowOf({ unit }: Quota, { done, target, missing }: Unmet): string {
  if (done > 0) return `已 ${shown(done)} ${unit}，差 ${shown(missing)} ${unit}`
  return target > 1 ? `没有记录，应 ${shown(target)} ${unit}` : '没有记录'
}

const common = (quota: Quota, { entry, target }: Counted, dueOn: string) => ({
  source: 'quota',
  topic: quota.topic,
  dueOn,
  // The office itself stands in no tree.
  organizationId: entry.organizationId === officeSubject ? null : entry.organizationId,
  responsible: null,
  clause: target?.parameter.clause ?? null,
})

const placeOf = (quota: Quota) => ({ measure: quota.measure, own: quota.ownTarget !== undefined })

/** A line for each period; those that are over in one, where they are many. */
export function bodyItems(quota: Quota, { counted, unmet }: Behind, today: string): readonly DueFound[] {
  const { id } = counted.entry
  const over = unmet.filter(p => p.until < today)
  const last = over.length > apart ? over.at(-1) : undefined
  const single = (last ? unmet.filter(p => p.until >= today) : unmet).map((period): DueFound => ({
    ...common(quota, counted, period.until),
    key: `${quota.name}/${id}/${period.until}`,
    title: titleOf(quota, period),
    asks: asksOf(quota, period.target),
    now: nowOf(quota, period),
    path: bodyPlace(placeOf(quota), id, period),
  }))
  if (!last) return single
  return [
    {
      ...common(quota, counted, last.until),
      key: `${quota.name}/${id}/${last.until}+${over.length}`,
      title: `${quota.label}：${over.length} 期未完成`,
      asks: asksOf(quota, last.target),
      now: over.map(p => periodLabel(quota.period, p)).join('、'),
      path: bodyPlace(placeOf(quota), id, last),
    },
    ...single,
  ]
}

/** Those of one organization who are behind, in periods that are over or in one that runs. */
interface Group {
  readonly first: Counted
  readonly people: { readonly name: string; readonly missing: number }[]
  readonly periods: Map<string, Unmet>
}

/** One line for an organization, and one more for what is over: how many people, and who first. */
export function peopleItems(quota: Quota, behind: readonly Behind[], today: string): readonly DueFound[] {
  const groups = new Map<string, Group>()
  for (const { counted, unmet } of behind) {
    for (const over of [true, false]) {
      const those = unmet.filter(p => p.until < today === over)
      if (those.length === 0) continue
      const key = `${quota.name}/${counted.entry.organizationId ?? ''}/${over ? 'over' : 'open'}`
      let group = groups.get(key)
      if (!group) groups.set(key, (group = { first: counted, people: [], periods: new Map() }))
      group.people.push({ name: counted.entry.name, missing: those.reduce((sum, p) => sum + p.missing, 0) })
      for (const period of those) group.periods.set(period.until, period)
    }
  }
  return [...groups].flatMap(([key, group]) => groupItem(quota, key, group))
}

function groupItem(quota: Quota, key: string, { first, people, periods }: Group): DueFound[] {
  const inOrder = [...periods.values()].toSorted((a, b) => (a.until < b.until ? -1 : 1))
  const last = inOrder.at(-1)
  if (!last) return []
  const worst = people.toSorted((a, b) => b.missing - a.missing).slice(0, named)
  const what = inOrder.length > apart ? `${quota.label}（${inOrder.length} 期）` : inOrder.map(p => periodLabel(quota.period, p)).join('、') + quota.label
  return [
    {
      ...common(quota, first, last.until),
      key: `${key}/${last.until}`,
      title: `${what.replace('年年度', '年度')}：${people.length} 人未完成`,
      asks: asksOf(quota, last.target),
      now: `${worst.map(p => p.name).join('、')}${people.length > named ? ` 等 ${people.length} 人` : ''}`,
      dueOn: last.until,
      path: peoplePlace(quota.name, first.entry.organizationId),
    },
  ]
}

/** A period that has not begun, for all who will be under it; nothing where nobody will. */
export function plannedItem(quota: Quota, period: Period, owing: readonly Counted[]): DueFound | undefined {
  const [first] = owing
  if (!first) return undefined
  return {
    ...common(quota, first, period.until),
    organizationId: null,
    key: `${quota.name}//planned/${period.until}`,
    title: titleOf(quota, period),
    asks: asksOf(quota, first.periods.find(p => p.until === period.until)?.target ?? 0),
    now: `还没有开始，${owing.length} ${quota.subjects.of === 'people' ? '人' : `个${quota.subjects.label}`}`,
    path: quotaPlace(quota.name),
  }
}
