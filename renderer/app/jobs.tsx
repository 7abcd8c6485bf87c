import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { JobProgress } from '../../shared/api/bridge.ts'
import { call, subscribe } from '../api/client.ts'
import { JobPanel, useLasting } from '../ui/JobPanel.tsx'

interface Jobs {
  readonly running: readonly JobProgress[]
  claim(id: string): () => void
}

const JobsContext = createContext<Jobs>({ running: [], claim: () => () => {} })

/** A name for the progress events of one action, made by whoever starts it. */
export const newJobId = (): string => crypto.randomUUID()

/** Stops the work; it leaves nothing half done behind. */
export const cancelJob = (id: string) => void call('jobs.cancel', { id }).catch(() => {})

export function JobsProvider({ children }: { readonly children: ReactNode }) {
  const [running, setRunning] = useState<readonly JobProgress[]>([])
  const [claimed, setClaimed] = useState<readonly string[]>([])
  useEffect(
    () =>
      subscribe(push => {
        if (push.event !== 'job') return
        const { job } = push
        setRunning(before => {
          if (job.state !== 'running') return before.filter(other => other.id !== job.id)
          return before.some(other => other.id === job.id) ? before.map(other => (other.id === job.id ? job : other)) : [...before, job]
        })
      }),
    [],
  )
  const claim = useCallback((id: string) => {
    setClaimed(before => [...before, id])
    return () => setClaimed(before => before.filter(other => other !== id))
  }, [])
  const jobs = useMemo(() => ({ running, claim }), [running, claim])
  const docked = running.filter(job => !claimed.includes(job.id))
  return (
    <JobsContext value={jobs}>
      {children}
      <div className="job-dock">
        {docked.map(job => (
          <DockedJob key={job.id} job={job} />
        ))}
      </div>
    </JobsContext>
  )
}

function DockedJob({ job }: { readonly job: JobProgress }) {
  return useLasting(true) ? <JobPanel job={job} onCancel={() => cancelJob(job.id)} /> : null
}

/** True while something long is under way: then nobody is away, even if no key is pressed. */
export const useBusy = (): boolean => use(JobsContext).running.length > 0

/** The progress of one job, for a screen that shows it itself; the dock then leaves it out. */
export function useJob(id: string | undefined): JobProgress | undefined {
  const { running, claim } = use(JobsContext)
  useEffect(() => (id ? claim(id) : undefined), [id, claim])
  return running.find(job => job.id === id)
}
