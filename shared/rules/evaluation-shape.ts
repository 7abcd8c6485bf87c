/** What an appraisal came to, as far as its shape tells whether anybody appraised (M157: 只“评”不“议”). */
export interface Evaluation {
  readonly id: string
  /** What was decided of each row, and whether anything was written beside it. */
  readonly decisions: readonly { readonly grade: string; readonly words: boolean }[]
  /** Votes by option, over all rows and voters; without those who said nothing. */
  readonly votes: Readonly<Record<string, number>>
}

export const shapeAlerts = {
  sameGrade: '评定等次几乎相同',
  sameVotes: '投票几乎全投同一等次',
  noWords: '没有写意见',
} as const
export type ShapeAlert = keyof typeof shapeAlerts

export interface Shape {
  readonly id: string
  readonly alert: ShapeAlert
  /** So many of so many. */
  readonly part: number
  readonly of: number
  /** The grade or option that all but a few have; null where it is about words. */
  readonly same: string | null
}

/** Of fewer nothing can be said. */
const fewest = 3

/** 测评形态提示: nearly all the same grade, nearly all votes for one, no opinion written. `percent` of all is nearly all; 0 looks at none of it. */
export function shapeOf({ id, decisions, votes }: Evaluation, percent: number): readonly Shape[] {
  const grades = tally(decisions.map(({ grade }) => grade))
  const cast = Object.values(votes).reduce((sum, n) => sum + n, 0)
  const written = decisions.filter(({ words }) => words).length
  return [
    ...nearlyAll(id, 'sameGrade', grades, decisions.length, percent),
    ...nearlyAll(id, 'sameVotes', votes, Object.keys(votes).length === 0 ? 0 : cast, percent),
    ...(percent > 0 && decisions.length >= fewest && written === 0
      ? [{ id, alert: 'noWords' as const, part: decisions.length, of: decisions.length, same: null }]
      : []),
  ]
}

function nearlyAll(id: string, alert: ShapeAlert, counts: Readonly<Record<string, number>>, of: number, percent: number): readonly Shape[] {
  const [same, part] = Object.entries(counts).reduce(([best, most], [key, n]) => (n > most ? [key, n] : [best, most]), ['', 0])
  return percent > 0 && of >= fewest && part * 100 >= percent * of ? [{ id, alert, part, of, same }] : []
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
