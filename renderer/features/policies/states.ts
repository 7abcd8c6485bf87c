import type { ClauseTotals } from '../../../shared/api/policies.ts'
import { clauseStates, type ClauseState } from '../../../shared/rules/clause-states.ts'

export const isState = (text: string | null): text is ClauseState => clauseStates.some(state => state === text)

/** The class of a state in the strips of colour. */
export const stateClass: Readonly<Record<ClauseState, string>> = { 正常: 'ok', 欠缺: 'short', 未启用: 'idle', 尚无: 'none' }

/** 正常 12　未启用 20: what there is, in words. */
export const totalsText = (totals: ClauseTotals): string =>
  clauseStates
    .filter(state => totals[state] > 0)
    .map(state => `${state} ${totals[state]}`)
    .join('　')

export function totalsOf(clauses: readonly { readonly state: ClauseState }[]): ClauseTotals {
  const totals = { 正常: 0, 欠缺: 0, 未启用: 0, 尚无: 0 }
  for (const { state } of clauses) totals[state] += 1
  return totals
}
