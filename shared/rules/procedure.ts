import type { Bound, FactName, Moment, Result, Span, Step } from '../procedures/procedure.ts'
import { addDays, addMonths, daysBetween } from './days.ts'
import { extensionRemarks, type Reckoning, type Remark, remarksOf } from './procedure-remarks.ts'
import { addWorkingDays, type Reckoned, type WorkCalendar } from './workdays.ts'

/** What was recorded of a step. Without `doneOn` it has been begun: posted, sent, being held. */
export interface StepRecord {
  readonly step: string
  /** Which round of the flow it belongs to: a step that is taken again begins a new one. */
  readonly turn: number
  readonly startedOn: string | null
  readonly doneOn: string | null
  readonly result: string | null
  readonly hours: number | null
  /** Names, parted by 、 or spaces. */
  readonly people: string | null
  /** The reason for which a longer time is granted. */
  readonly extension: string | null
  /** The day until which a term was prolonged. */
  readonly extendedTo: string | null
}

/** A case as the rules see it. */
export interface CaseFacts {
  readonly steps: readonly Step[]
  readonly records: readonly StepRecord[]
  /** Materials on file, as `step/material`. */
  readonly materials: ReadonlySet<string>
  readonly facts: Readonly<Partial<Record<FactName, string | null>>>
  readonly today: string
  readonly calendar: WorkCalendar
  /** Whether the first day of a count of working days is one of them; the office decides. */
  readonly countFirstDay: boolean
}

export const stepStates = { done: '已办', open: '可办', overdue: '逾期', waiting: '未到时间', blocked: '等前面的步骤', off: '不适用', ended: '已终止' } as const
export type StepState = keyof typeof stepStates

export interface StepStanding {
  readonly step: Step
  readonly state: StepState
  /** The day it was done; of a step that comes again, the last time. */
  readonly on: string | null
  readonly begun: string | null
  readonly result: Result | null
  /** Not before this day, and not after that one, as far as known. */
  readonly from: string | null
  readonly until: string | null
  /** What the last day rests on. */
  readonly why: Bound | null
  /** Days past `until`. */
  readonly overdueBy: number
  /** Reckoned without the notice of these years. */
  readonly provisional: readonly number[]
  readonly blockedBy: readonly string[]
  readonly missing: readonly string[]
  readonly remarks: readonly Remark[]
  /** The round from which its records count. */
  readonly since: number
}

export interface Standing {
  readonly steps: readonly StepStanding[]
  /** How the case ended, where a result ended it. */
  readonly ended: string | null
  /** The round of the flow that new records belong to. */
  readonly turn: number
}

/** Where every step of a case stands on a day. It says what is due and what is not in order; it decides nothing. */
export function standing(facts: CaseFacts): Standing {
  const reckoner = new Reckoner(facts)
  const ended = reckoner.ended
  return { steps: facts.steps.map(step => reckoner.standingOf(step)), ended, turn: reckoner.turn }
}

class Reckoner implements Reckoning {
  readonly #facts: CaseFacts
  readonly #steps: ReadonlyMap<string, Step>
  readonly #counting = new Map<string, StepRecord[]>()
  /** The day before which a step that is taken again must wait. */
  readonly #prolonged = new Map<string, { readonly day: string; readonly bound: Bound }>()
  readonly #began = new Map<string, number>()
  readonly turn: number
  readonly ended: string | null
  readonly today: string

  constructor(facts: CaseFacts) {
    this.#facts = facts
    this.today = facts.today
    this.#steps = new Map(facts.steps.map(step => [step.key, step]))
    let turn = 1
    let ended: string | null = null
    for (const record of facts.records.filter(({ doneOn }) => doneOn !== null).toSorted(byDay)) {
      const result = this.#resultOf(record)
      if (result?.ends !== undefined) ended = result.ends
      if (!result?.again) continue
      turn += 1
      for (const key of result.again) {
        this.#began.set(key, turn)
        const { extends: more } = result
        if (more && record.extendedTo !== null)
          this.#prolonged.set(key, {
            day: record.extendedTo,
            bound: { from: more.from, span: more.term, words: `预备期延长至 ${record.extendedTo}`, clause: more.clause },
          })
      }
    }
    for (const record of facts.records) {
      if (record.turn < this.#since(record.step)) continue
      this.#counting.set(record.step, [...(this.#counting.get(record.step) ?? []), record])
    }
    this.turn = turn
    this.ended = ended
  }

  #since(step: string): number {
    return this.#began.get(step) ?? 1
  }

  standingOf(step: Step): StepStanding {
    const records = (this.#counting.get(step.key) ?? []).toSorted(byDay)
    const last = records.findLast(({ doneOn }) => doneOn !== null)
    const begun = records.findLast(({ doneOn }) => doneOn === null)
    const missing = this.#missing(step)
    const base = {
      step,
      on: last?.doneOn ?? null,
      begun: begun?.startedOn ?? last?.startedOn ?? null,
      result: last ? this.#resultOf(last) : null,
      missing,
      since: this.#since(step.key),
    }
    const nothing = { from: null, until: null, why: null, overdueBy: 0, provisional: [], blockedBy: [], remarks: [] }
    if (!last && !this.#applies(step)) return { ...base, ...nothing, state: 'off' }
    const window = step.repeats ? this.#nextTime(step, records) : this.#window(step, records)
    const blockedBy = step.needs.filter(key => !this.isDone(key)).map(key => this.labelOf(key))
    const dates = { from: window.from, until: window.until, why: window.why, provisional: window.provisional }
    const finished = step.repeats ? this.isDone(step.repeats.until) : last !== undefined
    if (finished) return { ...base, ...dates, state: 'done', overdueBy: 0, blockedBy: [], remarks: this.#remarks(step, records, window) }
    if (this.ended !== null) return { ...base, ...nothing, state: 'ended' }
    if (blockedBy.length > 0) return { ...base, ...dates, state: 'blocked', overdueBy: 0, blockedBy, remarks: this.#remarks(step, records, window) }
    const { today } = this
    const overdueBy = window.until !== null && today > window.until ? daysBetween(window.until, today) : 0
    const state = overdueBy > 0 ? 'overdue' : window.from !== null && today < window.from ? 'waiting' : 'open'
    return { ...base, ...dates, state, overdueBy, blockedBy: [], remarks: this.#remarks(step, records, window) }
  }

  #remarks(step: Step, records: readonly StepRecord[], window: Window): readonly Remark[] {
    const all = this.#facts.records.filter(record => record.step === step.key).toSorted(byDay)
    return [...remarksOf(this, step, records, window), ...extensionRemarks(this, step, all)]
  }

  #resultOf({ step, result }: StepRecord): Result | null {
    const results = this.#steps.get(step)?.results
    return results?.find(({ key }) => key === result) ?? null
  }

  #applies({ when }: Step): boolean {
    if (!when) return true
    const last = (this.#counting.get(when.step) ?? [])
      .filter(({ doneOn }) => doneOn !== null)
      .toSorted(byDay)
      .at(-1)
    const result = last?.result ?? null
    return result !== null && when.results.includes(result)
  }

  labelOf(key: string): string {
    return this.#steps.get(key)?.label ?? key
  }

  /** Done for those that come after it: a step outside this case's way holds nobody up. */
  isDone(key: string): boolean {
    const step = this.#steps.get(key)
    if (!step) return true
    const done = (this.#counting.get(key) ?? []).some(({ doneOn }) => doneOn !== null)
    return done || !this.#applies(step)
  }

  dayOf(moment: Moment): string | null {
    if ('fact' in moment) return this.#facts.facts[moment.fact] ?? null
    const days = (this.#counting.get(moment.step) ?? []).flatMap(({ doneOn }) => (doneOn === null ? [] : [doneOn]))
    return days.toSorted().at(-1) ?? null
  }

  /** The day so long after another. */
  after(day: string, span: Span): Reckoned {
    if ('months' in span) return { day: addMonths(day, span.months), provisional: [] }
    if ('days' in span) return { day: addDays(day, span.days), provisional: [] }
    return addWorkingDays(this.#facts.calendar, day, span.workingDays, { countFirstDay: this.#facts.countFirstDay })
  }

  #window(step: Step, records: readonly StepRecord[]): Window {
    const granted = records.some(({ extension }) => extension !== null && extension !== '')
    const reckoned = (bounds: readonly Bound[] = []) =>
      bounds.flatMap(bound => {
        const start = this.dayOf(bound.from)
        const span = granted && bound.extended ? bound.extended.span : bound.span
        return start === null ? [] : [{ bound, ...this.after(start, span) }]
      })
    const prolonged = this.#prolonged.get(step.key)
    const own = step.earliest && prolonged ? [{ ...prolonged, provisional: [] }] : []
    const earliest = [...reckoned(step.earliest), ...own].toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
    const latest = reckoned(step.latest).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
    return {
      from: earliest?.day ?? null,
      until: latest?.day ?? null,
      why: latest?.bound ?? earliest?.bound ?? null,
      earliest: earliest?.bound ?? null,
      granted,
      provisional: [...new Set([...(earliest?.provisional ?? []), ...(latest?.provisional ?? [])])],
    }
  }

  /** The next time of a step that comes again: so long after the last, or after the day it is counted from. */
  #nextTime(step: Step, records: readonly StepRecord[]): Window {
    const { repeats } = step
    const start = records.findLast(({ doneOn }) => doneOn !== null)?.doneOn ?? (repeats ? this.dayOf(repeats.since) : null)
    const nothing = { from: null, earliest: null, granted: false, provisional: [] }
    if (!repeats || start === null || this.isDone(repeats.until)) return { ...nothing, until: null, why: null }
    const { day, provisional } = this.after(start, repeats.every)
    const why: Bound = { from: repeats.since, span: repeats.every, words: repeats.words, clause: repeats.clause }
    return { ...nothing, until: day, why, provisional }
  }

  #missing({ key, materials = [] }: Step): readonly string[] {
    const has = (material: string) => this.#facts.materials.has(`${key}/${material}`)
    const groups = new Set(materials.flatMap(({ oneOf }) => (oneOf === undefined ? [] : [oneOf])))
    const lacking = [...groups].flatMap(group => {
      const among = materials.filter(({ oneOf }) => oneOf === group)
      return among.some(material => has(material.key)) ? [] : [among.map(({ label }) => label).join('或')]
    })
    return [...materials.flatMap(({ key: own, label, oneOf }) => (oneOf !== undefined || has(own) ? [] : [label])), ...lacking]
  }
}

/** When a step may be taken, and what the days rest on. */
export interface Window {
  readonly from: string | null
  readonly until: string | null
  readonly why: Bound | null
  readonly earliest: Bound | null
  readonly granted: boolean
  readonly provisional: readonly number[]
}

const lastDayOf = ({ doneOn, startedOn }: StepRecord): string => doneOn ?? startedOn ?? ''
const byDay = (a: StepRecord, b: StepRecord): number => a.turn - b.turn || (lastDayOf(a) < lastDayOf(b) ? -1 : lastDayOf(a) > lastDayOf(b) ? 1 : 0)
