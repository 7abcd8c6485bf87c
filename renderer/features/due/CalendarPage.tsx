import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { DueItem } from '../../../shared/api/due.ts'
import { addDays, addMonths, monthOf, weekdayOf, yearOf } from '../../../shared/rules/days.ts'
import { daysOfMonth, isWorkingDay, workCalendar } from '../../../shared/rules/workdays.ts'
import { useQuery } from '../../api/hooks.ts'
import { useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { DueList } from './DueList.tsx'
import { DueTabs } from './DueTabs.tsx'
import { dayText, entriesOf, type Entry, type Group, weekdayText } from './groups.ts'
import './due.css'

const week = ['一', '二', '三', '四', '五', '六', '日']
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const none: readonly DueItem[] = []

/** 月历: what falls due on each day of a month; from the day chosen its lines stand beside it. */
export function CalendarPage() {
  const { today, organizationId, name } = useScope()
  const [day, setDay] = useKept('day', today)
  const [current, setCurrent] = useKept<string | undefined>('current', undefined)
  const grid = useRef<HTMLDivElement>(null)
  const [year, month] = [yearOf(day), monthOf(day)]
  const reply = useQuery('due.month', { year, month, organizationId })
  const calendar = useQuery('calendar.year', { year })
  const work = useMemo(() => workCalendar(calendar.data?.days ?? []), [calendar.data])
  const days = daysOfMonth(year, month)
  const counts = new Map((reply.data?.days ?? []).map(one => [one.date, one]))
  const entries = useMemo(() => entriesFrom(reply.data?.items ?? none, day), [reply.data, day])
  const choose = (to: string) => {
    setDay(to)
    setTimeout(() => grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus())
  }
  const keys = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    choose(addDays(day, step))
  }
  useActions([
    { name: '上个月', keys: 'PageUp', perform: () => setDay(addMonths(day, -1)) },
    { name: '下个月', keys: 'PageDown', perform: () => setDay(addMonths(day, 1)) },
  ])
  return (
    <div className="page due">
      <PageHead title="今日待办" sub={`${name} · 到期的事按日排列，休息日灰底`} />
      <ErrorBanner error={reply.error ?? calendar.error} />
      <Card fill label="月历" style={{ flex: 1 }}>
        <DueTabs value="calendar" />
        <div className="due-month-body">
          <div className="due-month">
            <header>
              <h2>
                {year} 年 {month} 月
              </h2>
              <span className="space" />
              <Button small onClick={() => setDay(today)} disabled={day.slice(0, 7) === today.slice(0, 7)}>
                本月
              </Button>
              <IconAction icon="left" title="上个月 PageUp" onClick={() => setDay(addMonths(day, -1))} />
              <IconAction icon="right" title="下个月 PageDown" onClick={() => setDay(addMonths(day, 1))} />
            </header>
            <div ref={grid} className="due-days" role="group" aria-label={`${year} 年 ${month} 月`} onKeyDown={keys}>
              {week.map(word => (
                <span key={word} className="due-weekday" aria-hidden>
                  {word}
                </span>
              ))}
              {days.map((date, i) => {
                const count = counts.get(date)
                const named = work.days.get(date)
                const off = !isWorkingDay(work, date).working
                const words = [dayText(date), named?.name ?? '', count ? wordsOf(count) : '没有到期'].filter(Boolean).join('，')
                return (
                  <button
                    key={date}
                    type="button"
                    data-day={date}
                    className={['due-day', off ? 'off' : '', date === today ? 'today' : '', date === day ? 'chosen' : ''].filter(Boolean).join(' ')}
                    style={i === 0 ? { gridColumnStart: weekdayOf(date) } : undefined}
                    aria-label={words}
                    aria-pressed={date === day}
                    aria-current={date === today ? 'date' : undefined}
                    tabIndex={date === day ? 0 : -1}
                    onClick={() => choose(date)}
                  >
                    <span className="due-day-head">
                      <b>{Number(date.slice(8))}</b>
                      {named && <small>{named.kind === 'holiday' ? named.name : '班'}</small>}
                    </span>
                    {count && count.overdue > 0 && <span className="due-mark late">逾期 {count.overdue}</span>}
                    {count && count.due > 0 && <span className="due-mark">到期 {count.due}</span>}
                    {count && count.snoozed > 0 && <span className="due-mark quiet">暂缓 {count.snoozed}</span>}
                  </button>
                )
              })}
            </div>
          </div>
          <div className="due-of-day">
            <DueList
              label={`${dayText(day)}起到期`}
              entries={entries}
              today={today}
              selection={undefined}
              current={current}
              onCurrent={setCurrent}
              onFold={() => undefined}
              empty={reply.data ? <EmptyState icon="calendar" title={`${dayText(day)}到月底没有到期的事。`} /> : <span />}
            />
          </div>
        </div>
      </Card>
    </div>
  )
}

/** The lines of a day, and of the days after it in its month. */
function entriesFrom(items: readonly DueItem[], day: string): readonly Entry[] {
  const groups = [...Map.groupBy(items, item => item.dueOn)].filter(([date]) => date >= day)
  return entriesOf(
    groups.map(([date, those]): Group => ({ key: date, title: `${dayText(date)} ${weekdayText(date)}`, note: '', items: those, tone: 'plain' })),
    new Set(),
  )
}

const wordsOf = ({ overdue, due, snoozed }: { readonly overdue: number; readonly due: number; readonly snoozed: number }): string =>
  [overdue > 0 ? `逾期 ${overdue}` : '', due > 0 ? `到期 ${due}` : '', snoozed > 0 ? `暂缓 ${snoozed}` : ''].filter(Boolean).join('，')
