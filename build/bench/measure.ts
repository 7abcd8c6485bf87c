/** One side of a comparison: does its work once and says how many milliseconds it took. What it prepares is not counted. */
export type Side = () => Promise<number>

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Medians of both sides, measured in turns so that both see the same machine; the first turn of each only warms up. */
export async function compare(rounds: number, value: Side, floor: Side): Promise<{ value: number; floor: number }> {
  const values: number[] = []
  const floors: number[] = []
  await value()
  await floor()
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) values.push(await value())
    floors.push(await floor())
    if (round % 2 === 1) values.push(await value())
  }
  return { value: median(values), floor: median(floors) }
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

/** The number that so large a share of all does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
