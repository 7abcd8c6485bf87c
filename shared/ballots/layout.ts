import type { BallotKind } from './kind.ts'

/**
 * How a paper is laid out follows from what it asks: `marks` one tick a row, `items` several things of each row, `person` the things of one
 * row on a paper of its own, `names` posts with places for names, `signs` ○ and × above the candidates, `scores` points by the scheme.
 */
export type Layout = 'marks' | 'items' | 'person' | 'names' | 'signs' | 'scores'

export function layoutOf({ subjects, paper }: Pick<BallotKind, 'subjects' | 'paper'>): Layout {
  if (paper.items === 'scheme') return 'scores'
  if (subjects === 'posts') return 'names'
  if (paper.writes === 'signs') return 'signs'
  if (paper.each) return 'person'
  return paper.items.length > 1 ? 'items' : 'marks'
}
