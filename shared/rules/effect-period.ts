import type { Sanction } from '../domain/sanction.ts'
import { addDays, addMonths, daysBetween } from './days.ts'
import { type EffectRule, effectRules } from './effect-kinds.ts'
import type { Effect, EffectRemark, EffectState } from './effect-standing.ts'
import { parameterOn, type ParameterValue } from './parameters.ts'

/** What of a sanction its 影响期 follows from. */
export type SanctionFacts = Pick<
  Sanction,
  'id' | 'kind' | 'approvedOn' | 'effectiveOn' | 'probationYears' | 'restoredOn' | 'statedUntil' | 'lasting' | 'revision' | 'revisedOn' | 'revisedTo'
>

/**
 * The last day of so many months that begin on a day: with the first day counted the one before the same day of the month, else that day itself.
 * Where the month has no such day, its last one either way (2024-02-29 and 12 months: 2025-02-28).
 */
export function lastDayAfter(from: string, months: number, firstDayCounts: boolean): string {
  const same = addMonths(from, months)
  if (same.slice(8) < from.slice(8)) return same
  return firstDayCounts ? addDays(same, -1) : same
}

interface Known {
  readonly effect: Effect
  readonly merges: EffectRule['merges']
  readonly fact: SanctionFacts
}

/** 影响期 of everything that one person was sanctioned with, as known on a day and by the rules of the days it was decided. Oldest first. */
export function effectsOf(sanctions: readonly SanctionFacts[], parameters: readonly ParameterValue[], on: string): readonly Effect[] {
  const known: Known[] = []
  for (const fact of sanctions.map(s => asKnown(s, on)).toSorted((a, b) => byDay(startOf(a, effectRules[a.kind]), startOf(b, effectRules[b.kind])))) {
    if (fact.approvedOn <= on) known.push(effectOf(fact, new Lengths(parameters, on), known, on))
  }
  return known.map(({ effect }) => effect)
}

const byDay = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The sanction without what came after a day. */
function asKnown(s: SanctionFacts, on: string): SanctionFacts {
  const revised = s.revisedOn !== null && s.revisedOn <= on
  return {
    ...s,
    restoredOn: s.restoredOn !== null && s.restoredOn <= on ? s.restoredOn : null,
    ...(revised ? {} : { revision: null, revisedOn: null, revisedTo: null }),
  }
}

const startOf = (s: SanctionFacts, rule: EffectRule): string => (rule.counts === 'effective' ? (s.effectiveOn ?? s.approvedOn) : s.approvedOn)

/** Lengths and ways of reckoning, by the rules of the day of a decision or, where the office says so, by those of today. */
class Lengths {
  readonly #parameters: readonly ParameterValue[]
  readonly #on: string

  constructor(parameters: readonly ParameterValue[], on: string) {
    this.#parameters = parameters
    this.#on = on
  }

  of(key: string, decidedOn: string): ParameterValue | undefined {
    const then = parameterOn(this.#parameters, key, decidedOn)
    const now = parameterOn(this.#parameters, key, this.#on)
    const mode = parameterOn(this.#parameters, 'effect.rulesDay', this.#on)?.value ?? 0
    if (mode === 1) return now
    if (mode === 2 && then && now) return now.value < then.value ? now : then
    return then
  }

  /** A way of reckoning, in force when it was decided. */
  way(key: string, decidedOn: string, otherwise: number): number {
    return parameterOn(this.#parameters, key, decidedOn)?.value ?? otherwise
  }
}

function effectOf(fact: SanctionFacts, lengths: Lengths, before: readonly Known[], on: string): Known {
  const changed = fact.revision === 'changed' && fact.revisedTo !== null && fact.revisedOn !== null
  const kind = changed ? (fact.revisedTo ?? fact.kind) : fact.kind
  const rule = effectRules[kind]
  const decidedOn = fact.approvedOn
  const moved = changed && lengths.way('effect.changedFrom', decidedOn, 0) === 1
  const from = moved ? (fact.revisedOn ?? decidedOn) : startOf(fact, rule)
  const firstCounts = lengths.way('effect.countFirstDay', decidedOn, 1) === 1
  const length = rule.parameter === null ? undefined : lengths.of(rule.parameter, decidedOn)
  const remarks: EffectRemark[] = []
  const plain = { fact, merges: rule.merges }
  const watchedUntil = kind === 'partyProbation' ? lastDayAfter(from, (fact.probationYears ?? 1) * 12, firstCounts) : null
  const base = { id: fact.id, kind, from, watchedUntil, clause: length?.clause ?? null, basis: length?.basis ?? null }
  if (fact.revision === 'revoked') return { ...plain, effect: { ...base, until: null, promotableFrom: null, state: 'revoked', barred: [], remarks } }
  if (fact.statedUntil === null && (length?.value === 0 || (rule.parameter === null && rule.without === 'none')))
    return { ...plain, effect: { ...base, until: null, promotableFrom: null, state: 'none', barred: [], remarks } }

  const end = watchedUntil === null ? plainEnd(from, length, firstCounts) : probationEnd(fact, watchedUntil, length?.value, firstCounts, on, remarks)
  const unrestored = kind === 'partyProbation' && fact.restoredOn === null
  const merged = rest(fact, { from, rule, until: end, merge: lengths.way('effect.merge', decidedOn, 1) === 1 }, before, remarks)
  const most = rule.merges === 'state' ? lengths.of('effect.stateMost', decidedOn)?.value : undefined
  const capped = most === undefined || most === 0 ? merged : cap(merged, most, lastDayAfter(from, most, firstCounts), fact.statedUntil, remarks)
  const reckoned = fact.statedUntil !== null && !unrestored ? fact.statedUntil : capped
  if (fact.statedUntil !== null && !unrestored) remarks.push({ code: 'stated', message: '按决定书写明的期限' })
  const lifted = fact.revision === 'lifted' && fact.revisedOn !== null ? addDays(fact.revisedOn, -1) : null
  const until = lifted === null ? reckoned : reckoned === null || lifted < reckoned ? lifted : reckoned
  const state = stateOf(fact, { until, lifted: lifted !== null && until === lifted, unrestored, without: rule.without, length: length !== undefined }, on)
  if (length && (length.basis === 'unverified' || length.basis === 'local') && fact.statedUntil === null)
    remarks.push({ code: 'basis', message: length.basis === 'local' ? '期限是各地做法，以本单位规定为准' : '期限的条文待核' })
  return {
    ...plain,
    effect: {
      ...base,
      until,
      promotableFrom: until === null || state === 'lasting' ? null : addDays(until, 1),
      state,
      barred: rule.bars.map(bar => ({
        what: bar.what,
        clause: bar.clause ?? length?.clause ?? null,
        until: ownEnd(bar, { from, until, fact, decidedOn, firstCounts }, lengths),
      })),
      remarks,
    },
  }
}

const plainEnd = (from: string, length: ParameterValue | undefined, firstCounts: boolean): string | null =>
  length ? lastDayAfter(from, length.value, firstCounts) : null

/** 留党察看: the length begins when the rights are restored; until then it has no end. */
function probationEnd(
  { restoredOn }: SanctionFacts,
  ends: string,
  months: number | undefined,
  firstCounts: boolean,
  on: string,
  remarks: EffectRemark[],
): string | null {
  if (restoredOn === null) {
    if (ends < on) remarks.push({ code: 'probationOver', message: `察看期 ${ends} 已满，恢复权利日期没有登记` })
    return null
  }
  if (restoredOn <= ends) remarks.push({ code: 'restoredEarly', message: `恢复权利早于察看期满（${ends}），请核对` })
  return months === undefined ? null : lastDayAfter(restoredOn, months, firstCounts)
}

interface Own {
  readonly from: string
  readonly rule: EffectRule
  readonly until: string | null
  readonly merge: boolean
}

/** 影响期内再受处分: what was left of the earlier period on the day of the new one is added. During 留党察看 nothing is. */
function rest(fact: SanctionFacts, { from, rule, until, merge }: Own, before: readonly Known[], remarks: EffectRemark[]): string | null {
  const group = before.filter(known => rule.merges !== null && known.merges === rule.merges && known.effect.state !== 'revoked')
  const watched = group.some(
    ({ effect, fact: earlier }) => effect.kind === 'partyProbation' && effect.from < from && (earlier.restoredOn === null || from < earlier.restoredOn),
  )
  if (watched) {
    remarks.push({ code: 'againInProbation', message: '留党察看期间又受处分，按规定应当开除党籍，请核对' })
    return until
  }
  const ends = group.flatMap(({ effect }) => (effect.from < from && effect.until !== null && effect.until >= from ? [effect.until] : []))
  const latest = ends.toSorted().at(-1)
  if (!merge || latest === undefined || until === null || fact.statedUntil !== null) return until
  const days = daysBetween(from, latest) + 1
  remarks.push({ code: 'merged', message: `原影响期至 ${latest}，尚未执行 ${days} 天，合并计算` })
  return addDays(until, days)
}

/** 政务处分合并: at most so many months from the new decision. */
function cap(until: string | null, months: number, latest: string, stated: string | null, remarks: EffectRemark[]): string | null {
  if (stated !== null && stated > latest) remarks.push({ code: 'overLong', message: `写明的期限超过 ${months} 个月（${latest}），请核对` })
  if (until === null || until <= latest) return until
  remarks.push({ code: 'capped', message: `合并后最长 ${months} 个月，至 ${latest}` })
  return latest
}

interface End {
  readonly until: string | null
  readonly lifted: boolean
  readonly unrestored: boolean
  readonly without: EffectRule['without']
  readonly length: boolean
}

function stateOf(fact: SanctionFacts, { until, lifted, unrestored, without, length }: End, on: string): EffectState {
  if (lifted) return fact.lasting === true ? 'lasting' : 'lifted'
  if (unrestored) return 'unrestored'
  if (until === null) return !length && without === 'endless' ? 'endless' : 'unknown'
  if (until >= on) return 'running'
  return fact.lasting === true ? 'lasting' : 'over'
}

interface Whole {
  readonly from: string
  readonly until: string | null
  readonly fact: SanctionFacts
  readonly decidedOn: string
  readonly firstCounts: boolean
}

/** Where one matter is barred for another length than the rest, its own last day; never past the whole. */
function ownEnd(bar: EffectRule['bars'][number], { from, until, fact, decidedOn, firstCounts }: Whole, lengths: Lengths): string | null {
  if (bar.what === 'vote') return fact.restoredOn === null ? until : addDays(fact.restoredOn, -1)
  if (bar.parameter === undefined) return until
  const own = plainEnd(from, lengths.of(bar.parameter, decidedOn), firstCounts)
  return own !== null && (until === null || own < until) ? own : until
}
