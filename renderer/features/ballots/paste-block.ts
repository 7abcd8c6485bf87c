import { readNumber } from '../../ui/NumberBox.tsx'
import { type CountLine, type Slot } from './count-content.ts'

export interface PastedCell {
  readonly line: CountLine
  readonly slot: Slot
  readonly value: string
}

export interface PastedBlock {
  readonly cells: readonly PastedCell[]
  /** Names of the block that are not on the paper. */
  readonly unknown: readonly string[]
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')
const isFigure = (text: string): boolean => {
  const value = readNumber(text)
  return value !== null && !Number.isNaN(value)
}

/**
 * A sheet of a branch as it was copied: rows are found by name where names stand in it, else they follow the paper's order; columns by
 * their heads where a head names an option, else from the first figure on. A column of sums is left out by having no option's name.
 */
export function readBlock(
  block: readonly (readonly string[])[],
  lines: readonly CountLine[],
  slots: readonly { readonly slot: Slot; readonly label: string }[],
): PastedBlock {
  const names = new Map(lines.filter(line => line.leads).map(line => [plain(line.row.name), line]))
  const across = Math.max(0, ...block.map(row => row.length))
  const hits = (column: number) => block.filter(row => names.has(plain(row[column] ?? ''))).length
  const columns = Array.from({ length: across }, (_, i) => i)
  const nameColumn = columns.toSorted((a, b) => hits(b) - hits(a)).find(column => hits(column) > 0)
  const head = block.find(row => slots.filter(({ label }) => row.some(cell => plain(cell) === plain(label))).length >= Math.min(2, slots.length))
  const figures = block.filter(row => row !== head && row.some(isFigure))
  const first = nameColumn === undefined ? 0 : nameColumn + 1
  const fromFirst = columns.filter(column => column >= first && figures.some(row => isFigure(row[column] ?? '')))
  const columnOf = (label: string, place: number): number | undefined => {
    const found = head?.findIndex(cell => plain(cell) === plain(label)) ?? -1
    return head ? (found < 0 ? undefined : found) : fromFirst[place]
  }
  const unknown: string[] = []
  const cells = figures.flatMap((row, i) => {
    const name = nameColumn === undefined ? undefined : plain(row[nameColumn] ?? '')
    const line = name === undefined ? lines[i] : names.get(name)
    if (!line) {
      if (name !== undefined && name !== '') unknown.push(name)
      return []
    }
    return slots.flatMap(({ slot, label }, place) => {
      const column = columnOf(label, place)
      const value = column === undefined ? undefined : row[column]
      return value === undefined || value.trim() === '' || !isFigure(value) ? [] : [{ line, slot, value }]
    })
  })
  return { cells, unknown }
}
