import { monthOf, weekdayOf } from '../../../shared/rules/days.ts'
import { daysOfMonth, isWeekend } from '../../../shared/rules/workdays.ts'
import { type DayOnFile, labelOf } from './words.ts'

const week = ['一', '二', '三', '四', '五', '六', '日']
const marks = { holiday: '休', workday: '班' } as const

export interface DayLooks {
  readonly today: string
  readonly current: string
  readonly chosen: ReadonlySet<string>
  /** The working days of the reckoning in view. */
  readonly counted: ReadonlySet<string>
  onFile(day: string): DayOnFile | undefined
}

interface Props {
  readonly year: number
  readonly month: number
  readonly workingDays: number
  readonly looks: DayLooks
}

/** One month, Monday first. Days off and make-up days have colour and word. */
export function MonthGrid({ year, month, workingDays, looks }: Props) {
  const days = daysOfMonth(year, month)
  return (
    <section className="month" aria-label={`${month} 月，${workingDays} 个工作日`}>
      <header>
        <h3 className={monthOf(looks.today) === month && looks.today.startsWith(String(year)) ? 'now' : undefined}>{month} 月</h3>
        <span className="t12 ink-3">{workingDays} 个工作日</span>
      </header>
      <div className="month-days">
        {week.map(name => (
          <span key={name} className="month-week" aria-hidden>
            {name}
          </span>
        ))}
        {days.map((day, i) => (
          <Day key={day} day={day} looks={looks} column={i === 0 ? weekdayOf(day) : undefined} />
        ))}
      </div>
    </section>
  )
}

function Day({ day, looks, column }: { readonly day: string; readonly looks: DayLooks; readonly column: number | undefined }) {
  const onFile = looks.onFile(day)
  const classes = [
    'day',
    onFile?.kind ?? (isWeekend(day) ? 'weekend' : ''),
    day === looks.today ? 'today' : '',
    looks.chosen.has(day) ? 'chosen' : '',
    looks.counted.has(day) ? 'counted' : '',
  ]
  return (
    <button
      type="button"
      data-day={day}
      className={classes.filter(Boolean).join(' ')}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      tabIndex={day === looks.current ? 0 : -1}
      aria-label={labelOf(day, onFile)}
      aria-current={day === looks.today ? 'date' : undefined}
      aria-pressed={looks.chosen.has(day)}
      title={onFile ? labelOf(day, onFile) : undefined}
    >
      <span className="day-number">{Number(day.slice(8))}</span>
      {onFile && <span className="day-mark">{marks[onFile.kind]}</span>}
      {onFile && <span className="day-name">{onFile.name}</span>}
    </button>
  )
}
