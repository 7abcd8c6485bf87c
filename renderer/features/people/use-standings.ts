import { useMemo } from 'react'
import { type QuotaPerson, quotaStates } from '../../../shared/api/quota.ts'
import type { Filter } from '../../../shared/api/records.ts'
import { useQuery } from '../../api/hooks.ts'
import type { Condition } from '../../records/conditions.ts'
import type { Standings } from './columns.tsx'

const isState = (state: string): state is QuotaPerson['state'] => Object.hasOwn(quotaStates, state)

const none: readonly Filter[] = []

/** The name of the condition on where people stand. */
export const studyCondition = 'study'

/** Where these people stand in a year. */
export function useStandings(ids: readonly string[], year: number): Standings {
  const reply = useQuery('quota.people', { quota: 'study-hours', year, ids: [...ids] }, { enabled: ids.length > 0 })
  return useMemo(() => new Map(reply.data?.people.map(person => [person.personId, person])), [reply.data])
}

/** The condition 学时 as a filter of the list: the ids of those who stand so. */
export function useStudyFilter(
  conditions: readonly Condition[],
  around: { readonly year: number; readonly organizationId: string | undefined },
): readonly Filter[] | 'unknown' {
  const states = (conditions.find(c => c.key === studyCondition)?.chosen ?? []).filter(isState)
  const question = { quota: 'study-hours' as const, year: around.year, states, ...(around.organizationId ? { organizationId: around.organizationId } : {}) }
  const reply = useQuery('quota.people', question, { enabled: states.length > 0 })
  const people = reply.data?.people
  return useMemo(() => {
    if (states.length === 0) return none
    return people ? [{ field: 'id', op: 'in', value: people.map(person => person.personId) }] : 'unknown'
  }, [states.length, people])
}
