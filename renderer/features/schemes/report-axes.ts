import type { CallOutput } from '../../api/client.ts'

export type Report = CallOutput<'scheme.report'>

/** One spoke: how much of its points was got, in per cent. */
export interface Axis {
  readonly name: string
  readonly points: number
  readonly got: number
  readonly now: number
  readonly earlier: number | null
}

const part = (got: number, points: number): number => (points === 0 ? 0 : (100 * got) / points)
const perCent = (share: number | null | undefined): number | null => (share === null || share === undefined ? null : 100 * share)

/** The 一级指标; where there are fewer than three, the items themselves. */
export function axesOf({ head, row, items, earlierAreas }: Report): readonly Axis[] {
  if (head.areas.length >= 3)
    return head.areas.map(({ name, points }) => {
      const got = row.areas[name] ?? 0
      return { name, points, got, now: part(got, points), earlier: perCent(earlierAreas[name]) }
    })
  return items.map(({ name, points, weighted, earlier }) => ({ name, points, got: weighted ?? 0, now: part(weighted ?? 0, points), earlier: perCent(earlier) }))
}
