import { isDay } from '../../shared/rules/days.ts'

/**
 * A day as people type it, as ISO: 2026-11-23, 2026.11.23, 2026/11/23, 2026年11月23日, 20261123; 11-23 and 11.23 in the
 * year of `today`; 今天, 昨天 are the keyboard's own business. Null when it is no day.
 */
export function readDate(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const year = today.slice(0, 4)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const full = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  const short = /^(\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  const [y, m, d] = compact?.slice(1) ?? full?.slice(1) ?? (short ? [year, short[1], short[2]] : [])
  if (!y || !m || !d) return null
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isDay(day) ? day : null
}
