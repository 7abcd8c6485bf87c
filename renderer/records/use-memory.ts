import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import { call } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'

/**
 * What a screen remembers for this user: chosen columns, views. `ready` is false until it is known. What is kept in a
 * form of an earlier version is forgotten.
 */
export function useMemory<T>(key: string, schema: z.ZodType<T>, initial: T): { readonly value: T; readonly ready: boolean; put(value: T): void } {
  const cache = useQueryClient()
  const reply = useQuery('memory.get', { key })
  const kept = schema.safeParse(reply.data)
  const put = useCallback(
    (value: T) => {
      cache.setQueryData(['memory.get', { key }], value)
      void call('memory.put', { key, value: JSON.parse(JSON.stringify(value)) }).catch(() => {})
    },
    [cache, key],
  )
  return { value: kept.success ? kept.data : initial, ready: !reply.isPending, put }
}
