const tops = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 48]

/**
 * Where the darkest colour of a heat map begins: a round number that nine in ten of the months with hours stay within, so that
 * one long class does not wash out the rest.
 */
export function heatTop(rows: readonly (readonly number[])[]): number {
  const values = rows
    .flat()
    .filter(h => h > 0)
    .sort((a, b) => a - b)
  const high = values[Math.floor(values.length * 0.9)] ?? 0
  return tops.find(top => top >= high) ?? Math.ceil(high)
}
