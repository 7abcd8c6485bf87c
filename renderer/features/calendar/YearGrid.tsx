import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react'
import { isWorkingDay, workCalendar } from '../../../shared/rules/workdays.ts'
import { addDays } from '../../../shared/rules/days.ts'
import { MonthGrid } from './MonthGrid.tsx'
import { type ChosenDays, stepFrom } from './use-chosen-days.ts'
import type { CalendarYear } from './words.ts'

interface Props {
  readonly calendar: CalendarYear
  readonly today: string
  readonly chosen: ChosenDays
  /** First and last day that the reckoning in view counts. */
  readonly counted: readonly [string, string] | undefined
  /** Enter: what is chosen is to be registered. */
  onEnter(): void
  onDelete(): void
}

const dayOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[data-day]')?.dataset['day'] : undefined)

/** The twelve months. Arrows move, Shift or dragging chooses a stretch, Enter registers, Delete takes off. */
export function YearGrid({ calendar, today, chosen, counted, onEnter, onDelete }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const { year, days } = calendar
  const work = useMemo(() => workCalendar(days), [days])
  const onFile = useMemo(() => new Map(days.map(day => [day.date, day])), [days])
  const [from, until] = counted ?? []
  const way = useMemo(() => {
    const set = new Set<string>()
    if (from === undefined || until === undefined) return set
    for (let day = from; day <= until; day = addDays(day, 1)) if (isWorkingDay(work, day).working) set.add(day)
    return set
  }, [work, from, until])
  const looks = {
    today,
    current: chosen.current,
    chosen: new Set(chosen.days),
    counted: way,
    onFile: (day: string) => onFile.get(day),
  }

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = stepFrom(chosen.current, event.key)
    if (to === undefined && !['Enter', ' ', 'Delete'].includes(event.key)) return
    event.preventDefault()
    if (to === undefined) return event.key === 'Delete' ? onDelete() : onEnter()
    chosen.choose(to, event.shiftKey)
    frame.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus()
  }
  const press = (event: PointerEvent) => {
    const day = dayOf(event.target)
    if (day !== undefined && event.button === 0) chosen.choose(day, event.shiftKey)
  }
  const drag = (event: PointerEvent) => {
    const day = event.buttons & 1 ? dayOf(event.target) : undefined
    if (day !== undefined && day !== chosen.current) chosen.choose(day, true)
  }
  return (
    <div ref={frame} className="months" role="group" aria-label={`${year} 年`} onKeyDown={keys} onPointerDown={press} onPointerOver={drag}>
      {calendar.months.map((workingDays, i) => (
        <MonthGrid key={`${year}-${i + 1}`} year={year} month={i + 1} workingDays={workingDays} looks={looks} />
      ))}
    </div>
  )
}
