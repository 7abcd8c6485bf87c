import { useEffect, useState } from 'react'
import type { JobProgress } from '../../../shared/api/bridge.ts'
import { subscribe } from '../../api/client.ts'

/** How far a job is that runs before an office is open. */
export function useLobbyJob(id: string | undefined): JobProgress | undefined {
  const [job, setJob] = useState<JobProgress>()
  useEffect(
    () =>
      subscribe(push => {
        if (push.event === 'job' && push.job.id === id) setJob(push.job)
      }),
    [id],
  )
  return job?.id === id && job?.state === 'running' ? job : undefined
}
