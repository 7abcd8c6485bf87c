import { z } from 'zod'
import type { ImportKind, Mapping, SheetReading } from '../../../shared/api/import.ts'
import { call } from '../../api/client.ts'

export type SheetColumn = SheetReading['columns'][number]

/** Sheets with the same headings in the same columns: one workbook may have a sheet for each branch, mapped once for all. */
export interface Layout {
  readonly key: string
  readonly sheets: readonly SheetReading[]
  readonly columns: readonly SheetColumn[]
}

export const layoutKey = (sheet: SheetReading): string => sheet.columns.map(c => `${c.column}:${c.heading}`).join('|')

/** The sheets whose headings were found, by what they look like; the one with most rows first. */
export function layoutsOf(sheets: readonly SheetReading[]): readonly Layout[] {
  const groups = new Map<string, SheetReading[]>()
  for (const sheet of sheets) {
    if (sheet.headerRow === null || sheet.columns.length === 0) continue
    const key = layoutKey(sheet)
    groups.set(key, [...(groups.get(key) ?? []), sheet])
  }
  return [...groups].map(([key, same]) => ({ key, sheets: same, columns: same[0]?.columns ?? [] })).toSorted((a, b) => rowsOf(b) - rowsOf(a))
}

export const rowsOf = (layout: Layout): number => layout.sheets.reduce((sum, sheet) => sum + sheet.rows, 0)

/** 党员花名册, 机关一支部 等 12 张 */
export const layoutName = ({ sheets }: Layout): string => (sheets.length > 1 ? `${sheets[0]?.sheet ?? ''} 等 ${sheets.length} 张` : (sheets[0]?.sheet ?? ''))

/** The user's word about one column of a layout. A field that another column had is taken from it. */
export function choose(mapping: Mapping, layout: Layout, column: string, field: string | null): Mapping {
  const next: Record<string, Record<string, string | null>> = { ...mapping }
  for (const { sheet } of layout.sheets) {
    const others = Object.entries(mapping[sheet] ?? {}).map(([other, its]) => [other, field !== null && its === field ? null : its] as const)
    next[sheet] = { ...Object.fromEntries(others), [column]: field }
  }
  return next
}

/** What the user has said about a column; undefined while it is the program's own reading. */
export const chosen = (mapping: Mapping, layout: Layout, column: string): string | null | undefined => mapping[layout.sheets[0]?.sheet ?? '']?.[column]

/** What was decided for a layout, by its columns. */
const memory = z.record(z.string(), z.record(z.string(), z.string().nullable()))
type Memory = z.infer<typeof memory>

const memoryKey = (kind: ImportKind) => `import.${kind}`
/** So many layouts are remembered for each kind; then the oldest goes. */
const remembered = 40

export async function recall(kind: ImportKind): Promise<Memory> {
  const read = memory.safeParse(await call('memory.get', { key: memoryKey(kind) }))
  return read.success ? read.data : {}
}

/** Keeps what each column of these layouts was written to, for the next file that looks the same. */
export async function remember(kind: ImportKind, layouts: readonly Layout[]): Promise<void> {
  const before = await recall(kind)
  const now: Memory = Object.fromEntries(layouts.map(({ key, columns }) => [key, Object.fromEntries(columns.map(c => [c.column, c.field]))]))
  const rest = Object.entries(before).filter(([key]) => !(key in now))
  const value = Object.fromEntries([...rest, ...Object.entries(now)].slice(-remembered))
  await call('memory.put', { key: memoryKey(kind), value })
}

/** What is remembered of these layouts and differs from what the program sees by itself. */
export function applied(known: Memory, layouts: readonly Layout[], fields: ReadonlySet<string>): Mapping {
  const mapping: Record<string, Record<string, string | null>> = {}
  for (const layout of layouts) {
    const decided = known[layout.key]
    if (!decided) continue
    const entries = layout.columns.flatMap(({ column, field, sure }) => {
      const its = decided[column]
      const stands = its !== undefined && (its === null || fields.has(its))
      return stands && (its !== field || !sure) ? [[column, its] as const] : []
    })
    if (entries.length === 0) continue
    for (const { sheet } of layout.sheets) mapping[sheet] = Object.fromEntries(entries)
  }
  return mapping
}
