import type { ClauseTotals } from '../../../shared/api/policies.ts'
import { clauseStates, type ClauseState } from '../../../shared/rules/clause-states.ts'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { StateStrip } from './StateStrip.tsx'
import { stateClass } from './states.ts'

interface Props {
  readonly totals: ClauseTotals
  /** The state in view among all clauses of the five documents. */
  readonly state: ClauseState | undefined
  onState(state: ClauseState | undefined): void
}

/** The mechanisms of the five documents: how many stand how. */
export function CoverageFigures({ totals, state, onState }: Props) {
  const all = clauseStates.reduce((sum, s) => sum + totals[s], 0)
  return (
    <FigureStrip weights={[1.1, 1, 1, 1, 1, 3.6]}>
      <Figure compact label="五个文件的机制" value={all} onOpen={() => onState(undefined)} />
      {clauseStates.map(s => (
        <Figure key={s} compact label={s} value={totals[s]} {...(s === '欠缺' ? { tone: 'short' } : {})} pressed={state === s} onOpen={() => onState(s)} />
      ))}
      <div className="figure compact coverage-strip">
        <StateStrip totals={totals} tall />
        <span className="t12 ink-3">
          {clauseStates.map(s => (
            <span key={s}>
              <i className={`state-key ${stateClass[s]}`} />
              {s}
            </span>
          ))}
          <span className="ellipsis">没有台账、指标或表承接的，如实列为尚无</span>
        </span>
      </div>
    </FigureStrip>
  )
}
