import type { Moment, Span, Step } from '../procedures/procedure.ts'
import { daysBetween } from './days.ts'
import type { StepRecord } from './procedure.ts'
import { type Member, peopleRemarks } from './procedure-people.ts'
import type { Window } from './procedure-reckoner.ts'
import type { Reckoned } from './workdays.ts'

/** Something that is not as the rules have it. A person judges what it means. */
export interface Remark {
  readonly code: 'early' | 'late' | 'order' | 'short' | 'gap' | 'again' | 'people' | 'vote' | 'future' | 'plan' | 'bar'
  readonly message: string
  readonly clause: string | null
}

/** What a case is reckoned with. */
export interface Reckoning {
  readonly today: string
  dayOf(moment: Moment): string | null
  after(day: string, span: Span): Reckoned
  isDone(step: string): boolean
  labelOf(step: string): string
  needsOf(step: string): readonly string[]
  leastOf(step: Step, first: string): Reckoned | null
  readonly members: ReadonlyMap<string, readonly Member[]>
}

/** What is not in order of a step that has been taken or begun, each with the clause. */
export function remarksOf(reckoning: Reckoning, step: Step, records: readonly StepRecord[], window: Window): readonly Remark[] {
  const done = records.filter(({ doneOn }) => doneOn !== null)
  return [...records.flatMap(record => ofRecord(reckoning, step, record, window)), ...gaps(reckoning, step, done)]
}

function ofRecord(reckoning: Reckoning, step: Step, { startedOn, doneOn, hours, people }: StepRecord, { earliest, latest }: Window): readonly Remark[] {
  const remarks: Remark[] = []
  const say = (code: Remark['code'], message: string, clause: string | null) => remarks.push({ code, message, clause })
  const first = startedOn ?? doneOn
  if (first === null) return []
  const last = doneOn ?? first
  if (last > reckoning.today) say('future', `${step.label}的日期 ${last} 还没有到`, null)
  if (doneOn !== null && first > doneOn) say('order', `${step.label}的开始日期晚于完成日期`, null)
  // Each bound that was broken is told, with its own article.
  for (const { bound, day, provisional } of step.repeats ? [] : earliest)
    if (first < day) say('early', `${step.label}早了：${first}，不早于 ${day}（${bound.words}${guessed(provisional)}）`, bound.clause)
  for (const { bound, day, provisional } of step.repeats || doneOn === null ? [] : latest)
    if (last > day) say('late', `${step.label}晚了 ${daysBetween(day, last)} 天：${last}，不晚于 ${day}（${bound.words}${guessed(provisional)}）`, bound.clause)
  remarks.push(...outOfOrder(reckoning, step, first, doneOn !== null), ...beforeDecided(reckoning, step, first))
  if (doneOn === null) return remarks
  return [...remarks, ...peopleRemarks(step, people, doneOn, reckoning.members), ...tooShort(reckoning, step, first, doneOn, hours)]
}

/** 暂算, in a remark that rests on a year without its notice. */
const guessed = (years: readonly number[]): string => (years.length === 0 ? '' : `，缺 ${years.join('、')} 年放假通知，暂算`)

/** What should have come before and did not. Behind a step without a record stands the one before it: a gap hides no day that is out of order. */
function outOfOrder(reckoning: Reckoning, { label, clause, needs }: Step, first: string, done: boolean): readonly Remark[] {
  const remarks: Remark[] = []
  const seen = new Set<string>()
  const look = (keys: readonly string[], direct: boolean): void => {
    for (const key of keys) {
      if (seen.has(key)) continue
      seen.add(key)
      const before = reckoning.dayOf({ step: key })
      if (before !== null && first < before) remarks.push({ code: 'order', message: `${label} ${first} 早于${reckoning.labelOf(key)} ${before}`, clause })
      if (before !== null) continue
      if (direct && !reckoning.isDone(key)) remarks.push({ code: 'order', message: `${label}已办，${reckoning.labelOf(key)}没有记录`, clause })
      look(reckoning.needsOf(key), false)
    }
  }
  look(needs, done)
  return remarks
}

/** A step that another round's result asked for, dated before that. */
function beforeDecided(reckoning: Reckoning, { label, clause, when }: Step, first: string): readonly Remark[] {
  if (!when?.ever) return []
  const days = when.results.flatMap(result => reckoning.dayOf({ step: when.step, result }) ?? [])
  const day = days.toSorted().at(-1)
  return day !== undefined && first < day ? [{ code: 'order', message: `${label} ${first} 早于${reckoning.labelOf(when.step)} ${day}`, clause }] : []
}

function tooShort(reckoning: Reckoning, step: Step, first: string, last: string, hours: number | null): readonly Remark[] {
  const { lasts } = step
  const least = reckoning.leastOf(step, first)
  if (!lasts || !least || (lasts.orHours !== undefined && hours !== null && hours >= lasts.orHours)) return []
  if (last >= least.day) return []
  return [
    {
      code: 'short',
      message: `${step.label}时间不够：${first} 至 ${last}，至少到 ${least.day}（${lasts.words}${guessed(least.provisional)}）`,
      clause: lasts.clause,
    },
  ]
}

/** Between one time and the next, and before the step that ends them, no longer than the span. */
function gaps(reckoning: Reckoning, { label, repeats }: Step, done: readonly StepRecord[]): readonly Remark[] {
  if (!repeats) return []
  const start = reckoning.dayOf(repeats.since)
  const end = reckoning.isDone(repeats.until) ? reckoning.dayOf({ step: repeats.until }) : null
  const days = [start, ...done.map(({ doneOn }) => doneOn), end].flatMap(day => (day === null ? [] : [day]))
  return days.flatMap((day, i): Remark[] => {
    const next = days[i + 1]
    if (next === undefined) return []
    const by = reckoning.after(day, repeats.every).day
    return next > by ? [{ code: 'gap', message: `${label}间隔过长：${day} 至 ${next}（${repeats.words}）`, clause: repeats.clause }] : []
  })
}

/** What is not in order of a term that was prolonged: by too little, by too much, more than once. `all` are the records of every turn. */
export function extensionRemarks(reckoning: Reckoning, step: Step, all: readonly StepRecord[]): readonly Remark[] {
  const prolonged = all.flatMap(record => {
    const more = step.results?.find(({ key }) => key === record.result)?.extends
    return more && record.doneOn !== null ? [{ record, more }] : []
  })
  return prolonged.flatMap(({ record, more }, i): Remark[] => {
    const { words, clause } = more
    if (i > 0) return [{ code: 'again', message: `${step.label}第 ${i + 1} 次延长：${words}`, clause }]
    const start = reckoning.dayOf(more.from)
    if (record.extendedTo === null) return [{ code: 'short', message: `${step.label}没有写延长至哪一天：${words}`, clause }]
    if (start === null) return []
    const end = reckoning.after(start, more.term).day
    const [least, most] = [reckoning.after(end, more.least).day, reckoning.after(end, more.most).day]
    if (record.extendedTo >= least && record.extendedTo <= most) return []
    return [{ code: 'short', message: `${step.label}延长至 ${record.extendedTo}，应在 ${least} 至 ${most}（${words}）`, clause }]
  })
}
