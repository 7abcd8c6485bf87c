const two = (n: number) => String(n).padStart(2, '0')

/** A day in a table: `11-23` in the current year, else whole; — where there is none. */
export function dayShort(day: string | null | undefined, today: string): string {
  if (!day) return '—'
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
}

/** An instant (ISO) by this PC's clock: 今天 07:58, 11-21 16:20, 2025-12-18 09:00. */
export function momentShort(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  const day = `${two(at.getMonth() + 1)}-${two(at.getDate())}`
  if (at.toDateString() === now.toDateString()) return `今天 ${time}`
  return at.getFullYear() === now.getFullYear() ? `${day} ${time}` : `${at.getFullYear()}-${day} ${time}`
}
