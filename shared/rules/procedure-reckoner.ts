import type { Bound, Moment, Span, Step } from '../procedures/procedure.ts'
import { addDays, addMonths, daysBetween } from './days.ts'
import type { CaseFacts, StepRecord, StepStanding } from './procedure.ts'
import type { Member } from './procedure-people.ts'
import { materialsAsked, materialsMissing } from './procedure-materials.ts'
import { extensionRemarks, type Reckoning, type Remark, remarksOf } from './procedure-remarks.ts'
import { Rounds } from './procedure-rounds.ts'
import { addWorkingDays, type Reckoned } from './workdays.ts'

/** A bound with the day that it comes to. */
export interface Reached extends Reckoned {
  readonly bound: Bound
}

/** When a step may be taken: every bound that holds, the strictest first. */
export interface Window {
  readonly earliest: readonly Reached[]
  readonly latest: readonly Reached[]
}

const nobody: ReadonlyMap<string, readonly Member[]> = new Map()

/** One case with its steps, reckoned once for all of them. */
export class Reckoner implements Reckoning {
  readonly #facts: CaseFacts
  readonly #steps: ReadonlyMap<string, Step>
  readonly rounds: Rounds
  readonly today: string
  readonly members: ReadonlyMap<string, readonly Member[]>

  constructor(facts: CaseFacts) {
    this.#facts = facts
    this.today = facts.today
    this.members = facts.members ?? nobody
    this.#steps = new Map(facts.steps.map(step => [step.key, step]))
    this.rounds = new Rounds(facts.steps, facts.records)
  }

  standingOf(step: Step): StepStanding {
    const { rounds } = this
    const records = rounds.countingOf(step.key)
    const last = records.findLast(({ doneOn }) => doneOn !== null)
    const begun = records.findLast(({ doneOn }) => doneOn === null)
    const lasting = this.#lasting(step, begun ?? last)
    const materials = materialsAsked(step, rounds.allOf(step.key))
    const base = {
      step: step.materials ? { ...step, materials } : step,
      on: last?.doneOn ?? null,
      begun: begun?.startedOn ?? last?.startedOn ?? null,
      result: last ? rounds.resultOf(last) : null,
      lastsUntil: begun && lasting ? lasting.day : null,
      missing: materialsMissing(step.key, materials, this.#facts),
      since: rounds.since(step.key),
    }
    const nothing = { from: null, until: null, why: null, besides: [], overdueBy: 0, provisional: [], blockedBy: [], remarks: [] }
    if (records.length === 0 && !this.#applies(step)) {
      const earlier = rounds.allOf(step.key)
      const before = earlier.findLast(({ doneOn }) => doneOn !== null)
      // Which way a case goes is not known before the step that decides it; what only an unusual result asks for is not waited for.
      const decides = step.when?.step
      const undecided = rounds.ended === null && !step.outside && decides !== undefined && !this.isDone(decides)
      if (undecided && (!step.detour || (earlier.length > 0 && !before))) return { ...base, ...nothing, state: 'blocked', blockedBy: [this.labelOf(decides)] }
      // A way that was given up after all: what was done of it stays in sight.
      if (before) return { ...base, ...nothing, state: 'done', on: before.doneOn, result: rounds.resultOf(before) }
      return { ...base, ...nothing, state: 'off' }
    }
    const window = step.repeats ? this.#nextTime(step, records) : this.#window(step, records)
    const remarks = this.#remarks(step, records, window)
    const [earliest, latest] = [window.earliest[0], window.latest[0]]
    const dates = {
      from: earliest?.day ?? null,
      until: latest?.day ?? null,
      why: latest?.bound ?? earliest?.bound ?? null,
      besides: [],
      provisional: yearsOf([earliest, latest, lasting]),
      remarks,
    }
    const finished = step.repeats ? this.isDone(step.repeats.until) : last !== undefined
    if (finished) return { ...base, ...dates, state: 'done', overdueBy: 0, blockedBy: [] }
    if (rounds.ended !== null) return { ...base, ...nothing, remarks, state: 'ended' }
    const blockedBy = step.needs.filter(key => !this.isDone(key)).map(key => this.labelOf(key))
    if (blockedBy.length > 0) return { ...base, ...dates, state: 'blocked', overdueBy: 0, blockedBy }
    const { today } = this
    const past = window.latest.filter(({ day }) => day < today)
    const ahead = window.earliest.filter(({ day }) => today < day)
    const state = past.length > 0 ? 'overdue' : ahead.length > 0 ? 'waiting' : 'open'
    const broken = past.length > 0 ? past : ahead
    const besides = broken.map(({ bound }) => bound).filter(bound => bound !== dates.why)
    return { ...base, ...dates, state, besides, overdueBy: past[0] ? daysBetween(past[0].day, today) : 0, blockedBy: [] }
  }

  #remarks(step: Step, records: readonly StepRecord[], window: Window): readonly Remark[] {
    const all = this.rounds.allOf(step.key).filter(record => !this.rounds.isLifted(record))
    return [...remarksOf(this, step, records, window), ...extensionRemarks(this, step, all)]
  }

  #applies({ when, outside }: Step): boolean {
    if (outside) return false
    if (!when) return true
    if (when.ever) return when.results.some(result => this.dayOf({ step: when.step, result }) !== null)
    const result = this.rounds.lastOf(when.step)?.result ?? null
    return result !== null && when.results.includes(result)
  }

  labelOf(key: string): string {
    return this.#steps.get(key)?.label ?? key
  }

  needsOf(key: string): readonly string[] {
    return this.#steps.get(key)?.needs ?? []
  }

  /** Done for those that come after it: a step outside this case's way holds nobody up. */
  isDone(key: string): boolean {
    const step = this.#steps.get(key)
    if (!step) return true
    return this.rounds.lastOf(key) !== undefined || !this.#applies(step)
  }

  dayOf(moment: Moment): string | null {
    if ('fact' in moment) return this.#facts.facts[moment.fact] ?? null
    const { step, result } = moment
    const records = result === undefined ? this.rounds.countingOf(step) : this.rounds.cameOutSo(step, result)
    const days = records.flatMap(({ doneOn }) => (doneOn === null ? [] : [doneOn]))
    return days.toSorted().at(-1) ?? null
  }

  /** The day that the step a bound is counted from names itself. */
  #stated({ from, stated }: Bound): string | null {
    if (stated === undefined || !('step' in from)) return null
    return this.rounds.lastOf(from.step)?.extendedTo ?? null
  }

  /** The day so long after another. */
  after(day: string, span: Span): Reckoned {
    if ('months' in span) return { day: addMonths(day, span.months), provisional: [] }
    if ('days' in span) return { day: addDays(day, span.days), provisional: [] }
    return addWorkingDays(this.#facts.calendar, day, span.workingDays, { countFirstDay: this.#facts.countFirstDay })
  }

  /** The first day on which a step that lasts has lasted long enough. A class of three days is held on three; five working days of a posting are up when the fifth has gone. */
  leastOf({ lasts }: Step, first: string): Reckoned | null {
    if (!lasts) return null
    return 'days' in lasts.span ? { day: addDays(first, lasts.span.days - 1), provisional: [] } : this.after(first, lasts.span)
  }

  #lasting(step: Step, record: StepRecord | undefined): Reckoned | null {
    const first = record?.startedOn ?? record?.doneOn ?? null
    return first === null ? null : this.leastOf(step, first)
  }

  #window(step: Step, records: readonly StepRecord[]): Window {
    const granted = records.some(isGranted)
    const prolonged = this.rounds.prolonged(step.key)
    const earliest = (step.earliest ?? []).flatMap(bound => this.#reached(bound, granted))
    // The term that was prolonged ends on its new day: the old one holds no more.
    const own = prolonged && step.earliest ? [{ ...prolonged, provisional: [] }] : []
    const stricter = earliest.filter(({ bound, day }) => !own.some(one => sameMoment(one.bound.from, bound.from) && day <= one.day))
    const latest = (step.latest ?? []).filter(bound => !this.#metBefore(step, bound)).flatMap(bound => this.#reached(bound, granted))
    return { earliest: [...stricter, ...own].toSorted((a, b) => (a.day < b.day ? 1 : -1)), latest: latest.toSorted((a, b) => (a.day < b.day ? -1 : 1)) }
  }

  /** The day that a bound comes to, where the day it is counted from is known. */
  #reached(bound: Bound, granted: boolean): readonly Reached[] {
    const start = this.dayOf(bound.from)
    const stated = this.#stated(bound)
    if (stated !== null) return [{ bound: { ...bound, words: `${bound.stated ?? ''}至 ${stated}` }, day: stated, provisional: [] }]
    const { span, words } = granted && bound.extended ? bound.extended : bound
    return start === null ? [] : [{ bound: { ...bound, span, words }, ...this.after(start, span) }]
  }

  /**
   * Whether an earlier round of the step was in time: a meeting that was held within the month and put off the decision (暂缓) has met the
   * month. Only what is counted from a step that was not taken anew since; a day of the person (毕业) holds for every round.
   */
  #metBefore({ key }: Step, bound: Bound): boolean {
    const { from } = bound
    if (!('step' in from)) return false
    const last = this.rounds.lastOf(from.step)
    const earlier = this.rounds.allOf(key).filter(({ turn }) => turn < this.rounds.since(key) && turn >= (last?.turn ?? Infinity))
    return earlier.some(record => {
      const [met] = this.#reached(bound, isGranted(record))
      return met !== undefined && record.doneOn !== null && record.doneOn >= (last?.doneOn ?? '') && record.doneOn <= met.day
    })
  }

  /** The next time of a step that comes again: so long after the last, or after the day it is counted from, whichever is later. */
  #nextTime(step: Step, records: readonly StepRecord[]): Window {
    const { repeats } = step
    const days = [records.findLast(({ doneOn }) => doneOn !== null)?.doneOn ?? null, repeats ? this.dayOf(repeats.since) : null]
    const start = days
      .flatMap(day => day ?? [])
      .toSorted()
      .at(-1)
    if (!repeats || start === undefined || this.isDone(repeats.until)) return { earliest: [], latest: [] }
    const bound: Bound = { from: repeats.since, span: repeats.every, words: repeats.words, clause: repeats.clause }
    return { earliest: [], latest: [{ bound, ...this.after(start, repeats.every) }] }
  }
}

const isGranted = ({ extension }: StepRecord): boolean => extension !== null && extension !== ''
const yearsOf = (reckoned: readonly (Reckoned | null | undefined)[]): readonly number[] => [...new Set(reckoned.flatMap(one => one?.provisional ?? []))]
const sameMoment = (a: Moment, b: Moment): boolean => JSON.stringify(a) === JSON.stringify(b)
