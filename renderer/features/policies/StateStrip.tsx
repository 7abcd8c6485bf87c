import type { ClauseTotals } from '../../../shared/api/policies.ts'
import { clauseStates } from '../../../shared/rules/clause-states.ts'
import { stateClass, totalsText } from './states.ts'

/** How many clauses stand how, as a strip of colour; in words where it is read out. */
export function StateStrip({ totals, tall }: { readonly totals: ClauseTotals; readonly tall?: boolean }) {
  return (
    <span className={tall ? 'state-strip tall' : 'state-strip'} role="img" aria-label={totalsText(totals)} title={totalsText(totals)}>
      {clauseStates.map(state => totals[state] > 0 && <i key={state} className={stateClass[state]} style={{ flexGrow: totals[state] }} />)}
    </span>
  )
}

/** The same in words, none of them broken. */
export const StateWords = ({ totals }: { readonly totals: ClauseTotals }) => (
  <span className="t12 ink-2 state-words">
    {clauseStates.map(
      state =>
        totals[state] > 0 && (
          <span key={state}>
            {state} {totals[state]}
          </span>
        ),
    )}
  </span>
)
