import { useState } from 'react'
import type { FormName, FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { newJobId } from '../../app/jobs.tsx'
import { type Issued, issueForm, type Way } from '../../forms/issue.ts'

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
      const issued = await issueForm(way, form, params, name, id)
      setDone(issued && { ...issued, says: `${issued.says}。已记入登记。` })
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
