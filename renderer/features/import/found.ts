import type { SheetReading } from '../../../shared/api/import.ts'

type Skipped = SheetReading['skipped']

/** 略过：2 行表题、1 行空行、2 行合计; empty when nothing was. */
export function skippedText({ titles, blanks, totals }: Skipped): string {
  const parts = [titles > 0 ? `${titles} 行表题` : '', blanks > 0 ? `${blanks} 行空行` : '', totals > 0 ? `${totals} 行合计` : ''].filter(Boolean)
  return parts.join('、')
}

const sum = (sheets: readonly SheetReading[], part: keyof Skipped) => sheets.reduce((total, sheet) => total + sheet.skipped[part], 0)

/** What was found in the whole file, in one line. */
export function foundText(sheets: readonly SheetReading[]): string {
  const known = sheets.filter(s => s.headerRow !== null && (s.rows > 0 || sheets.length === 1))
  const only = known.length === 1 ? known[0] : undefined
  const where = only
    ? `认出标题行：第 ${only.headerRow} 行`
    : `认出 ${known.length} 张表的标题行${known.length < sheets.length ? `，${sheets.length - known.length} 张不导入` : ''}`
  const skipped = skippedText({ titles: sum(known, 'titles'), blanks: sum(known, 'blanks'), totals: sum(known, 'totals') })
  return skipped ? `${where}。略过：${skipped}` : where
}
