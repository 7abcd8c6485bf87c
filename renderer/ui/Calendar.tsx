import { useState } from 'react'
import { addDays, addMonths, monthOf, yearOf } from '../../shared/rules/days.ts'
import { IconAction } from './IconAction.tsx'

interface Props {
  readonly value: string | null
  readonly today: string
  onPick(day: string): void
}

const week = ['一', '二', '三', '四', '五', '六', '日']

/** Six weeks that hold a month, Monday first. */
export function weeksOf(month: string): readonly string[] {
  const first = `${month.slice(0, 7)}-01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 42 }, (_, i) => addDays(first, i - weekday))
}

/** A month to pick a day from. */
export function Calendar({ value, today, onPick }: Props) {
  const [month, setMonth] = useState((value ?? today).slice(0, 7))
  const step = (months: number) => setMonth(addMonths(`${month}-01`, months).slice(0, 7))
  return (
    <div className="calendar">
      <div className="calendar-head">
        <IconAction icon="left" title="上一月" onClick={() => step(-1)} />
        <span className="space" />
        {yearOf(`${month}-01`)} 年 {monthOf(`${month}-01`)} 月
        <span className="space" />
        <IconAction icon="right" title="下一月" onClick={() => step(1)} />
      </div>
      <div className="calendar-days">
        {week.map(d => (
          <span key={d}>{d}</span>
        ))}
        {weeksOf(`${month}-01`).map(day => (
          <button
            key={day}
            type="button"
            aria-label={day}
            aria-pressed={day === value}
            onClick={() => onPick(day)}
            className={[day.slice(0, 7) === month ? '' : 'out', day === today ? 'today' : ''].filter(Boolean).join(' ')}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}
