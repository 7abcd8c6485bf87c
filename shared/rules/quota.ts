import type { Quota, QuotaTarget, SubjectFacts } from '../quotas/quota.ts'
import { type ParameterValue, parameterOn } from './parameters.ts'

/** 达标, 临期 (short, inside the warning window), 未达标, 免, and no target at all in that period. */
export type QuotaState = 'met' | 'near' | 'short' | 'exempt' | 'none'

export interface Target {
  readonly label: string
  readonly parameter: ParameterValue
  /** What the parameter comes to in the quota's own unit: days are converted at the rate in force. */
  readonly amount: number
}

/** The target that binds: the highest of those that apply, in force on the period's last day. */
export function targetOf(quota: Quota, subject: SubjectFacts, parameters: readonly ParameterValue[], periodEnd: string): Target | undefined {
  let binding: Target | undefined
  for (const target of quota.targets) {
    const candidate = inForce(target, subject, parameters, periodEnd)
    if (candidate && (!binding || candidate.amount > binding.amount)) binding = candidate
  }
  return binding
}

function inForce(target: QuotaTarget, subject: SubjectFacts, parameters: readonly ParameterValue[], day: string): Target | undefined {
  return target.applies(subject) ? amountOn(target, parameters, day) : undefined
}

/** A target as it stands on a day, whomever it applies to; none before it began, or without a rate to convert its days. */
export function amountOn({ label, parameter: key, perDay }: QuotaTarget, parameters: readonly ParameterValue[], day: string): Target | undefined {
  const parameter = parameterOn(parameters, key, day)
  const rate = perDay ? parameterOn(parameters, perDay, day)?.value : 1
  return parameter && rate !== undefined ? { label, parameter, amount: shown(parameter.value * rate) } : undefined
}

/** Shares of a class over the new year leave remainders below this; a shortfall of less is none. */
const dust = 1e-6

/** Rounds kept totals to what is shown: at most two decimals. */
export const shown = (amount: number): number => Math.round(amount * 100) / 100

export const isMet = (done: number, target: number): boolean => done + dust >= target

export interface Standing {
  readonly state: QuotaState
  readonly met: boolean
  /** What is still missing; 0 when met or exempt. */
  readonly missing: number
}

/** Where a subject stands. It says what is short; what follows from that is for people to decide. */
export function standingOf(quota: { done: number; target: number | undefined; exempt: boolean; periodOver: boolean; warnWithin: number }): Standing {
  const { done, target, exempt, periodOver, warnWithin } = quota
  if (exempt) return { state: 'exempt', met: true, missing: 0 }
  if (target === undefined) return { state: 'none', met: true, missing: 0 }
  if (isMet(done, target)) return { state: 'met', met: true, missing: 0 }
  const missing = shown(target - done)
  return { state: !periodOver && missing <= warnWithin + dust ? 'near' : 'short', met: false, missing }
}
