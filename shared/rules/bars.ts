import { appointing, barredMatters, type BarredMatter } from './effect-kinds.ts'
import { type Barred, barring, barsExcellence, barsOn, type Effect, type EffectState } from './effect-standing.ts'

/** The record that a warning rests on. */
export interface Evidence {
  readonly type: string
  readonly id: string
}

/** What somebody is looked at for: an appointment, 评优, standing in an election, voting, 培养联系人 or 入党介绍人, joining again. */
export const barPurposes = ['appointing', 'excellent', 'election', 'voting', 'sponsor', 'rejoin'] as const
export type BarPurpose = (typeof barPurposes)[number]

/** 影响期 as it is told to who may open the record it rests on. */
interface ShownBar {
  readonly shown: true
  /** 党内严重警告, 诫勉, 能下（免职） */
  readonly label: string
  readonly state: EffectState
  /** The last day; null while none is known. */
  readonly until: string | null
  readonly barred: readonly Barred[]
  readonly clause: string | null
  readonly evidence: Evidence
}

/** Whoever may not open the record learns that there is one, and nothing else of it. */
export type Bar = ShownBar | { readonly shown: false }

export interface BarFinding {
  readonly message: string
  readonly clause: string
  readonly evidence: Evidence | null
}

const matters: Readonly<Record<Exclude<BarPurpose, 'excellent'>, readonly BarredMatter[]>> = {
  appointing,
  election: ['vote', ...appointing],
  voting: ['vote'],
  sponsor: ['vote', ...appointing],
  rejoin: ['rejoin'],
}

const election = '《中国共产党基层组织选举工作条例》（2020）第五条'

/** The rule of the place that asks, beside that of the sanction. */
const asked: Readonly<Record<BarPurpose, string | null>> = {
  appointing: '《党政领导干部选拔任用工作条例》（2019）第二十四条第六项',
  excellent: null,
  election: `${election}：受留党察看处分期间没有选举权和被选举权`,
  voting: `${election}：受留党察看处分期间没有表决权和选举权，不计入有选举权人数`,
  sponsor: '受留党察看处分、尚未恢复党员权利的不能作入党介绍人（条文序号待核）；其他处分由党组织掌握',
  rejoin: null,
}

/** What a purpose is asked about: a day, and for 评优 also the year and the office's way with it. */
export interface BarQuestion {
  readonly purpose: BarPurpose
  readonly on: string
  readonly year?: number | undefined
  readonly excellent?: { readonly way: number; readonly clause: string | null } | undefined
}

/** What of an effect stands in the way; empty where nothing does. */
export function barredFor(effect: Effect, { purpose, on, year, excellent }: BarQuestion): readonly Barred[] {
  if (purpose !== 'excellent') return barsOn(effect, matters[purpose], on)
  if (year === undefined || !excellent || !barsExcellence(effect, year, excellent.way)) return []
  return [{ what: 'excellent', until: effect.until, clause: excellent.clause }]
}

const lasts: Readonly<Partial<Record<EffectState, string>>> = {
  unrestored: '没有恢复党员权利',
  unknown: '期满日期没有登记',
  endless: '不设期限',
  lasting: '期满仍影响使用',
}

/** A bar as a sentence about somebody, with what fixes it. */
export function barFinding(name: string, bar: Bar, purpose: BarPurpose): BarFinding {
  const about = asked[purpose]
  // The rule of an election or of a sponsor speaks of 留党察看, which may not be what is hidden.
  if (!bar.shown) return { message: `${name}有影响期记录，请核实`, clause: purpose === 'appointing' ? (about ?? '') : '', evidence: null }
  const { label, state, until, barred, clause, evidence } = bar
  const span = lasts[state] ?? (until === null ? '' : barring.has(state) ? `至 ${until}` : `已于 ${until} 期满`)
  const not = barred.map(({ what }) => barredMatters[what]).join('、')
  const clauses = [about, clause, ...barred.map(one => one.clause)].filter(text => text !== null && text !== '')
  return {
    message: `${name}有影响期记录：${[label, span, `不得${not}`].filter(Boolean).join('，')}，请核实`,
    clause: [...new Set(clauses)].join('；'),
    evidence,
  }
}
