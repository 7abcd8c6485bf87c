import { useMemo } from 'react'
import { addDays, addMonths, firstDayOf, lastDayOf, periodEnd, periodStart, yearOf } from '../../../shared/rules/days.ts'
import { useKept } from '../../app/router.ts'
import { lengthOf } from './words.ts'

export interface ChosenDays {
  /** Where the keyboard is. */
  readonly current: string
  /** From the first to the last of them. */
  readonly days: readonly string[]
  /** Chooses one day, or with `extend` all from where the choice began. */
  choose(day: string, extend?: boolean): void
}

/** The days in hand in a year: one, or an unbroken stretch. Today or New Year's Day to begin with. */
export function useChosenDays(year: number, today: string): ChosenDays {
  const [kept, keep] = useKept<{ readonly anchor: string; readonly head: string }>('days', { anchor: today, head: today })
  const start = yearOf(today) === year ? today : firstDayOf(year)
  const { anchor, head } = yearOf(kept.head) === year && yearOf(kept.anchor) === year ? kept : { anchor: start, head: start }
  const days = useMemo(() => {
    const [from, until] = anchor < head ? [anchor, head] : [head, anchor]
    return Array.from({ length: lengthOf(from, until) }, (_, i) => addDays(from, i))
  }, [anchor, head])
  return { current: head, days, choose: (day, extend = false) => keep({ anchor: extend ? anchor : day, head: day }) }
}

/** Where a key leads from a day, within its year; undefined for keys that lead nowhere. */
export function stepFrom(day: string, key: string): string | undefined {
  const to = target(day, key)
  if (to === undefined) return undefined
  const [first, last] = [firstDayOf(yearOf(day)), lastDayOf(yearOf(day))]
  return to < first ? first : to > last ? last : to
}

function target(day: string, key: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    case 'Home':
      return periodStart(day, 1)
    case 'End':
      return periodEnd(day, 1)
    default:
      return undefined
  }
}
