import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, subscribe } from './client.ts'

/** Where backups lie and how the last one went. Looked at afresh: a stick may have been pulled meanwhile; and when a job has ended. */
export function useBackups() {
  const state = useQuery({ queryKey: ['backup.state'], queryFn: () => call('backup.state', {}), staleTime: 0 })
  const { refetch } = state
  useEffect(
    () =>
      subscribe(push => {
        if (push.event === 'job' && push.job.state !== 'running') void refetch()
      }),
    [refetch],
  )
  return state
}
