import { type BallotGrade, ballotGrades } from '../../../shared/domain/ballot-words.ts'
import type { CallOutput } from '../../api/client.ts'
import type { Tone } from '../../ui/StatusChip.tsx'

export type Results = CallOutput<'scheme.results'>
export type Head = Results['head']
export type Report = CallOutput<'scheme.report'>
/** One spoke: what part of its points was got. */
export type Axis = Report['axes'][number]
export type Outcome = Results['rows'][number]

const behind: readonly BallotGrade[] = ['basic', 'unqualified', 'middle', 'weak', 'idle']

/** What asks for something to be done looks so; a proposal is never a tick of its own. */
export const gradeTone = (grade: BallotGrade): Tone => (behind.includes(grade) ? 'short' : grade === 'excellent' ? 'near' : 'met')
export const gradeWord = (grade: BallotGrade): string => ballotGrades[grade]

export const unitOf = ({ subjects }: Pick<Head, 'subjects'>): string => (subjects === 'people' ? '人' : '个')

/** 2, or 2 并列 */
export const rankText = ({ rank, tied }: Pick<Outcome, 'rank' | 'tied'>): string => (rank === null ? '—' : tied > 1 ? `${rank} 并列` : String(rank))

/** 比上年 +1.25; what was scored out of another sum is compared by its share. */
export function changeText({ score, earlier }: Outcome, full: number): string | null {
  if (score === null || !earlier || earlier.score === null || earlier.full === 0 || full === 0) return null
  const change = earlier.full === full ? score - earlier.score : (100 * score) / full - (100 * earlier.score) / earlier.full
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  return `${sign}${Math.abs(change).toFixed(2)}${earlier.full === full ? '' : ' 个百分点'}`
}

/** In order of their rank; those without one last, as they stand on the list. */
export const inRank = (rows: readonly Outcome[]): readonly Outcome[] =>
  rows.toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || a.row - b.row)

export const isGrade = (word: unknown): word is BallotGrade => typeof word === 'string' && Object.hasOwn(ballotGrades, word)
