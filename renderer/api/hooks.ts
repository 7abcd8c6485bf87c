import { keepPreviousData, type UseQueryResult, useQuery as useReply } from '@tanstack/react-query'
import { type CallInput, type CallOutput, call } from './client.ts'
import type { QueryName } from './reads.ts'

interface Options {
  /** False while there is nothing to ask yet. */
  readonly enabled?: boolean
  /** Shows the reply to the former question until the new one is here: no flicker while typing or stepping years. */
  readonly keep?: boolean
}

/** A reply from main, asked again by itself when what it reads has changed. */
export function useQuery<N extends QueryName>(name: N, input: CallInput<N>, { enabled = true, keep = true }: Options = {}): UseQueryResult<CallOutput<N>> {
  return useReply<CallOutput<N>>({ queryKey: [name, input], queryFn: () => call(name, input), enabled, placeholderData: keep ? keepPreviousData : undefined })
}
