import { useState } from 'react'
import type { FormName, FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { forms } from '../../../shared/forms/index.ts'
import { call } from '../../api/client.ts'
import { newJobId } from '../../app/jobs.tsx'

export type Way = 'print' | 'pdf' | 'xlsx'

export interface Issued {
  readonly says: string
  /** The file that was written, to be shown in its folder. */
  readonly file: string | null
}

export interface Issue {
  /** The work in hand, by its job. */
  readonly job: string | undefined
  readonly busy: boolean
  readonly done: Issued | undefined
  readonly error: unknown
  start(way: Way, form: FormName, params: FormParams, name: string): Promise<void>
  clear(): void
}

/** Printing and saving: one at a time, with its progress, its result and what went wrong. */
export function useIssue(): Issue {
  const [job, setJob] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Issued>()
  const [error, setError] = useState<unknown>(null)
  const clear = () => {
    setDone(undefined)
    setError(null)
  }
  const start = async (way: Way, form: FormName, params: FormParams, name: string) => {
    const id = newJobId()
    clear()
    setBusy(true)
    setJob(id)
    try {
      setDone(way === 'print' ? await print(form, params, id) : await save(way, form, params, name, id))
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'job.cancelled')
        setDone({ says: `已取消，${way === 'print' ? '没有打印' : '没有留下文件'}。`, file: null })
      else setError(cause)
    } finally {
      setBusy(false)
      setJob(undefined)
    }
  }
  return { job, busy, done, error, start, clear }
}

async function print(form: FormName, params: FormParams, job: string): Promise<Issued | undefined> {
  const { printed } = await call('forms.print', { form, params, job })
  return printed ? { says: `已送打印机：${forms[form].label}。已记入登记。`, file: null } : undefined
}

async function save(way: 'pdf' | 'xlsx', form: FormName, params: FormParams, name: string, job: string): Promise<Issued | undefined> {
  const place = await call('shell.chooseSave', { kind: way === 'pdf' ? 'pdf' : 'workbook', name })
  if (!place) return undefined
  const file = place.token
  if (way === 'pdf') {
    const { pages } = await call('forms.pdf', { form, params, file, job })
    return { says: `已存为“${place.name}”，${pages} 页。已记入登记。`, file }
  }
  const { rows } = await call('forms.xlsx', { form, params, file })
  return { says: `已存为“${place.name}”，${rows} 行。已记入登记。`, file }
}
