import type { BallotKind } from '../../../shared/ballots/kind.ts'
import { type BallotGroup, type BallotRow, rowOf } from '../../../shared/domain/ballot.ts'
import { type RowPart, rowParts } from '../../../shared/domain/ballot-words.ts'
import type { Change } from '../../ui/grid-cells.ts'
import { readNumber } from '../../ui/NumberBox.tsx'

export const isPart = (word: string): word is RowPart => Object.hasOwn(rowParts, word)

export const newRow = (rows: readonly BallotRow[], given: Partial<BallotRow> & Pick<BallotRow, 'name'>): BallotRow =>
  rowOf({ number: Math.max(0, ...rows.map(row => row.number)) + 1, ...given })

/** A row after one cell was typed or pasted. */
export function changedRow(row: BallotRow, { key, value }: Change): BallotRow {
  const text = value.trim() === '' ? null : value.trim()
  if (key === 'name') return text === null ? row : { ...row, name: text }
  if (key === 'post' || key === 'section' || key === 'reason') return { ...row, [key]: text }
  if (key === 'places') {
    const places = readNumber(value)
    return places === null || Number.isInteger(places) ? { ...row, places } : row
  }
  const part = isPart(value) ? value : Object.entries(rowParts).find(([, label]) => label === value)?.[0]
  return key === 'part' && part !== undefined && isPart(part) ? { ...row, part } : row
}

/** What keeps the list from being kept: one sentence with what to do. */
export function listFault(
  kind: BallotKind,
  row: BallotRow,
  rows: readonly BallotRow[],
  place: number,
): { readonly key: string; readonly message: string } | undefined {
  const who = `第 ${place + 1} 行${row.name}`
  if (row.part === 'excused' && row.reason === null) return { key: 'reason', message: `${who}：不参评要写原因` }
  if (kind.subjects === 'posts' && row.section === null) return { key: 'section', message: `${who}：填推荐的职位` }
  const same = rows.find(other => other !== row && other.name === row.name && other.section === row.section && other.personId === row.personId)
  if (same && rows.indexOf(same) < place) return { key: 'name', message: `${who}：与第 ${rows.indexOf(same) + 1} 行重复` }
  return undefined
}

/** Weights are of the whole: together 100. */
export function weightFault(groups: readonly BallotGroup[]): string | undefined {
  const sum = groups.reduce((all, group) => all + Math.round(group.weight * 100), 0)
  return sum === 10_000 ? undefined : `各类权重合计 ${sum / 100}%，应为 100%`
}

/** Numbered afresh where nothing has been counted yet: then numbers are only places. */
export const renumbered = (rows: readonly BallotRow[]): readonly BallotRow[] => rows.map((row, i) => ({ ...row, number: i + 1 }))
