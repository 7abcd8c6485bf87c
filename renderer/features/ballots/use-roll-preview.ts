import { useQueries } from '@tanstack/react-query'
import { call, type CallOutput } from '../../api/client.ts'
import type { BallotKindName } from '../../../shared/domain/ballot-words.ts'

export type Expected = CallOutput<'ballot.expected'>

export interface RollPreview {
  /** By organization; absent while it is on the way. */
  readonly of: ReadonlyMap<string, Expected>
  readonly loading: boolean
  readonly error: unknown
}

/** Of more bodies than this nobody reads the lists before a round begins. */
const most = 150

/** Who would stand on the list of each body, from the roster of the day; nothing where there are too many bodies to look through. */
export function useRollPreview(kind: BallotKindName, organizationIds: readonly string[], day: string): RollPreview {
  const replies = useQueries({
    queries: (organizationIds.length > most ? [] : organizationIds).map(organizationId => ({
      queryKey: ['ballot.expected', { kind, organizationId, day }],
      queryFn: () => call('ballot.expected', { kind, organizationId, day }),
    })),
  })
  return {
    of: new Map(organizationIds.flatMap((id, i) => (replies[i]?.data ? [[id, replies[i].data] as const] : []))),
    loading: replies.some(reply => reply.isPending),
    error: replies.find(reply => reply.error)?.error ?? null,
  }
}
