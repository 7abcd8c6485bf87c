import type { Moment, Span, Step } from '../procedures/procedure.ts'
import { addDays, daysBetween } from './days.ts'
import type { StepRecord, Window } from './procedure.ts'
import type { Reckoned } from './workdays.ts'

/** Something that is not as the rules have it. A person judges what it means. */
export interface Remark {
  readonly code: 'early' | 'late' | 'order' | 'short' | 'gap' | 'again' | 'people' | 'vote' | 'future'
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
}

/** What is not in order of a step that has been taken, each with the clause. */
export function remarksOf(reckoning: Reckoning, step: Step, records: readonly StepRecord[], window: Window): readonly Remark[] {
  const done = records.filter(({ doneOn }) => doneOn !== null)
  return [...done.flatMap(record => ofRecord(reckoning, step, record, window)), ...gaps(reckoning, step, done)]
}

function ofRecord(
  reckoning: Reckoning,
  step: Step,
  { startedOn, doneOn, hours, people }: StepRecord,
  { from, until, why, earliest, granted }: Window,
): readonly Remark[] {
  if (doneOn === null) return []
  const remarks: Remark[] = []
  const say = (code: Remark['code'], message: string, clause: string | null) => remarks.push({ code, message, clause })
  const first = startedOn ?? doneOn
  if (doneOn > reckoning.today) say('future', `${step.label}的日期 ${doneOn} 还没有到`, null)
  if (startedOn !== null && startedOn > doneOn) say('order', `${step.label}的开始日期晚于完成日期`, null)
  if (!step.repeats && from !== null && first < from)
    say('early', `${step.label}早了：${first}，不早于 ${from}（${earliest?.words ?? ''}）`, earliest?.clause ?? null)
  if (!step.repeats && until !== null && doneOn > until)
    say(
      'late',
      `${step.label}晚了 ${daysBetween(until, doneOn)} 天：${doneOn}，不晚于 ${until}（${granted && why?.extended ? why.extended.words : (why?.words ?? '')}）`,
      why?.clause ?? null,
    )
  for (const key of step.needs) {
    const before = reckoning.dayOf({ step: key })
    if (before === null && !reckoning.isDone(key)) say('order', `${step.label}已办，${reckoning.labelOf(key)}没有记录`, step.clause)
    if (before !== null && first < before) say('order', `${step.label} ${first} 早于${reckoning.labelOf(key)} ${before}`, step.clause)
  }
  remarks.push(...wrongPeople(step, people), ...tooShort(reckoning, step, first, doneOn, hours))
  return remarks
}

/** 一至两名正式党员作培养联系人, two sponsors: fewer or more names than are asked for. */
function wrongPeople({ label, clause, asks = [] }: Step, people: string | null): readonly Remark[] {
  const ask = asks.find(({ kind }) => kind === 'people')
  if (!ask) return []
  const names = (people ?? '').split(/[、，,;；\s]+/).filter(Boolean).length
  const { atLeast = 0, atMost = Infinity } = ask
  if (names >= atLeast && names <= atMost) return []
  const asked = atMost === atLeast ? `${atLeast} 名` : atMost === Infinity ? `至少 ${atLeast} 名` : `${atLeast} 至 ${atMost} 名`
  return [{ code: 'people', message: `${label}：${ask.label}写了 ${names} 名，应为${asked}`, clause }]
}

function tooShort(reckoning: Reckoning, step: Step, first: string, last: string, hours: number | null): readonly Remark[] {
  const { lasts } = step
  if (!lasts || (lasts.orHours !== undefined && hours !== null && hours >= lasts.orHours)) return []
  // A class of three days is held on three days; a posting of five working days is up when the fifth has gone.
  const least = 'days' in lasts.span ? addDays(first, lasts.span.days - 1) : reckoning.after(first, lasts.span).day
  return last < least ? [{ code: 'short', message: `${step.label}时间不够：${first} 至 ${last}，至少到 ${least}（${lasts.words}）`, clause: lasts.clause }] : []
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
