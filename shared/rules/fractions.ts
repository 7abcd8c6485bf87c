/** A number as it is, without rounding: numerator over a denominator above zero, in lowest terms. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** `n / d`. Throws where `d` is zero: there is no such number. */
export function fraction(n: bigint | number, d: bigint | number = 1): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('a fraction over zero')
  const sign = bottom < 0n ? -1n : 1n
  const common = gcd(top < 0n ? -top : top, bottom * sign)
  return { n: (sign * top) / common, d: (sign * bottom) / common }
}

/** A number of at most two decimals, as people write hours, points and weights. */
export const hundredths = (value: number): Fraction => fraction(Math.round(value * 100), 100)

export const zero = fraction(0)
export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d })
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, zero)

/** Below zero, zero, above zero: as `toSorted` wants it. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Rounded to so many decimals, half away from zero, as a number for a screen or a sheet. */
export function rounded({ n, d }: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals)
  const [top, sign] = n < 0n ? [-n, -1] : [n, 1]
  return (sign * Number((2n * top * scale + d) / (2n * d))) / Number(scale)
}
