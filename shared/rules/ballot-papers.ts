import { blankKey } from '../ballots/kind.ts'
import { add, type Fraction, hundredths, rounded, zero } from './fractions.ts'
import { type Plan, type PlannedItem, scoredKey } from './ballot-plan.ts'

/** What one paper says of one item of one row: an option's key, points, or nothing. */
export type Mark = string | number | null

/** One paper: its marks row by row, item by item. */
export type Marks = readonly (readonly Mark[])[]

export interface PaperRow {
  readonly number: number
  readonly section: string | null
  readonly places: number | null
}

export interface EnteredPaper {
  readonly groupCode: string
  readonly entry: number
  readonly number: number
  readonly marks: string
  readonly invalid: boolean
}

/** The line of a count that `talliesOf` makes. */
export interface TallyLine {
  readonly groupCode: string
  readonly row: number
  readonly item: string
  readonly option: string
  readonly votes: number
  readonly points: number | null
}

/** Rows are parted by `;`, items by `,`. An option is written as its digit, blank as 0, points as they are, not scored as `-`. */
export function encodeMarks(plan: Plan, marks: Marks): string {
  return marks.map(row => row.map((mark, i) => encodeMark(plan.items[i], mark)).join(',')).join(';')
}

function encodeMark(item: PlannedItem | undefined, mark: Mark): string {
  if (item?.points !== null && item !== undefined) return typeof mark === 'number' ? String(mark) : '-'
  return String((item?.options.findIndex(option => option.key === mark) ?? -1) + 1)
}

/** What was written; null where it is not of this plan: too few rows, a digit that means nothing, more points than there are. */
export function decodeMarks(plan: Plan, rows: number, text: string): Marks | null {
  const parts = text.split(';')
  if (parts.length !== rows) return null
  const marks: Mark[][] = []
  for (const part of parts) {
    const cells = part.split(',')
    if (cells.length !== plan.items.length) return null
    const row: Mark[] = []
    for (const [i, cell] of cells.entries()) {
      const item = plan.items[i]
      const mark = item === undefined ? undefined : decodeMark(item, cell)
      if (mark === undefined) return null
      row.push(mark)
    }
    marks.push(row)
  }
  return marks
}

function decodeMark(item: PlannedItem, cell: string): Mark | undefined {
  if (item.points === null) {
    if (!/^\d$/.test(cell)) return undefined
    return cell === '0' ? null : item.options[Number(cell) - 1]?.key
  }
  if (cell === '-') return null
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(cell)) return undefined
  const points = Number(cell)
  return points <= item.points ? points : undefined
}

/** Sections in which a paper marks more rows than there are places: there it says nothing (推荐无效). */
export function overfullSections(plan: Plan, rows: readonly PaperRow[], marks: Marks): ReadonlySet<string | null> {
  const over = new Set<string | null>()
  if (!plan.atMostPlaces) return over
  const chosen = new Map<string | null, number>()
  for (const [i, row] of rows.entries()) {
    const first = plan.items[0]?.options[0]?.key
    if (marks[i]?.[0] !== first) continue
    const so = (chosen.get(row.section) ?? 0) + 1
    chosen.set(row.section, so)
    if (row.places !== null && so > row.places) over.add(row.section)
  }
  return over
}

/**
 * The tallies that one entry of the papers comes to. Papers that are invalid, or not of the plan, count nowhere. `trimmed` leaves out, for
 * each row of a group, the paper that scored it highest and the one that scored it lowest, where more than two scored it.
 */
export function talliesOf(plan: Plan, rows: readonly PaperRow[], papers: readonly EnteredPaper[], trimmed = false): TallyLine[] {
  const tallies = new Map<string, { line: Omit<TallyLine, 'votes' | 'points'>; votes: number; points: Fraction }>()
  const count = (line: Omit<TallyLine, 'votes' | 'points'>, votes: number, points: number) => {
    const key = JSON.stringify(line)
    const kept = tallies.get(key) ?? { line, votes: 0, points: zero }
    tallies.set(key, { line, votes: kept.votes + votes, points: add(kept.points, hundredths(points)) })
  }
  for (const [groupCode, group] of byGroup(papers)) {
    const valid = group.flatMap(paper => {
      const marks = paper.invalid ? null : decodeMarks(plan, rows.length, paper.marks)
      return marks ? [{ marks, over: overfullSections(plan, rows, marks) }] : []
    })
    for (const [i, row] of rows.entries()) {
      const counted = trimmed ? withoutExtremes(valid.map(({ marks }) => marks[i] ?? [])) : undefined
      for (const [j, item] of plan.items.entries()) {
        const at = { groupCode, row: row.number, item: item.key }
        if (item.points !== null) {
          const given = (counted ?? valid.map(({ marks }) => marks[i] ?? [])).flatMap(marks => (typeof marks[j] === 'number' ? [marks[j]] : []))
          count({ ...at, option: scoredKey }, 0, 0)
          for (const points of given) count({ ...at, option: scoredKey }, 1, points)
          continue
        }
        for (const option of [...item.options.map(o => o.key), blankKey]) count({ ...at, option }, 0, 0)
        for (const { marks, over } of valid) {
          const mark = over.has(row.section) ? null : marks[i]?.[j]
          count({ ...at, option: typeof mark === 'string' ? mark : blankKey }, 1, 0)
        }
      }
    }
  }
  return [...tallies.values()].map(({ line, votes, points }) => ({ ...line, votes, points: line.option === scoredKey ? rounded(points, 2) : null }))
}

/** The marks of one row without the paper of the highest and the paper of the lowest sum. */
function withoutExtremes(all: readonly (readonly Mark[])[]): readonly (readonly Mark[])[] {
  const scored = all
    .filter(marks => marks.some(mark => typeof mark === 'number'))
    .map(marks => ({ marks, sum: marks.reduce<number>((sum, mark) => sum + (typeof mark === 'number' ? Math.round(mark * 100) : 0), 0) }))
    .toSorted((a, b) => a.sum - b.sum)
  return (scored.length > 2 ? scored.slice(1, -1) : scored).map(({ marks }) => marks)
}

function byGroup(papers: readonly EnteredPaper[]): Map<string, EnteredPaper[]> {
  const groups = new Map<string, EnteredPaper[]>()
  for (const paper of papers) groups.set(paper.groupCode, [...(groups.get(paper.groupCode) ?? []), paper])
  return groups
}

/** Where two people entered the same stack differently: the papers, and the rows of each. A paper one of them lacks differs whole. */
export function differencesOf(
  first: readonly EnteredPaper[],
  second: readonly EnteredPaper[],
): readonly { readonly number: number; readonly rows: readonly number[] }[] {
  const other = new Map(second.map(paper => [paper.number, paper]))
  const numbers = [...new Set([...first, ...second].map(paper => paper.number))].toSorted((a, b) => a - b)
  const mine = new Map(first.map(paper => [paper.number, paper]))
  return numbers.flatMap(number => {
    const [a, b] = [mine.get(number), other.get(number)]
    if (!a || !b || a.invalid !== b.invalid) return [{ number, rows: [] }]
    if (a.invalid || a.marks === b.marks) return []
    const [left, right] = [a.marks.split(';'), b.marks.split(';')]
    const rows = left.flatMap((cell, i) => (cell === right[i] ? [] : [i]))
    return [{ number, rows }]
  })
}

/** The papers of a closed count, so that the order in which the stack lay, and with it who handed in when, is not kept. */
export function inOrderOfMarks(papers: readonly EnteredPaper[]): EnteredPaper[] {
  const sorted = papers.toSorted((a, b) => (a.marks < b.marks ? -1 : a.marks > b.marks ? 1 : 0))
  const next = new Map<string, number>()
  return sorted.map(paper => {
    const stack = `${paper.groupCode} ${paper.entry}`
    const number = (next.get(stack) ?? 0) + 1
    next.set(stack, number)
    return { ...paper, number }
  })
}
