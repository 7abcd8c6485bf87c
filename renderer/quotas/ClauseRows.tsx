import type { CallOutput } from '../api/client.ts'
import { basisWord } from './basis.ts'
import './board.css'

export type Clause = CallOutput<'quota.board'>['clauses'][number]

interface Props {
  readonly clauses: readonly Clause[]
  /** The quota's own unit, where a parameter is counted in another. */
  readonly unit: string
  readonly none: string
}

/** Every number a figure rests on, from which day, and by which clause. */
export function ClauseRows({ clauses, unit, none }: Props) {
  return (
    <table className="table quota-clauses">
      <thead>
        <tr>
          <th style={{ width: 184 }}>指标</th>
          <th className="r" style={{ width: 88 }}>
            数值
          </th>
          <th style={{ width: 104 }}>自何日起</th>
          <th>依据</th>
        </tr>
      </thead>
      <tbody>
        {clauses.map(c => (
          <tr key={c.parameter}>
            <td>{c.label}</td>
            <td className="r">
              <b>{c.value}</b> <span className="t12 ink-3">{c.unit}</span>
              {c.amount !== c.value && (
                <div className="t12 ink-3">
                  折 {c.amount} {unit}
                </div>
              )}
            </td>
            <td>{c.startsOn}</td>
            <td>
              <span className="tag">{basisWord(c.basis)}</span>
              <div className="clause">{c.clause ?? '没有记下条款'}</div>
            </td>
          </tr>
        ))}
        {clauses.length === 0 && (
          <tr>
            <td colSpan={4} className="ink-3">
              {none}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
