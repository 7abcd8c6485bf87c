import { monthEnd, monthsBegun, type TrendInput } from './trend.ts'
import { amountText } from '../ui/say-amount.ts'
import { monthNames } from './words.ts'

interface Props extends TrendInput {
  readonly unit: string
  onMonth(month: number): void
}

/** The numbers behind the chart, for the keyboard and for print. */
export function TrendTable({ year, today, current, previous, target, unit, onMonth }: Props) {
  const begun = monthsBegun(year, today)
  const shownIf = (on: boolean, value: number) => (on ? amountText(value, 1) : '')
  return (
    <div className="trend-table">
      <table className="table dense">
        <thead>
          <tr>
            <th style={{ width: 128 }}>{unit}</th>
            {monthNames.map((name, i) => (
              <th key={name} className="r">
                {i < begun ? (
                  <button type="button" className="link" onClick={() => onMonth(i + 1)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>当月人均</td>
            {current.map((h, i) => (
              <td key={monthNames[i]} className="r">
                {shownIf(i < begun, h - (current[i - 1] ?? 0))}
              </td>
            ))}
          </tr>
          <tr>
            <td className="bold">{year} 累计</td>
            {current.map((h, i) => (
              <td key={monthNames[i]} className="r bold">
                {shownIf(i < begun, h)}
              </td>
            ))}
          </tr>
          {previous.some(h => h > 0) && (
            <tr>
              <td>{year - 1} 累计</td>
              {previous.map((h, i) => (
                <td key={monthNames[i]} className="r ink-2">
                  {amountText(h, 1)}
                </td>
              ))}
            </tr>
          )}
          {target !== undefined && (
            <tr>
              <td>时序应有</td>
              {monthNames.map((name, i) => (
                <td key={name} className="r ink-2">
                  {amountText(target * monthEnd(year, i + 1), 1)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
