import type { SanctionKind } from '../domain/sanction-words.ts'
import { addDays, firstDayOf, lastDayOf, yearOf } from './days.ts'
import type { BarredMatter } from './effect-kinds.ts'
import type { ParameterValue } from './parameters.ts'

export const effectStates = {
  running: '在影响期',
  unrestored: '未恢复权利',
  unknown: '期满日期没有登记',
  endless: '不设期限',
  lasting: '期满影响使用',
  over: '已满',
  lifted: '已解除',
  revoked: '已撤销',
  none: '不设影响期',
} as const
export type EffectState = keyof typeof effectStates

/** Those under which something is barred. */
export const barring: ReadonlySet<EffectState> = new Set(['running', 'unrestored', 'unknown', 'endless', 'lasting'])

export interface Barred {
  readonly what: BarredMatter
  /** The last day; null while no day is known. */
  readonly until: string | null
  readonly clause: string | null
}

export interface EffectRemark {
  readonly code: 'merged' | 'capped' | 'overLong' | 'againInProbation' | 'restoredEarly' | 'probationOver' | 'basis' | 'stated'
  readonly message: string
}

/** 影响期 of one sanction as it stands on a day. */
export interface Effect {
  readonly id: string
  /** What counts on that day: after 变更 the later kind. */
  readonly kind: SanctionKind
  readonly from: string
  /** The last day of it; null while none is known. */
  readonly until: string | null
  /** 留党察看: its last day; null for every other kind. */
  readonly watchedUntil: string | null
  /** 可提拔日期: the day after. Null while none is known, where there is no period, or where a decision keeps it up. */
  readonly promotableFrom: string | null
  readonly state: EffectState
  /** What is barred while it runs, whichever of it is over by now. */
  readonly barred: readonly Barred[]
  /** What fixes the length. */
  readonly clause: string | null
  readonly basis: ParameterValue['basis'] | null
  readonly remarks: readonly EffectRemark[]
}

/** Whether any of these matters is barred on a day by it. */
export const barsOn = (effect: Effect, matters: readonly BarredMatter[], on: string): readonly Barred[] =>
  barring.has(effect.state)
    ? effect.barred.filter(({ what, until }) => matters.includes(what) && (until === null || until >= on || effect.state === 'lasting'))
    : []

/** The latest of several that run together: until when something is barred, and the day after. Null while one has no known end. */
export function latestOf(effects: readonly Effect[]): { readonly until: string | null; readonly promotableFrom: string | null } | null {
  const bars = effects.filter(({ state }) => barring.has(state))
  if (bars.length === 0) return null
  if (bars.some(({ promotableFrom }) => promotableFrom === null)) return { until: null, promotableFrom: null }
  const until =
    bars
      .flatMap(effect => (effect.until === null ? [] : [effect.until]))
      .toSorted()
      .at(-1) ?? null
  return { until, promotableFrom: until === null ? null : addDays(until, 1) }
}

/** 不评优: whether a year's 优秀 is barred by it. `way`: 0 never, 1 in the year it was decided, 2 also while it runs. */
export function barsExcellence({ from, until, state }: Pick<Effect, 'from' | 'until' | 'state'>, year: number, way: number): boolean {
  if (way === 0 || state === 'revoked' || state === 'none') return false
  if (yearOf(from) === year) return true
  return way === 2 && from <= lastDayOf(year) && (state === 'lasting' || until === null || until >= firstDayOf(year))
}
