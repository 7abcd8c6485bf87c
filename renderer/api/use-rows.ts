import { useQueries } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { type CallInput, type CallOutput, call } from './client.ts'

/** The queries that give a long list piece by piece. */
export type PagedName =
  | 'records.list'
  | 'activity.list'
  | 'meeting.list'
  | 'forms.register'
  | 'ballot.list'
  | 'case.list'
  | 'case.candidates'
  | 'selection.list'
  | 'supervision.effects'
  | 'integrity.list'
type RowOf<N extends PagedName> = CallOutput<N>['rows'][number]
type Question<N extends PagedName> = Omit<CallInput<N>, 'offset' | 'limit'>

export interface Rows<N extends PagedName> {
  readonly total: number
  /** Undefined while its piece is on the way. */
  rowAt(index: number): RowOf<N> | undefined
  /** Tell it what is in view. */
  show(first: number, last: number): void
  readonly pages: readonly CallOutput<N>[]
  readonly loading: boolean
  readonly error: Error | null
}

const size = 100

/** A list of any length for `DataTable`: only the pieces in view are asked for, each once. */
export function useRows<N extends PagedName>(name: N, question: Question<N>): Rows<N> {
  const [[first, last], setView] = useState<readonly [number, number]>([0, 0])
  const pages = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const replies = useQueries({
    queries: pages.map(page => {
      const input = { ...question, offset: page * size, limit: size } as CallInput<N>
      return {
        queryKey: [name, input] as const,
        queryFn: () => call(name, input),
        // The same piece of the former question stands in, never another piece.
        placeholderData: (before: CallOutput<N> | undefined, query?: { queryKey: readonly [unknown, CallInput<N>] }) =>
          query?.queryKey[1].offset === input.offset ? before : undefined,
      }
    }),
  })
  const known = replies.map(reply => reply.data as CallOutput<N> | undefined)
  const show = useCallback((from: number, to: number) => {
    const next = [Math.max(0, Math.floor(from / size)), Math.max(0, Math.floor(to / size))] as const
    setView(before => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  const total = useRef(0)
  total.current = known.find(Boolean)?.total ?? total.current
  return {
    total: total.current,
    rowAt: index => known[Math.floor(index / size) - first]?.rows[index % size],
    show,
    pages: known.filter(page => page !== undefined),
    loading: replies.some(reply => reply.isPending),
    error: replies.find(reply => reply.error)?.error ?? null,
  }
}
