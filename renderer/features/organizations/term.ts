import { daysBetween } from '../../../shared/rules/days.ts'

/** How long before a term ends 换届 is worth a word. */
export const noticeDays = 180

export type Term =
  | { readonly state: 'unknown' | 'running' }
  | { readonly state: 'ending'; readonly days: number }
  | { readonly state: 'over'; readonly days: number }

/** Where a committee's term stands on a day. `termEndsOn` is its last day. */
export function termOn(termEndsOn: string | null, today: string): Term {
  if (!termEndsOn) return { state: 'unknown' }
  const days = daysBetween(today, termEndsOn)
  if (days < 0) return { state: 'over', days: -days }
  return days <= noticeDays ? { state: 'ending', days } : { state: 'running' }
}

/** 剩 45 天, 已过 23 天; nothing while there is nothing to do. */
export function termWords(term: Term): string {
  if (term.state === 'over') return `已过 ${term.days} 天`
  if (term.state === 'ending') return term.days === 0 ? '今天届满' : `剩 ${term.days} 天`
  return ''
}
