import type { DevelopmentFigure, DevelopmentFigures } from '../../../shared/api/development.ts'
import { structureLabels } from '../../../shared/domain/admission-number.ts'
import { happenings, stages } from '../../../shared/rules/development.ts'
import type { CallOutput } from '../../api/client.ts'
import { rateText } from '../../quotas/words.ts'

export type Board = CallOutput<'development.board'>
export type Row = DevelopmentFigures

/** A figure that has been opened: whose, of what, and of which month. */
export interface Opened {
  readonly figure: DevelopmentFigure
  /** Undefined for everybody in sight. */
  readonly organizationId: string | undefined
  readonly name: string
  readonly month?: number
  /** Only who stands in the organization itself. */
  readonly self?: boolean
}

const words: Readonly<Record<DevelopmentFigure, string>> = {
  ...stages,
  ...happenings,
  young: `接收的${structureLabels.young}`,
  women: `接收的${structureLabels.women}党员`,
  college: `接收的${structureLabels.college}`,
  frontline: `接收的${structureLabels.frontline}`,
  overdue: '有步骤逾期',
}

/** 接收预备党员; 接收的大专以上 */
export const figureWord = (figure: DevelopmentFigure): string => words[figure]

/** 35%, or nothing where there is nothing to take it of. */
export const perCent = (part: number, whole: number | null): string => (whole ? `${rateText(part, whole) ?? ''}%` : '')

/** 占 67%，要求 70%，还没有达到 */
export function askedText({ kind, count, asked, percent }: Board['structure'][number], received: number): string {
  const share = perCent(count, received)
  if (asked === null) return share === '' ? '计划没有写要求' : `占 ${share}，计划没有写要求`
  const lacks = fallsShort({ kind, count, asked, percent }, received) ? '，还没有达到' : ''
  const wanted = `${percent ? `要求 ${asked}%` : `要求 ${asked} 人`}${lacks}`
  return share === '' ? wanted : `占 ${share}，${wanted}`
}

/** Whether a kind of people falls short of what the plan asks for; unknown where nothing was asked or nobody was received. */
export function fallsShort({ count, asked, percent }: Board['structure'][number], received: number): boolean {
  if (asked === null || received === 0) return false
  return percent ? count * 100 < asked * received : count < asked
}
