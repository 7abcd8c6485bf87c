import { useState } from 'react'
import type { JobProgress } from '../../../shared/api/bridge.ts'
import { call, type CallOutput } from '../../api/client.ts'
import { newJobId, useJob } from '../../app/jobs.tsx'

export interface Update {
  /** The package in hand, signature and all found good. */
  readonly facts: CallOutput<'update.look'> | undefined
  readonly failed: unknown
  readonly busy: boolean
  readonly job: JobProgress | undefined
  /** The system has taken over; the program ends by itself. */
  readonly done: CallOutput<'update.install'> | undefined
  chooseFile(): Promise<void>
  chooseFolder(): Promise<void>
  /** From the office's own web server. */
  fetch(): Promise<void>
  install(): Promise<void>
}

/** One package at a time: chosen, looked at, installed. `tried` hears when an installation has come to its end, good or bad. */
export function useUpdate(tried: () => void): Update {
  const [facts, setFacts] = useState<CallOutput<'update.look'>>()
  const [failed, setFailed] = useState<unknown>(null)
  const [done, setDone] = useState<CallOutput<'update.install'>>()
  const [id, setId] = useState<string>()
  const [looking, setLooking] = useState(false)
  const job = useJob(id)

  const look = async (choose: () => Promise<{ readonly token: string } | null>) => {
    setFailed(null)
    setLooking(true)
    try {
      const chosen = await choose()
      if (!chosen) return
      setFacts(undefined)
      setFacts(await call('update.look', { file: chosen.token }))
    } catch (cause) {
      setFailed(cause)
    } finally {
      setLooking(false)
    }
  }

  const perform = async (work: (job: string) => Promise<void>) => {
    const next = newJobId()
    setId(next)
    setFailed(null)
    try {
      await work(next)
    } catch (cause) {
      setFailed(cause)
    } finally {
      setId(undefined)
    }
  }

  return {
    facts,
    failed,
    busy: looking || id !== undefined,
    job,
    done,
    chooseFile: () => look(() => call('shell.chooseFile', { kind: 'update' })),
    chooseFolder: () => look(() => call('shell.chooseFolder', { title: '放更新包的文件夹' })),
    fetch: () =>
      perform(async next => {
        setFacts(undefined)
        setFacts(await call('update.fetch', { job: next }))
      }),
    async install() {
      if (!facts) return
      await perform(async next => setDone(await call('update.install', { file: facts.file, job: next })))
      tried()
    },
  }
}
