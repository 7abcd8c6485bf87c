import { useMemo } from 'react'
import { type LocalRequirement, localRequirement, type ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { withLocal } from '../../../shared/procedures/in-force.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import type { Step } from '../../../shared/procedures/procedure.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'

const none: readonly Record<string, unknown>[] = []

/** What the office asks for besides, oldest first, and the steps of the newest rules with it. */
export function useSteps(procedure: ProcedureName): {
  readonly steps: readonly Step[]
  readonly local: readonly LocalRequirement[]
  readonly error: Error | null
} {
  const { today } = useScope()
  const { data, error } = useQuery('records.list', {
    type: 'localRequirement',
    filters: [{ field: 'procedure', op: 'is', value: procedure }],
    sort: { field: 'startsOn', descending: false },
    limit: 500,
  })
  const rows = data?.rows ?? none
  return useMemo(() => {
    const local = rows.map(row => localRequirement.stored.parse(row))
    return { local, steps: withLocal(procedures[procedure].rules.at(-1)?.steps ?? [], local, today), error }
  }, [rows, procedure, today, error])
}
