import type { Quota, QuotaTarget, SubjectFacts } from '../quotas/quota.ts'
import { daysBetween } from './days.ts'
import { type ParameterValue, parameterOn } from './parameters.ts'
import type { Period } from './periods.ts'

/** 达标, 临期 (short, inside the warning window), 未达标, 进行中 (the period still runs), 免, and no target at all in that period. */
export type QuotaState = 'met' | 'near' | 'short' | 'open' | 'exempt' | 'none'

export interface Target {
  readonly label: string
  readonly parameter: ParameterValue
  /** What the parameter comes to in the quota's own unit: days are converted at the rate in force. */
  readonly amount: number
}

/** The target that binds: the highest of those that apply, in force on the period's last day. */
export function targetOf(quota: Quota, subject: SubjectFacts, parameters: readonly ParameterValue[], periodEnd: string): Target | undefined {
  if (quota.ownTarget)
    return quota.ownTarget.startsOn <= periodEnd ? { label: quota.label, parameter: quota.ownTarget, amount: quota.ownTarget.value } : undefined
  let binding: Target | undefined
  for (const target of quota.targets) {
    const candidate = target.applies(subject) ? amountOn(target, parameters, periodEnd) : undefined
    if (candidate && (!binding || candidate.amount > binding.amount)) binding = candidate
  }
  return binding
}

/** A target as it stands on a day, whomever it applies to; none before it began, without a rate to convert it, or where the office has set it to 0. */
export function amountOn({ label, parameter: key, per }: QuotaTarget, parameters: readonly ParameterValue[], day: string): Target | undefined {
  const parameter = parameterOn(parameters, key, day)
  const rate = per ? parameterOn(parameters, per, day)?.value : 1
  return parameter && parameter.value > 0 && rate !== undefined ? { label, parameter, amount: shown(parameter.value * rate) } : undefined
}

/** Shares of a class over the new year leave remainders below this; a shortfall of less is none. */
const dust = 1e-6

/** Rounds kept totals to what is shown: at most two decimals. */
export const shown = (amount: number): number => Math.round(amount * 100) / 100

export const isMet = (done: number, target: number): boolean => done + dust >= target

/** Where the calendar stands in a period, and what counts as close to its end. */
export interface Clock {
  readonly today: string
  /** A shortfall of at most this is 临期. */
  readonly warnWithin?: number | undefined
  /** An open period is 临期 from this many days before its end. */
  readonly warnDays?: number | undefined
  readonly running: Quota['running']
}

export interface Standing {
  readonly state: QuotaState
  readonly met: boolean
  /** What is still missing; 0 when met or exempt. */
  readonly missing: number
}

const nothingOwed: Standing = { state: 'none', met: true, missing: 0 }
const freed: Standing = { state: 'exempt', met: true, missing: 0 }
const made: Standing = { state: 'met', met: true, missing: 0 }

/** Where a subject stands in one period. It says what is short; what follows from that is for people to decide. */
export function standingOf(given: { done: number; target: number | undefined; exempt: boolean; period: Period }, clock: Clock): Standing {
  const { done, target, exempt, period } = given
  if (exempt) return freed
  if (target === undefined || clock.today < period.from) return nothingOwed
  if (isMet(done, target)) return made
  const missing = shown(target - done)
  return { state: unmet(missing, period, clock), met: false, missing }
}

function unmet(missing: number, { until }: Period, { today, warnWithin, warnDays, running }: Clock): QuotaState {
  if (today > until) return 'short'
  if (warnWithin !== undefined && missing <= warnWithin + dust) return 'near'
  if (warnDays !== undefined && daysBetween(today, until) <= warnDays) return 'near'
  return running
}

/** What several periods of a year come to: the worst of them, and what is missing in all. */
export function togetherOf(periods: readonly Standing[]): Standing {
  const owed = periods.filter(p => p.state !== 'none' && p.state !== 'exempt')
  if (owed.length === 0) return periods.some(p => p.state === 'exempt') ? freed : nothingOwed
  const missing = shown(owed.reduce((sum, p) => sum + p.missing, 0))
  for (const state of ['short', 'near', 'open'] as const) if (owed.some(p => p.state === state)) return { state, met: false, missing }
  return made
}
