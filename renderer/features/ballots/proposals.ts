import { type BallotKind, overall } from '../../../shared/ballots/kind.ts'
import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import type { CallOutput } from '../../api/client.ts'
import { isGrade } from '../../ballots/words.ts'

export type Result = CallOutput<'ballot.result'>
export type ResultRow = Result['rows'][number]

/** What a result is read by. */
export interface Reading {
  readonly kind: BallotKind
  readonly groups: Result['groups']
  /** Enough were there for a vote to stand. */
  readonly quorum: boolean
  /** What the lines of the scheme propose, where the paper is scored. */
  readonly scored: ReadonlyMap<number, BallotGrade | null> | undefined
}

/** The votes that decide: of the one group that has a weight, else of all papers. */
function decisive({ groups }: Reading, row: ResultRow): ResultRow['total'] {
  const [one, ...more] = groups.filter(group => group.weight > 0)
  return (one && more.length === 0 ? row.groups[one.code] : undefined) ?? row.total
}

/** What the figures alone say of a row; null where they say nothing clear: no grade has over half, or the rule asks a person. */
export function saidBy(reading: Reading, row: ResultRow): BallotGrade | null {
  const { kind, quorum, scored } = reading
  if (scored) return scored.get(row.number) ?? null
  const passing = row.findings.find(finding => finding.code === 'passing')
  if (passing) {
    const [yes, no] = kind.decision.grades
    if (passing.tone === 'plain' || !quorum) return null
    return (passing.tone === 'good' ? yes : no) ?? null
  }
  const figures = decisive(reading, row)
  const shares = row.weighted?.[overall]
  const votes = figures.votes[overall]
  const over = (option: string): boolean => (shares ? (shares[option] ?? 0) > 50 : 2 * (votes?.[option] ?? 0) > figures.valid)
  const [clear] = Object.keys(shares ?? votes ?? {}).flatMap(option =>
    isGrade(option) && kind.decision.grades.includes(option) && over(option) ? [option] : [],
  )
  return clear ?? null
}

export interface Proposal {
  readonly row: number
  readonly grade: BallotGrade
}

/**
 * What may be decided at once for rows on which nobody has decided: what the figures say. A grade that is capped goes to those who stand
 * first with it, and to none of a tie that the cap would part; the rest is left to people.
 */
export function proposalsFor(
  reading: Reading,
  rows: readonly ResultRow[],
  decided: ReadonlyMap<number, BallotGrade>,
  limit: { readonly grade: BallotGrade; readonly most: number } | null,
): readonly Proposal[] {
  const open = rows.flatMap((row): (Proposal & { readonly stands: number })[] => {
    const grade = decided.has(row.number) ? null : saidBy(reading, row)
    if (grade === null) return []
    const option = grade === 'elected' ? 'agree' : grade
    const stands = reading.scored ? (row.score ?? 0) : (row.weighted?.[overall]?.[option] ?? decisive(reading, row).votes[overall]?.[option] ?? 0)
    return [{ row: row.number, grade, stands }]
  })
  const plain = ({ row, grade }: Proposal): Proposal => ({ row, grade })
  if (!limit) return open.map(plain)
  const used = [...decided.values()].filter(grade => grade === limit.grade).length
  const capped = open.filter(p => p.grade === limit.grade).toSorted((a, b) => b.stands - a.stands)
  const room = Math.max(0, limit.most - used)
  const next = capped[room]?.stands
  const within = new Set(capped.slice(0, room).filter(p => next === undefined || p.stands > next))
  return open.filter(p => p.grade !== limit.grade || within.has(p)).map(plain)
}
