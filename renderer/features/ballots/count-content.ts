import type { BallotRow } from '../../../shared/domain/ballot.ts'
import type { CountingWay } from '../../../shared/domain/ballot-words.ts'
import { blankKey } from '../../../shared/ballots/kind.ts'
import type { Returned } from '../../../shared/rules/ballot-checks.ts'
import type { TallyLine } from '../../../shared/rules/ballot-papers.ts'
import { type Plan, type PlannedItem, scoredKey } from '../../../shared/rules/ballot-plan.ts'
import type { CallOutput } from '../../api/client.ts'
import { readNumber } from '../../ui/NumberBox.tsx'

type Reply = CallOutput<'ballot.get'>

export interface Tellers {
  readonly first: string | null
  readonly second: string | null
  readonly scrutineer: string | null
}

/** What one count holds so far, apart from its papers. */
export interface Content {
  readonly returns: readonly Returned[]
  /** By `cellKey`. */
  readonly tallies: ReadonlyMap<string, TallyLine>
  readonly tellers: Tellers
  readonly way: CountingWay
}

export const cellKey = (group: string, row: number, item: string, option: string): string => `${group} ${row} ${item} ${option}`
const keyOf = (line: TallyLine): string => cellKey(line.groupCode, line.row, line.item, line.option)

/** What is on file of the open or last count; an empty one where nothing has been counted. */
export function contentOf({ count, returns, tallies }: Pick<Reply, 'count' | 'returns' | 'tallies'>): Content {
  return {
    returns,
    tallies: new Map(tallies.map(line => [keyOf(line), line])),
    tellers: { first: count?.firstTeller ?? null, second: count?.secondTeller ?? null, scrutineer: count?.scrutineer ?? null },
    way: count?.way ?? 'totals',
  }
}

export const blankReturn = (groupCode: string): Returned => ({ groupCode, issued: null, returned: null, valid: null, invalid: null })
export const returnOf = (returns: readonly Returned[], group: string): Returned => returns.find(line => line.groupCode === group) ?? blankReturn(group)

export type ReturnField = 'issued' | 'returned' | 'valid' | 'invalid'

/** With one figure of a group's papers changed. */
export function withReturn(content: Content, group: string, change: Partial<Pick<Returned, ReturnField>>): Content {
  const line = { ...returnOf(content.returns, group), ...change }
  return { ...content, returns: [...content.returns.filter(r => r.groupCode !== group), line] }
}

/** One line of the grid: one item of one row. */
export interface CountLine {
  readonly id: string
  readonly row: BallotRow
  readonly item: PlannedItem
  /** Where the row stands on the paper, from 1. */
  readonly place: number
  /** The first item of its row: name and office stand here. */
  readonly leads: boolean
}

export const linesOf = (plan: Plan, rows: readonly BallotRow[]): readonly CountLine[] =>
  rows.flatMap((row, i) => plan.items.map((item, j) => ({ id: `${row.number} ${item.key}`, row, item, place: i + 1, leads: j === 0 })))

/** A column of figures: the option at one place of every item, the blank, or what a scored item takes. */
export type Slot = { readonly kind: 'option'; readonly at: number } | { readonly kind: 'blank' } | { readonly kind: 'votes' } | { readonly kind: 'points' }

/** The option that a slot stands for under an item; undefined where the item has no such option. */
export function optionAt(item: PlannedItem, slot: Slot): string | undefined {
  if (slot.kind === 'votes' || slot.kind === 'points') return item.points === null ? undefined : scoredKey
  if (item.points !== null) return undefined
  return slot.kind === 'blank' ? blankKey : item.options[slot.at]?.key
}

/** What can be typed for a plan, from left to right. */
export function slotsOf(plan: Plan): readonly Slot[] {
  if (plan.items.every(item => item.points !== null)) return [{ kind: 'votes' }, { kind: 'points' }]
  const most = Math.max(0, ...plan.items.map(item => item.options.length))
  const options = Array.from({ length: most }, (_, at): Slot => ({ kind: 'option', at }))
  return plan.blankFollows ? options : [...options, { kind: 'blank' }]
}

/** What a cell holds, as text; empty where nothing has been entered. */
export function cellText(content: Content, group: string, { row, item }: CountLine, slot: Slot): string {
  const option = optionAt(item, slot)
  const line = option === undefined ? undefined : content.tallies.get(cellKey(group, row.number, item.key, option))
  if (!line) return ''
  return slot.kind === 'points' ? (line.points === null ? '' : String(line.points)) : String(line.votes)
}

/** A cell as typed or pasted. What is no number of votes (or points) leaves the cell as it was; nothing empties it. */
export function withCell(tallies: Map<string, TallyLine>, group: string, { row, item }: CountLine, slot: Slot, typed: string): void {
  const option = optionAt(item, slot)
  const value = readNumber(typed)
  if (option === undefined) return
  const key = cellKey(group, row.number, item.key, option)
  const before = tallies.get(key)
  const points = slot.kind === 'points'
  if (value === null) {
    if (!points || !before) tallies.delete(key)
    else tallies.set(key, { ...before, points: null })
    return
  }
  const whole = Number.isInteger(value) && value >= 0 && value <= 100_000
  const scored = value >= 0 && value <= 10_000_000 && Math.round(value * 100) === Number((value * 100).toFixed(6))
  if (points ? !scored : !whole) return
  const line = before ?? { groupCode: group, row: row.number, item: item.key, option, votes: 0, points: null }
  tallies.set(key, points ? { ...line, points: value } : { ...line, votes: value })
}
