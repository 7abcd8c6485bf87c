import type { Repairs } from '../../../shared/api/import.ts'

/** Nothing said about any row yet. */
export const untouched: Repairs = { meant: {}, skipped: {} }

/** In every row where the field says `from`, `to` is meant. */
export const mean = (repairs: Repairs, field: string, from: string, to: string): Repairs => ({
  ...repairs,
  meant: { ...repairs.meant, [field]: { ...repairs.meant[field], [from]: to } },
})

/** Leaves one row of a sheet out. */
export const skip = (repairs: Repairs, sheet: string, row: number): Repairs => ({
  ...repairs,
  skipped: { ...repairs.skipped, [sheet]: [...new Set([...(repairs.skipped[sheet] ?? []), row])].toSorted((a, b) => a - b) },
})

export interface Meant {
  readonly field: string
  readonly from: string
  readonly to: string
}

export const meantIn = ({ meant }: Repairs): readonly Meant[] =>
  Object.entries(meant).flatMap(([field, texts]) => Object.entries(texts).map(([from, to]) => ({ field, from, to })))

export const unmean = (repairs: Repairs, { field, from }: Meant): Repairs => ({
  ...repairs,
  meant: { ...repairs.meant, [field]: Object.fromEntries(Object.entries(repairs.meant[field] ?? {}).filter(([text]) => text !== from)) },
})

export const skippedCount = ({ skipped }: Repairs): number => Object.values(skipped).reduce((sum, rows) => sum + rows.length, 0)

/** What main is told; nothing where nothing was said. */
export const saidOf = (repairs: Repairs): Repairs | undefined => (meantIn(repairs).length + skippedCount(repairs) > 0 ? repairs : undefined)

/** 第 5、9 行; with the sheet in front where there are several. */
export function skippedText({ skipped }: Repairs): string {
  const sheets = Object.entries(skipped).filter(([, rows]) => rows.length > 0)
  return sheets.map(([sheet, rows]) => `${sheets.length > 1 ? `“${sheet}”` : ''}第 ${rows.join('、')} 行`).join('，')
}
