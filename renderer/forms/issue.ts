import type { FormName, FormParams } from '../../shared/api/forms.ts'
import type { fileKinds } from '../../shared/api/shell.ts'
import { forms } from '../../shared/forms/index.ts'
import { call } from '../api/client.ts'
import { newJobId } from '../app/jobs.tsx'

/** To paper, or to a file. */
export type Way = 'print' | 'pdf' | 'docx' | 'xlsx'

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
  const { kind, ending, write } = files[way]
  const place = await call('shell.chooseSave', { kind, name: `${bare}${ending}` })
  if (!place) return undefined
  return { says: `已存为“${place.name}”，${await write({ form, params, file: place.token }, job)}`, file: place.token }
}

interface File {
  readonly kind: keyof typeof fileKinds
  readonly ending: string
  /** Writes it and says how much it is. */
  write(asked: { readonly form: FormName; readonly params: FormParams; readonly file: string }, job: string): Promise<string>
}

const files: Readonly<Record<Exclude<Way, 'print'>, File>> = {
  pdf: { kind: 'pdf', ending: '.pdf', write: async (asked, job) => `${(await call('forms.pdf', { ...asked, job })).pages} 页` },
  docx: { kind: 'document', ending: '.docx', write: async asked => `${(await call('forms.docx', asked)).documents} ${forms[asked.form].unit}` },
  xlsx: { kind: 'workbook', ending: '.xlsx', write: async asked => `${(await call('forms.xlsx', asked)).rows} 行` },
}
