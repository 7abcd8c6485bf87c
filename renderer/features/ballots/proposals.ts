import type { BallotKind } from '../../../shared/ballots/kind.ts'
import { overall } from '../../../shared/ballots/kind.ts'
import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import type { CallOutput } from '../../api/client.ts'
import { isGrade } from '../../ballots/words.ts'

export type Result = CallOutput<'ballot.result'>
export type ResultRow = Result['rows'][number]

/** What the figures alone say of a row; null where they say nothing clear: nobody has over half, or the rule asks a person. */
export function saidByFigures(kind: BallotKind, row: ResultRow, quorum: boolean): BallotGrade | null {
  const passing = row.findings.find(finding => finding.code === 'passing')
  if (passing) {
    const [yes, no] = kind.decision.grades
    if (passing.tone === 'plain' || !quorum) return null
    return (passing.tone === 'good' ? yes : no) ?? null
  }
  const votes = row.total.votes[overall]
  if (!votes || row.total.valid === 0) return null
  const [over] = Object.entries(votes).flatMap(([option, so]) =>
    2 * so > row.total.valid && isGrade(option) && kind.decision.grades.includes(option) ? [option] : [],
  )
  return over ?? null
}

export interface Proposal {
  readonly row: number
  readonly grade: BallotGrade
}

/**
 * What may be decided at once for rows on which nobody has decided: where one grade has over half of the valid papers. A grade that is
 * capped goes to those with the most votes for it, and to none of a tie that the cap would part; the rest is left to people.
 */
export function proposalsFor(
  kind: BallotKind,
  rows: readonly ResultRow[],
  decided: ReadonlyMap<number, BallotGrade>,
  cap: { readonly grade: BallotGrade; readonly most: number } | null,
  places: number | null,
  quorum: boolean,
): readonly Proposal[] {
  const open = rows.flatMap((row): (Proposal & { readonly votes: number })[] => {
    const grade = decided.has(row.number) ? null : saidByFigures(kind, row, quorum)
    return grade === null ? [] : [{ row: row.number, grade, votes: row.total.votes[overall]?.[grade === 'elected' ? 'agree' : grade] ?? 0 }]
  })
  const limit = cap ?? (places === null ? null : { grade: 'elected' as const, most: places })
  if (!limit) return open
  const used = [...decided.values()].filter(grade => grade === limit.grade).length
  const capped = open.filter(p => p.grade === limit.grade).toSorted((a, b) => b.votes - a.votes)
  const room = Math.max(0, limit.most - used)
  const next = capped[room]?.votes
  const within = new Set(capped.slice(0, room).filter(p => next === undefined || p.votes > next))
  return open.filter(p => p.grade !== limit.grade || within.has(p))
}
