import type { CadreLevel } from '../domain/cadre-words.ts'
import type { ProblemKind } from '../domain/supervision-words.ts'
import { addYears, firstDayOf, lastDayOf, monthOf, yearOf } from './days.ts'

/** What supervision is counted by: 提醒, 函询, 诫勉 apart, the other registers whole. */
export const watchedKinds = {
  remind: '提醒',
  inquiry: '函询',
  admonish: '诫勉',
  sanction: '处分和组织处理',
  petition: '信访举报',
  oversight: '监督发现问题',
  check: '个人事项查核',
} as const
export type WatchedKind = keyof typeof watchedKinds

/** One matter of supervision, of whatever register: what every figure counts and opens down to. */
export interface Watched {
  readonly id: string
  readonly kind: WatchedKind
  /** Null where it is about nobody on the roster. */
  readonly personId: string | null
  readonly category: ProblemKind | null
  readonly level: CadreLevel | null
  readonly on: string
}

/** Of each kind what happened in each month of a year, January first. */
export function byMonth(matters: readonly Watched[], year: number): ReadonlyMap<WatchedKind, readonly (readonly string[])[]> {
  const months = new Map<WatchedKind, string[][]>()
  for (const { id, kind, on } of matters) {
    if (yearOf(on) !== year) continue
    const own = months.get(kind) ?? Array.from({ length: 12 }, () => [])
    own[monthOf(on) - 1]?.push(id)
    months.set(kind, own)
  }
  return months
}

/** How many of a kind there were in a year up to a day of it: the year before is held against as much of this one as has gone. */
export const countUntil = (matters: readonly Watched[], kind: WatchedKind, year: number, last: string): number =>
  matters.filter(m => m.kind === kind && m.on >= firstDayOf(year) && m.on <= last).length

/** The day a year is counted up to: its last, or today in the running one, and the same day of the year before. */
export function countedUntil(year: number, today: string): { readonly now: string; readonly before: string } {
  const now = yearOf(today) === year ? today : lastDayOf(year)
  return { now, before: now === lastDayOf(year) ? lastDayOf(year - 1) : addYears(now, -1) }
}

/** Of each level how often people of it were reminded, asked, admonished and sanctioned in a year; null stands for who has none on file. */
export function byLevel(matters: readonly Watched[], year: number): ReadonlyMap<CadreLevel | null, ReadonlyMap<WatchedKind, readonly string[]>> {
  const levels = new Map<CadreLevel | null, Map<WatchedKind, string[]>>()
  for (const { id, kind, level, on } of matters) {
    if (yearOf(on) !== year || !handled.includes(kind)) continue
    const own = levels.get(level) ?? new Map<WatchedKind, string[]>()
    own.set(kind, [...(own.get(kind) ?? []), id])
    levels.set(level, own)
  }
  return levels
}

/** What was done about somebody, not what was said or found. */
export const handled: readonly WatchedKind[] = ['remind', 'inquiry', 'admonish', 'sanction']

export interface Repeated {
  readonly personId: string
  readonly category: ProblemKind
  readonly ids: readonly string[]
  /** The last time. */
  readonly on: string
}

/**
 * 同类问题重复: one person, one kind of problem, again within so many years of the time before (the same day that many years later is still within). A follow-up
 * of an earlier letter is no second time. Only those that came again after `since` are told, the latest first.
 */
export function repeatedProblems(matters: readonly Watched[], { years, since, followUps }: RepeatRule): readonly Repeated[] {
  if (years <= 0) return []
  const about = matters.filter(m => m.personId !== null && m.category !== null && m.category !== 'other' && !followUps.has(m.id))
  return [...Map.groupBy(about, m => `${m.personId} ${m.category}`).values()]
    .flatMap((of): Repeated[] => {
      const chain = chainOf(
        of.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
        years,
      )
      const last = chain.at(-1)
      if (!last || last.personId === null || last.category === null || chain.length < 2 || last.on < since) return []
      return [{ personId: last.personId, category: last.category, ids: chain.map(({ id }) => id), on: last.on }]
    })
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

interface RepeatRule {
  readonly years: number
  readonly since: string
  /** 再次函询 of the same matter. */
  readonly followUps: ReadonlySet<string>
}

/** The last stretch of times, each within the years of the one before it. */
function chainOf(oldestFirst: readonly Watched[], years: number): readonly Watched[] {
  let chain: Watched[] = []
  for (const one of oldestFirst) {
    const before = chain.at(-1)
    chain = before && one.on <= addYears(before.on, years) ? [...chain, one] : [one]
  }
  return chain
}

/** 谈话覆盖: who of these people had no talk in a year, up to a day, and when the last one was. Who was never talked with stands first. */
export function untalked<P extends { readonly id: string }>(
  people: readonly P[],
  talks: readonly { readonly personId: string; readonly on: string }[],
  { year, until }: { readonly year: number; readonly until: string },
): readonly (P & { readonly last: string | null })[] {
  const last = new Map<string, string>()
  for (const { personId, on } of talks) if (on <= until && on > (last.get(personId) ?? '')) last.set(personId, on)
  return people
    .flatMap(person => {
      const on = last.get(person.id) ?? null
      return on !== null && yearOf(on) === year ? [] : [{ ...person, last: on }]
    })
    .toSorted((a, b) => ((a.last ?? '') < (b.last ?? '') ? -1 : (a.last ?? '') > (b.last ?? '') ? 1 : 0))
}
