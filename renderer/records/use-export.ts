import { useState } from 'react'
import { call } from '../api/client.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { useSession } from '../app/session.tsx'
import type { ListColumn } from './list-column.tsx'
import type { Question } from './use-list.ts'

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
  const say = useSay()
  const { today } = useSession()
  const [busy, setBusy] = useState(false)
  const run = async ({ name, columns, ids, unit }: Wanted) => {
    const fields = [...new Set(columns.flatMap(column => column.exports ?? []))]
    const left = columns.filter(column => !column.exports).map(column => `“${column.head}”`)
    setBusy(true)
    try {
      const file = await call('shell.chooseSave', { kind: 'workbook', name: `${name} ${today}.xlsx` })
      if (!file) return
      const { rows } = await call('records.export', { ...question, fields, ...(ids ? { ids: [...ids] } : {}), file: file.token })
      say(`已导出 ${rows} ${unit}、${fields.length} 列到“${file.name}”${left.length > 0 ? `，推算的${left.join('')}不在其中` : ''}`)
    } catch (error) {
      say(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}
