import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { elapsedShare } from '../../shared/rules/days.ts'
import { chartTheme } from '../ui/heat.ts'
import { tokens } from '../ui/tokens.ts'
import { Tooltip } from '../ui/Tooltip.tsx'
import { gridLines, monthEnd, monthsBegun, type TrendInput, type TrendPoint, trendPoints } from './trend.ts'
import { amountText } from '../ui/say-amount.ts'
import { elapsedText } from './words.ts'

interface Props extends TrendInput {
  readonly unit: string
  /** What opens: 活动, 记录. */
  readonly record: string
  onMonth(month: number): void
}

interface DotProps {
  readonly cx?: number
  readonly cy?: number
  readonly payload?: TrendPoint
}

const margin = { top: 8, right: 8, bottom: 20, left: 0 }
const axisWidth = 32

/** Mean amounts by the end of each month against the time of year; each month is a button. */
export function TrendChart(props: Props) {
  const { year, today, current, previous, target, unit, record, onMonth } = props
  const points = trendPoints(props)
  const begun = monthsBegun(year, today)
  const lines = gridLines(Math.max(target ?? 0, ...current.slice(0, begun), ...previous))
  const now = elapsedShare(year, today)
  const running = now > 0 && now < 1
  const last = points.findLast(p => p.current !== undefined)
  // A line that runs along the foot of the chart would run through the words.
  const low = (last?.current ?? 0) < (lines.at(-1) ?? 0) / 4
  const dot = ({ cx, cy, payload }: DotProps) => {
    if (cx === undefined || cy === undefined || !payload || payload.at === 0) return <g key={payload?.at ?? 'none'} />
    return (
      <circle
        key={payload.at}
        cx={cx}
        cy={cy}
        r={payload === last ? 4 : 3}
        fill={payload === last ? tokens.c1 : tokens.paper}
        stroke={tokens.c1}
        strokeWidth={1.5}
      />
    )
  }
  return (
    <div className="trend" data-unit={unit}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={[...points]} margin={margin} accessibilityLayer={false}>
          <CartesianGrid {...chartTheme.grid} />
          <XAxis dataKey="at" type="number" domain={[0, 1]} hide />
          <YAxis
            width={axisWidth}
            domain={[0, lines.at(-1) ?? 0]}
            ticks={[...lines]}
            interval={0}
            axisLine={false}
            tickLine={false}
            tick={chartTheme.axis.tick}
            tickFormatter={(value: number) => (lines.indexOf(value) % 2 === 0 ? amountText(value, 1) : '')}
          />
          <Line dataKey="target" type="linear" connectNulls {...chartTheme.target} />
          <Line dataKey="previous" type="linear" connectNulls {...chartTheme.previous} />
          <Line dataKey="current" type="linear" {...chartTheme.current} dot={dot} activeDot={false} />
          {running && <ReferenceLine x={now} stroke={tokens.ink} strokeWidth={1} />}
        </LineChart>
      </ResponsiveContainer>
      <div className="trend-plot" style={{ left: axisWidth + margin.left, right: margin.right }}>
        {current.map((_, i) => {
          const [from, to] = [monthEnd(year, i), monthEnd(year, i + 1)]
          const says = sayMonth(props, i, begun)
          return (
            <Tooltip key={from} title={says}>
              <button
                type="button"
                className={running && i + 1 === begun ? 'trend-month now' : 'trend-month'}
                aria-label={`${says}。打开当月${record}`}
                style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
                onClick={() => onMonth(i + 1)}
              >
                {i + 1}月
              </button>
            </Tooltip>
          )
        })}
        {running && (
          <p
            className={low ? 'trend-today above' : 'trend-today'}
            style={now > 0.35 ? { right: `${(1 - now) * 100}%`, textAlign: 'right' } : { left: `${now * 100}%` }}
          >
            <b>
              今天 {today.slice(5)}，时序 {elapsedText(now)}%
            </b>
            <br />
            {target === undefined ? '' : `时序应有 ${amountText(target * now, 1)}，`}实有 {amountText(current[begun - 1] ?? 0, 1)} {unit}
          </p>
        )}
      </div>
    </div>
  )
}

/** 9 月：当月人均 5.2，累计 33.1，上年累计 30.5 学时 */
function sayMonth({ year, current, previous, unit }: Props, i: number, begun: number): string {
  const before = previous.some(h => h > 0) ? `${year - 1} 年累计 ${amountText(previous[i] ?? 0, 1)} ${unit}` : ''
  if (i >= begun) return [`${i + 1} 月还没到`, before].filter(Boolean).join('，')
  const own = amountText((current[i] ?? 0) - (current[i - 1] ?? 0), 1)
  return [`${i + 1} 月：当月人均 ${own}`, `累计 ${amountText(current[i] ?? 0, 1)} ${unit}`, before].filter(Boolean).join('，')
}
