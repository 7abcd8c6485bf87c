import { QueryClient } from '@tanstack/react-query'
import type { Push } from '../../shared/api/bridge.ts'
import { isQueryName, readsOf } from './reads.ts'

/** Keeps replies until what they read has changed. Nothing here asks a network: main answers, or fails once. */
export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        throwOnError: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** The one place where a change in the records makes what is on screen stale. */
export function forgetChanged(cache: QueryClient, push: Push) {
  if (push.event !== 'changed') return
  void cache.invalidateQueries({
    predicate: ({ queryKey: [name, input] }) => {
      if (!isQueryName(name)) return false
      const read = readsOf(name, input as never)
      return read.includes('*') || read.some(type => push.types.includes(type))
    },
  })
}
