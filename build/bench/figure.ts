/** One measured figure beside its floor, as `--json` prints it. */
export interface Result {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly floor: number
  readonly ratio: number
  /** In words: `≤ 2 × floor`, `≤ 5 ms`. */
  readonly goal: string
  readonly met: boolean
}

export interface Effort {
  /** Measured rounds after the warm-up. */
  readonly rounds: number
  /** Print fewer pages, ask fewer questions. */
  readonly quick: boolean
  say(line: string): void
}

/** Something that is measured: by its name on the command line, with the results it gives. */
export interface Figure {
  readonly name: string
  measure(effort: Effort): Promise<Result[]>
}

/** A value with a floor of the same unit, and how many times the floor it may be. */
export function times(name: string, measured: { value: number; floor: number }, limit: number, unit = 'ms'): Result {
  const ratio = measured.value / measured.floor
  return { name, value: rounded(measured.value), unit, floor: rounded(measured.floor), ratio: rounded(ratio), goal: `≤ ${limit} × floor`, met: ratio <= limit }
}

/** A value that has to stay below a number of its own. */
export function below(name: string, measured: { value: number; floor: number }, limit: number, unit = 'ms'): Result {
  return { ...times(name, measured, Number.POSITIVE_INFINITY, unit), goal: `≤ ${limit} ${unit}`, met: measured.value <= limit }
}

export const rounded = (n: number): number => Number(n.toPrecision(4))
