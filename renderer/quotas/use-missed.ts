import { useQuery } from '../api/hooks.ts'
import type { Terms } from './terms.ts'

const none: Readonly<Record<string, number>> = {}

/** How many activities each of these people missed in a year. Someone who missed none has 0; nothing is said before the answer is here, or where nobody can miss any. */
export function useMissed({ quota, missed }: Terms, year: number, ids: readonly string[]): Readonly<Record<string, number>> {
  const reply = useQuery('quota.missed', { quota, year, ids: [...ids] }, { enabled: missed === true && ids.length > 0 })
  return reply.data ?? none
}
