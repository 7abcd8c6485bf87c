import type { QueryClient } from '@tanstack/react-query'
import type { Push } from '../../shared/api/bridge.ts'
import { isQueryName, readsOf } from './reads.ts'

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
