import { ballots } from '../../shared/ballots/index.ts'
import type { BallotRow } from '../../shared/domain/ballot.ts'
import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import { type Plan, planOf } from '../../shared/rules/ballot-plan.ts'
import type { CallOutput } from '../api/client.ts'

type Reply = CallOutput<'ballot.get'>

/** The paper of a ballot as it is counted: the items of its kind, or those of its 考核方案. */
export const planFor = (kind: BallotKindName, items: Reply['items']): Plan =>
  planOf(
    ballots[kind].paper,
    items.flatMap(({ key, label, area, points }) => (points === null ? [] : [{ number: Number(key), area: area ?? '', name: label, points }])),
  )

/** Who stands on the paper, in its order. */
export const onPaper = (rows: Reply['rows']): readonly BallotRow[] =>
  rows.flatMap(({ line }) => (line.part === 'graded' ? [line] : [])).toSorted((a, b) => a.number - b.number)
