import { useQueries } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { quota } from './words.ts'

const size = 500

/** How many activities each of these people missed in a year, as far as it is known yet. Asked in pieces. */
export function useMissed(year: number, ids: readonly string[]): Readonly<Record<string, number>> {
  const pieces = Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size))
  const replies = useQueries({
    queries: pieces.map(piece => {
      const input = { quota, year, ids: piece } as const
      return { queryKey: ['quota.missed', input] as const, queryFn: () => call('quota.missed', { ...input, ids: [...piece] }) }
    }),
  })
  const known: Record<string, number> = {}
  for (const [i, piece] of pieces.entries()) {
    const reply = replies[i]?.data
    if (reply) for (const id of piece) known[id] = reply[id] ?? 0
  }
  return known
}
