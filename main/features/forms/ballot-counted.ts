import { baseFigures, type WholeBallot } from '../../ballots/read.ts'
import { scoredRows } from '../../ballots/outcomes.ts'
import { resultOf, shownRow } from '../../ballots/results.ts'
import type { Place } from './people.ts'

/** One ballot with what its closed count came to; of one that is open, or not counted, there is nothing to show. */
export interface Counted {
  readonly whole: WholeBallot
  readonly place: Place
  readonly figures: ReturnType<typeof baseFigures>
  readonly closed: boolean
  readonly result: ReturnType<typeof resultOf>
  readonly rows: readonly ReturnType<typeof shownRow>[]
  /** 加权得分, 加减分, 综合得分 and what the scheme proposes, by row; none where the paper is marked. */
  readonly scored: ReturnType<typeof scoredRows>
}

export function countedOf(whole: WholeBallot, place: Place): Counted {
  const result = resultOf(whole)
  return {
    whole,
    place,
    figures: baseFigures(whole),
    closed: (whole.count?.closedOn ?? null) !== null,
    result,
    rows: result.rows.map(row => shownRow(row, result.hidden)),
    scored: scoredRows(whole, result.rows),
  }
}
