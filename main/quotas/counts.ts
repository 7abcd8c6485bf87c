import type { OutputOf } from '../../shared/api/endpoint.ts'
import type { quotaApi } from '../../shared/api/quota.ts'
import type { Quota } from '../../shared/quotas/quota.ts'
import { parameterCatalogue, type ParameterValue } from '../../shared/rules/parameters.ts'
import { amountOn, type Target } from '../../shared/rules/quota.ts'
import { type Counted, isDue } from './counted.ts'

type Clause = OutputOf<(typeof quotaApi)['quota.board']>['clauses'][number]

/** What standings come to in all. */
export interface Counts {
  members: number
  required: number
  met: number
  near: number
  short: number
  open: number
  exempt: number
  amount: number
  due: number
  kept: number
}

export const none = (): Counts => ({ members: 0, required: 0, met: 0, near: 0, short: 0, open: 0, exempt: 0, amount: 0, due: 0, kept: 0 })

/** The parameter behind a target with its meaning, as a clause to show. */
export function clauseOf({ parameter, amount }: Target, quota: Quota): Clause {
  const meaning = parameterCatalogue[parameter.key]
  return {
    parameter: parameter.key,
    label: meaning?.label ?? quota.label,
    value: parameter.value,
    unit: meaning?.unit ?? quota.unit,
    amount,
    startsOn: parameter.startsOn,
    clause: parameter.clause,
    basis: parameter.basis,
  }
}

/** The targets of a quota as they stand on a day; none where it is not in use. */
export function clausesOn(quota: Quota, parameters: readonly ParameterValue[], day: string): Clause[] {
  if (quota.ownTarget)
    return quota.ownTarget.startsOn <= day ? [clauseOf({ label: quota.label, parameter: quota.ownTarget, amount: quota.ownTarget.value }, quota)] : []
  return quota.targets.flatMap(t => amountOn(t, parameters, day) ?? []).map(target => clauseOf(target, quota))
}

/** Counts one subject in. */
export function add(counts: Counts, { standing, done, owes, periods }: Counted): void {
  counts.members += 1
  if (standing.state === 'exempt') counts.exempt += 1
  if (!owes) return
  counts.required += 1
  counts.amount += done
  if (standing.met) counts.met += 1
  if (standing.state === 'near') counts.near += 1
  if (standing.state === 'short') counts.short += 1
  if (standing.state === 'open') counts.open += 1
  if (periods.length === 0) {
    if (isDue(standing)) counts.due += 1
    if (standing.met) counts.kept += 1
    return
  }
  for (const period of periods) {
    if (isDue(period)) counts.due += 1
    if (period.state === 'met') counts.kept += 1
  }
}
