const two = (n: number) => String(n).padStart(2, '0')

/** The day at the office of an instant, `2026-11-23`. */
export function dayOf(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}
