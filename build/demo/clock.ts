import { addDays } from '../../shared/rules/days.ts'

/** The office's own time while it is filled: records are entered in the order of the years they tell of, in working hours. */
export class FillClock {
  #day: string
  #ticks = 0
  readonly #today: string

  constructor(start: string, today: string) {
    this.#day = start
    this.#today = today
  }

  /** Goes on to a day; never back, and at most to yesterday, so that nothing is dated later than its entry. */
  goTo(day: string): void {
    const yesterday = addDays(this.#today, -1)
    const next = day > yesterday ? yesterday : day
    if (next <= this.#day) return
    this.#day = next
    this.#ticks = 0
  }

  /** The next instant: from 9:00 in Beijing, a quarter of a second later each time. */
  readonly now = (): string => new Date(Date.parse(`${this.#day}T01:00:00Z`) + 250 * this.#ticks++).toISOString()

  readonly today = (): string => this.#today
}
