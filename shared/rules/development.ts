import { ageOn } from './days.ts'

/** 在办: where somebody stands on the way to membership. */
export const stages = { applicant: '入党申请人', activist: '入党积极分子', candidate: '发展对象', probationary: '预备党员' } as const
export type Stage = keyof typeof stages
export const stageNames: readonly Stage[] = ['applicant', 'activist', 'candidate', 'probationary']

/** Where somebody is on a day: in a stage, a full member, out of it, or not yet begun. */
export type Place = Stage | 'full' | 'left' | 'before'

/** 一个人: counted once, however many files there are of him or her. Days are ISO; null where they are not known. */
export interface Traveller {
  /** The person, or the case where it names nobody on the roster. */
  readonly key: string
  readonly personId: string | null
  readonly caseId: string | null
  readonly name: string
  readonly organizationId: string | null
  readonly applied: string | null
  /** 确定为积极分子 */
  readonly confirmed: string | null
  /** 确定为发展对象 */
  readonly listed: string | null
  /** 接收: the day of the meeting that admitted, once the superior committee has approved. */
  readonly received: string | null
  readonly converted: string | null
  /** 终止: the file was closed without membership, or probation was ended. */
  readonly left: string | null
  /** What roster and file say of today; `before` where neither says anything. */
  readonly now: Place
  readonly sex: 'male' | 'female' | null
  readonly bornOn: string | null
  readonly education: string | null
  readonly frontline: boolean
}

const ladder: readonly Place[] = ['before', 'applicant', 'activist', 'candidate', 'probationary', 'full']

/** The higher of two places on the ladder; who has left has left. */
export const further = (a: Place, b: Place): Place => (a === 'left' || b === 'left' ? 'left' : ladder.indexOf(a) >= ladder.indexOf(b) ? a : b)

const steps = [
  ['applied', 'applicant'],
  ['confirmed', 'activist'],
  ['listed', 'candidate'],
  ['received', 'probationary'],
  ['converted', 'full'],
] as const

/**
 * Where somebody stood at the end of a day. By the days that are known; a place that the roster gives and no day says when it was
 * reached holds for every day since the last that is known.
 */
export function placeOn(who: Traveller, day: string): Place {
  if (who.left !== null ? who.left <= day : who.now === 'left') return 'left'
  let place: Place = 'before'
  let known = 0
  for (const [field, reached] of steps) {
    const on = who[field]
    if (on === null) continue
    known += 1
    if (on <= day) place = reached
  }
  if (who.now === 'left' || who.now === 'before') return place
  const dated = steps.some(([field, reached]) => reached === who.now && who[field] !== null)
  // Later than a known day that has not come, nothing undated has come either.
  const ahead = steps.some(([field]) => (who[field] ?? '') > day)
  return dated || (known > 0 && ahead) ? place : further(place, who.now)
}

/** What happens to people in a stretch of time, as a 月报 counts it. */
export const happenings = {
  applied: '递交申请',
  confirmed: '确定积极分子',
  listed: '确定发展对象',
  received: '接收预备党员',
  converted: '转正',
  left: '终止',
} as const
export type Happening = keyof typeof happenings
export const happeningNames: readonly Happening[] = ['applied', 'confirmed', 'listed', 'received', 'converted', 'left']

export const within = (day: string | null, from: string, until: string): boolean => day !== null && day >= from && day <= until

/** 大专以上, by how rosters write it: 中专 and 高中 are none. */
export const isCollege = (education: string | null): boolean => education !== null && /博士|硕士|研究生|本科|大学|大专|专科|高职/.test(education)

/** Of what kind somebody was on the day of admission; a birthday that is not known counts as no. */
export const kindOf = {
  young: (who: Traveller): boolean => who.bornOn !== null && who.received !== null && ageOn(who.bornOn, who.received) <= 35,
  women: (who: Traveller): boolean => who.sex === 'female',
  college: (who: Traveller): boolean => isCollege(who.education),
  frontline: (who: Traveller): boolean => who.frontline,
} as const
export type KindName = keyof typeof kindOf
export const kindNames = ['young', 'women', 'college', 'frontline'] as const satisfies readonly KindName[]

/** What is counted of people: so many in each stage, so many to whom something happened, of those admitted so many of a kind. */
export interface Tally {
  readonly stages: Record<Stage, number>
  readonly happened: Record<Happening, number>
  readonly kinds: Record<KindName, number>
  /** Open cases with a step overdue. */
  overdue: number
}

export const emptyTally = (): Tally => ({
  stages: { applicant: 0, activist: 0, candidate: 0, probationary: 0 },
  happened: { applied: 0, confirmed: 0, listed: 0, received: 0, converted: 0, left: 0 },
  kinds: { young: 0, women: 0, college: 0, frontline: 0 },
  overdue: 0,
})

/** A stretch of time, with both its days. */
export interface Stretch {
  readonly from: string
  readonly until: string
}

export const inStage = (place: Place): place is Stage => place === 'applicant' || place === 'activist' || place === 'candidate' || place === 'probationary'

/** Adds one person to a tally: where he or she stands at its end, and what happened in it. */
export function count(tally: Tally, who: Traveller, { from, until }: Stretch, overdue: boolean): void {
  const place = placeOn(who, until)
  if (inStage(place)) tally.stages[place] += 1
  if (overdue && inStage(place)) tally.overdue += 1
  for (const name of happeningNames) if (within(who[name], from, until)) tally.happened[name] += 1
  if (within(who.received, from, until)) for (const kind of kindNames) if (kindOf[kind](who)) tally.kinds[kind] += 1
}

/** Adds one tally to another. */
export function addTally(to: Tally, more: Tally): void {
  for (const name of stageNames) to.stages[name] += more.stages[name]
  for (const name of happeningNames) to.happened[name] += more.happened[name]
  for (const name of kindNames) to.kinds[name] += more.kinds[name]
  to.overdue += more.overdue
}

/** By what a unit is said to lag behind: parameters of the office. */
export interface LagRule {
  /** Percentage points behind the part of the year that has gone. */
  readonly points: number
  /** So many people with a step overdue; 0 where the office does not look at them. */
  readonly overdue: number
}

const perCent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** 滞后: why a unit lags, in sentences; none where it does not. `elapsed` is the part of the year that has gone, 0 to 1. */
export function lagOf(
  unit: { readonly planned: number | null; readonly received: number; readonly overdue: number },
  elapsed: number,
  rule: LagRule,
): readonly string[] {
  const { planned, received, overdue } = unit
  const reasons: string[] = []
  const share = planned ? received / planned : 1
  const behind = Math.round((elapsed - share) * 1000) / 10
  if (planned && received < planned && behind > rule.points)
    reasons.push(`计划 ${planned} 人，已接收 ${received} 人，完成 ${perCent(share)}，时间进度 ${perCent(elapsed)}，落后 ${behind} 个百分点`)
  if (rule.overdue > 0 && overdue >= rule.overdue) reasons.push(`${overdue} 人有步骤逾期`)
  return reasons
}

/**
 * Shares a whole number by weights: each its part rounded down, what is left over to the largest remainders, earlier ones first. Adds
 * up to the total exactly; without any weight everyone has the same.
 */
export function distribute(total: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 0) return []
  const all = weights.reduce((sum, w) => sum + w, 0)
  const used = all > 0 ? weights : weights.map(() => 1)
  const sum = all > 0 ? all : weights.length
  const parts = used.map(w => Math.floor((total * w) / sum))
  const rest = used.map((w, i) => ({ i, over: (total * w) % sum })).toSorted((a, b) => b.over - a.over || a.i - b.i)
  let left = total - parts.reduce((done, part) => done + part, 0)
  for (const { i } of rest) {
    if (left <= 0) break
    parts[i] = (parts[i] ?? 0) + 1
    left -= 1
  }
  return parts
}
