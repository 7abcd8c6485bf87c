import type { FormName, FormParams } from '../../shared/api/forms.ts'
import { forms } from '../../shared/forms/index.ts'
import { call } from '../api/client.ts'
import { newJobId } from '../app/jobs.tsx'

/** To paper, or to a file. */
export type Way = 'print' | 'pdf' | 'xlsx'

export interface Issued {
  readonly says: string
  /** The file that was written, to be shown in its folder. */
  readonly file: string | null
}

/** Prints a form, or asks where to save it and does. `name` is the file's, without its ending. Nothing comes back where a dialog was closed; progress goes by `job`. */
export async function issueForm(way: Way, form: FormName, params: FormParams, name: string, job = newJobId()): Promise<Issued | undefined> {
  if (way === 'print') {
    const { printed } = await call('forms.print', { form, params, job })
    return printed ? { says: `已送打印机：${forms[form].label}`, file: null } : undefined
  }
  const bare = name.replaceAll(/[\\/:*?"<>|]/g, '_')
  const place = await call('shell.chooseSave', way === 'pdf' ? { kind: 'pdf', name: `${bare}.pdf` } : { kind: 'workbook', name: `${bare}.xlsx` })
  if (!place) return undefined
  const file = place.token
  const size =
    way === 'pdf' ? `${(await call('forms.pdf', { form, params, file, job })).pages} 页` : `${(await call('forms.xlsx', { form, params, file })).rows} 行`
  return { says: `已存为“${place.name}”，${size}`, file }
}
