import { call } from '../api/client.ts'
import type { ListColumn } from './list-column.tsx'
import type { Question } from './use-list.ts'
import { useSaveWorkbook } from './use-save-workbook.ts'

interface Wanted {
  /** What the file is called, without its ending and the day. */
  readonly name: string
  readonly columns: readonly ListColumn[]
  /** Only these; the whole list without it. */
  readonly ids?: readonly string[]
  readonly unit: string
}

/** Writes a list to Excel, with the columns in view in their order, where the user says. */
export function useExport(question: Question): { readonly busy: boolean; run(wanted: Wanted): Promise<void> } {
  const { busy, run } = useSaveWorkbook()
  const exported = ({ name, columns, ids, unit }: Wanted) =>
    run(name, async file => {
      const fields = [...new Set(columns.flatMap(column => column.exports ?? []))]
      const left = columns.filter(column => !column.exports).map(column => `“${column.head}”`)
      const { rows } = await call('records.export', { ...question, fields, ...(ids ? { ids: [...ids] } : {}), file: file.token })
      return `已导出 ${rows} ${unit}、${fields.length} 列到“${file.name}”${left.length > 0 ? `，推算的${left.join('')}不在其中` : ''}`
    })
  return { busy, run: exported }
}
