import { useActions } from '../app/shortcuts.ts'
import { useKept } from '../app/router.ts'
import type { CallOutput } from '../api/client.ts'
import { Card } from '../ui/Card.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Distribution } from './Distribution.tsx'
import { TrendChart } from './TrendChart.tsx'
import { TrendTable } from './TrendTable.tsx'
import { amountText } from '../ui/say-amount.ts'
import type { Terms } from './terms.ts'

type View = 'chart' | 'table' | 'spread'

interface Props {
  readonly board: CallOutput<'quota.board'>
  readonly terms: Terms
  readonly today: string
  quarterTo(step: number): string
  onMonth(month: number): void
}

const notes = ({ record, done }: Terms): Readonly<Record<View, string>> => ({
  chart: `点开任一月看当月${record}`,
  table: '按月末累计',
  spread: `按${done}占指标的多少`,
})

/** 走势, the table behind it (T), and 分布. */
export function TrendCard({ board, terms, today, quarterTo, onMonth }: Props) {
  const [view, setView] = useKept<View>('trend view', 'chart')
  const { year, trend, total } = board
  // The line is of those whom the mean hours are of: some owe 32, some 56.
  const target = total.meanTarget > 0 ? total.meanTarget : undefined
  useActions([{ name: '图与表互换', keys: 'T', perform: () => setView(view === 'table' ? 'chart' : 'table') }])
  const input = { year, today, current: trend.current, previous: trend.previous, target, unit: terms.unit, record: terms.record, onMonth }
  return (
    <Card
      className="trend-card"
      title={view === 'spread' ? `${terms.label}分布` : `人均${terms.label}与时序`}
      note={notes(terms)[view]}
      actions={
        <>
          {view === 'chart' && <Key year={year} before={trend.previous.some(h => h > 0)} target={target} unit={terms.unit} />}
          <Segmented
            label="看法"
            small
            value={view}
            onChange={setView}
            options={[
              { value: 'chart', label: '走势' },
              { value: 'table', label: '表' },
              { value: 'spread', label: '分布' },
            ]}
          />
        </>
      }
    >
      {view === 'chart' && <TrendChart {...input} />}
      {view === 'table' && <TrendTable {...input} />}
      {view === 'spread' && <Distribution steps={board.distribution} head={terms.head} toOf={quarterTo} />}
    </Card>
  )
}

interface KeyProps {
  readonly year: number
  readonly before: boolean
  readonly target: number | undefined
  readonly unit: string
}

function Key({ year, before, target, unit }: KeyProps) {
  return (
    <>
      <span className="trend-key">
        <i className="current" />
        {year}
      </span>
      {before && (
        <span className="trend-key">
          <i className="previous" />
          {year - 1}
        </span>
      )}
      {target !== undefined && (
        <span className="trend-key">
          <i className="target" />
          时序线（人均指标 {amountText(target, 1)} {unit}）
        </span>
      )}
    </>
  )
}
