import type { DueItem } from '../../../shared/api/due.ts'
import { dueStates, weekOf } from '../../../shared/rules/due.ts'

export const groupings = [
  { value: 'day', label: '按期限' },
  { value: 'body', label: '按支部' },
  { value: 'person', label: '按责任人' },
  { value: 'week', label: '按周' },
] as const
export type Grouping = (typeof groupings)[number]['value']

export interface Group {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly items: readonly DueItem[]
  /** Of what is in it. */
  readonly tone: 'overdue' | 'plain' | 'snoozed'
}

/** A line of the list: a heading, or something due. */
export type Entry = { readonly head: Group; readonly folded: boolean } | { readonly item: DueItem; readonly group: Group }

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 11 月 23 日 */
export const dayText = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
/** 星期一 */
export const weekdayText = (day: string): string => `星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`

/** What is due in groups; what is snoozed in one of its own, last. Groups keep the order in which the list is: by day. */
export function groupsOf(items: readonly DueItem[], by: Grouping, today: string, order: ReadonlyMap<string, number>): readonly Group[] {
  const open = items.filter(item => item.snoozed === null)
  const snoozed = items.filter(item => item.snoozed !== null)
  const groups = by === 'day' ? byDay(open, today) : by === 'week' ? byWeek(open, today) : by === 'body' ? byBody(open, order) : byPerson(open)
  const folded: Group = { key: 'snoozed', title: `已暂缓 ${snoozed.length} 项`, note: '到期自动回到列表', items: snoozed, tone: 'snoozed' }
  return snoozed.length > 0 ? [...groups, folded] : groups
}

function byDay(items: readonly DueItem[], today: string): readonly Group[] {
  const week = weekOf(today)
  const oldest = items[0]?.dueOn ?? today
  const notes = {
    overdue: `最早的 ${oldest}`,
    today: `${dayText(today)} ${weekdayText(today)}`,
    week: `到 ${dayText(week.until)}`,
    later: `${dayText(week.until)}以后`,
  }
  return (['overdue', 'today', 'week', 'later'] as const).flatMap(state => {
    const those = items.filter(item => item.state === state)
    return those.length > 0 ? [group(state, dueStates[state], notes[state], those)] : []
  })
}

function byWeek(items: readonly DueItem[], today: string): readonly Group[] {
  return [...Map.groupBy(items, item => (item.dueOn < today ? 'overdue' : weekOf(item.dueOn).from))].map(([key, those]) => {
    if (key === 'overdue') return group(key, dueStates.overdue, '', those)
    const { from, until } = weekOf(key)
    return group(key, from === weekOf(today).from ? '本周' : `${dayText(from)}至 ${dayText(until)}`, '', those)
  })
}

/** In the order of the tree; what belongs to the office as a whole first. */
function byBody(items: readonly DueItem[], order: ReadonlyMap<string, number>): readonly Group[] {
  const place = (id: string) => (id === '' ? -1 : (order.get(id) ?? Infinity))
  return [...Map.groupBy(items, item => item.organizationId ?? '')]
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([id, those]) => group(`body ${id}`, those[0]?.organization || '本单位', lateNote(those), those))
}

/** Whoever has most that is overdue first. Namesakes of two branches stay two. */
function byPerson(items: readonly DueItem[]): readonly Group[] {
  const late = (those: readonly DueItem[]) => those.filter(item => item.state === 'overdue').length
  const key = (item: DueItem) => (item.responsible === '经办人' ? item.responsible : `${item.responsible} ${item.organization}`)
  return [...Map.groupBy(items, key)]
    .toSorted(([, a], [, b]) => late(b) - late(a))
    .map(([name, those]) => group(`person ${name}`, those[0]?.responsible ?? '', name === '经办人' ? lateNote(those) : (those[0]?.organization ?? ''), those))
}

const lateNote = (items: readonly DueItem[]): string => {
  const late = items.filter(item => item.state === 'overdue').length
  return late > 0 ? `逾期 ${late}` : ''
}

const group = (key: string, title: string, note: string, items: readonly DueItem[]): Group => ({
  key,
  title,
  note,
  items,
  tone: key === 'overdue' ? 'overdue' : 'plain',
})

export const entriesOf = (groups: readonly Group[], folded: ReadonlySet<string>): readonly Entry[] =>
  groups.flatMap(g => {
    const head: Entry = { head: g, folded: folded.has(g.key) }
    return head.folded ? [head] : [head, ...g.items.map((item): Entry => ({ item, group: g }))]
  })
