const two = (n: number) => String(n).padStart(2, '0')

/** The day at the office of an instant, `2026-11-23`. */
export function dayOf(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

/** The first instant of a day at the office, as it is kept. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
/** The first instant after it. */
export const endOf = (day: string): string => new Date(`${day}T24:00:00`).toISOString()

/** An instant by the clock on the wall, to the second: `2026-11-23 15:20:07`. */
export function momentOf(iso: string): string {
  const at = new Date(iso)
  return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
