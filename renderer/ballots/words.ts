import type { BallotState } from '../../shared/domain/ballot-words.ts'
import { type BallotGrade, ballotGrades, type BallotKindName, ballotKinds } from '../../shared/domain/ballot-words.ts'
import type { Tone } from '../ui/StatusChip.tsx'
import type { IconName } from '../ui/icons.ts'

/** How a state looks: 未计票, 计票中, 已封票, 已评定. */
export const stateLooks: Readonly<Record<BallotState, { readonly tone: Tone; readonly icon: IconName }>> = {
  planned: { tone: 'plain', icon: 'minus' },
  counting: { tone: 'near', icon: 'edit' },
  closed: { tone: 'info', icon: 'lock' },
  decided: { tone: 'met', icon: 'check' },
}

export const isKind = (word: unknown): word is BallotKindName => typeof word === 'string' && Object.hasOwn(ballotKinds, word)
export const isGrade = (word: unknown): word is BallotGrade => typeof word === 'string' && Object.hasOwn(ballotGrades, word)

/** 优秀 is gold; what asks for something to be done is marked so. */
export const gradeTone = (grade: BallotGrade): 'gold' | 'short' | 'plain' =>
  grade === 'excellent' ? 'gold' : ['basic', 'unqualified', 'basicCompetent', 'incompetent', 'weak', 'idle'].includes(grade) ? 'short' : 'plain'

/** 66.7%, as it is printed. */
export const percentText = (part: number, whole: number): string => (whole === 0 ? '' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`)
