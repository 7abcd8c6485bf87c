import { useQuery } from '@tanstack/react-query'
import { call } from './client.ts'

/** Whether the database's key should be changed, and for whom that can be done. Looked at afresh for each list of users. */
export const useKeys = (of: unknown) => useQuery({ queryKey: ['keys.state', of], queryFn: () => call('keys.state', {}), staleTime: 0, gcTime: 0 })
