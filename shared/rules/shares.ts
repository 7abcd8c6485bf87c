import type { Share } from '../ballots/kind.ts'

/** Whether `part` of `whole` reaches the share: by multiplying out, so that half of an odd number has no rounding. */
export const meets = ({ part, of, over }: Share, some: number, whole: number): boolean => (over ? some * of > whole * part : some * of >= whole * part)

/** The most of `whole` that is not more than the share: a third of 22 is 7. */
export const most = ({ part, of }: Share, whole: number): number => Math.floor((whole * part) / of)

/** The fewest of `whole` that reach the share: over half of 22 is 12. */
export const fewest = ({ part, of, over }: Share, whole: number): number => (over ? Math.floor((whole * part) / of) + 1 : Math.ceil((whole * part) / of))

/** A parameter of per cent, with at most two decimals, as a share. */
export const percent = (value: number): Share => ({ part: Math.round(value * 100), of: 10_000 })
