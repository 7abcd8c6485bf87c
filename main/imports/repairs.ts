import type { Repairs } from '../../shared/api/import.ts'
import { cellText } from '../../shared/records/cell.ts'
import type { RowFault } from './kind.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'

/** What a fault offers where only one thing can be meant. */
export const repairOf = (from: string, to: string | undefined): Pick<RowFault, 'repair'> => (to === undefined ? {} : { repair: { from, to } })

/** The sheets as the user has mended them: cells say what was meant, and rows left out are gone. */
export function repaired(sheets: readonly RecognisedSheet[], repairs: Repairs | undefined): RecognisedSheet[] {
  if (!repairs) return [...sheets]
  return sheets.map(sheet => {
    const skipped = new Set(repairs.skipped[sheet.sheet.name])
    const meant = Object.entries(repairs.meant).flatMap(([field, texts]) => {
      const at = sheet.at.get(field)
      return at === undefined ? [] : [{ at, texts: new Map(Object.entries(texts)) }]
    })
    const mended = (row: DataRow): DataRow => {
      const cells = [...row.cells]
      for (const { at, texts } of meant) cells[at] = texts.get(cellText(row.cells[at] ?? null)) ?? row.cells[at] ?? null
      return { ...row, cells }
    }
    const data = sheet.data.filter(row => !skipped.has(row.number))
    const firstRow = sheet.data[0]?.number
    return { ...sheet, ...(firstRow === undefined ? {} : { firstRow }), data: meant.length > 0 ? data.map(mended) : data }
  })
}

/** How many rows of these sheets were left out. */
export const skippedIn = (sheets: readonly RecognisedSheet[], repairs: Repairs | undefined): number =>
  sheets.reduce((sum, { sheet }) => sum + (repairs?.skipped[sheet.name]?.length ?? 0), 0)
