import { bases, type Base, type Cap, type ChosenBase, type Share, type Threshold } from '../ballots/kind.ts'
import type { Reason } from './performance.ts'
import { fewest, meets, most, percent } from './shares.ts'

/** The figures that shares are taken of; what is not known is null. */
export type BaseFigures = Readonly<Record<Base, number | null>>

export interface Finding {
  readonly code: Threshold['code'] | 'cap' | 'bar' | Reason['code']
  readonly tone: 'good' | 'warn' | 'plain'
  readonly message: string
  readonly clause: string | null
}

/** The value of a parameter on the day of the ballot; undefined where none was in force. */
export type ParameterOf = (key: string) => number | undefined

/** What a share is taken of, once the parameter has spoken. */
export function baseOf(base: ChosenBase, parameter: ParameterOf): Base {
  if (typeof base === 'string') return base
  return base.among[parameter(base.parameter) ?? 0] ?? base.among[0] ?? 'eligible'
}

/** The share that is asked for; null where the office has not set it, or set it to 0: it is not asked then. */
export function shareOf(share: Threshold['share'], parameter: ParameterOf): Share | null {
  if (!('parameter' in share)) return share
  const value = parameter(share.parameter)
  return value === undefined || value === 0 ? null : percent(value)
}

/** Whether so many reach a threshold, in a sentence with the numbers. Null where it does not apply. */
export function thresholdFinding(threshold: Threshold, some: number | null, figures: BaseFigures, parameter: ParameterOf): Finding | null {
  const share = shareOf(threshold.share, parameter)
  if (!share) return null
  const base = baseOf(threshold.base, parameter)
  const whole = figures[base]
  const { code, words, clause } = threshold
  if (some === null || whole === null) return { code, tone: 'plain', message: `填${bases[base]}${some === null ? '和相关人数' : ''}后核对：${words}`, clause }
  const reached = whole > 0 && meets(share, some, whole)
  return {
    code,
    tone: reached ? 'good' : 'warn',
    message: `${bases[base]} ${whole}，至少 ${fewest(share, whole)}，现有 ${some}，${reached ? '够' : '不够'}：${words}`,
    clause,
  }
}

export interface CapState {
  readonly most: number
  readonly base: Base
  readonly whole: number
}

/** How many may be given the grade; null while the base is not known. */
export function capOf(cap: Cap, figures: BaseFigures, parameter: ParameterOf): CapState | null {
  const base = baseOf(cap.base, parameter)
  const whole = figures[base]
  return whole === null ? null : { most: most(cap.share, whole), base, whole }
}
