import type { Bound, Extension, Moment, Result, Span, Step } from '../procedures/procedure.ts'
import { addDays, addMonths, daysBetween } from './days.ts'
import type { CaseFacts, StepRecord, StepStanding } from './procedure.ts'
import type { Member } from './procedure-people.ts'
import { extensionRemarks, type Reckoning, type Remark, remarksOf } from './procedure-remarks.ts'
import { addWorkingDays, type Reckoned } from './workdays.ts'

/** When a step may be taken, and what the days rest on. */
export interface Window {
  readonly from: string | null
  readonly until: string | null
  readonly why: Bound | null
  readonly earliest: Bound | null
  readonly granted: boolean
  readonly provisional: readonly number[]
}

const nobody: ReadonlyMap<string, readonly Member[]> = new Map()

/** One case with its steps, reckoned once for all of them. */
export class Reckoner implements Reckoning {
  readonly #facts: CaseFacts
  readonly #steps: ReadonlyMap<string, Step>
  readonly #counting = new Map<string, StepRecord[]>()
  /** The day before which a step that is taken again must wait. */
  readonly #prolonged = new Map<string, { readonly day: string; readonly bound: Bound }>()
  readonly #began = new Map<string, number>()
  readonly turn: number
  readonly ended: string | null
  readonly today: string
  readonly members: ReadonlyMap<string, readonly Member[]>

  constructor(facts: CaseFacts) {
    this.#facts = facts
    this.today = facts.today
    this.members = facts.members ?? nobody
    this.#steps = new Map(facts.steps.map(step => [step.key, step]))
    const done = facts.records.filter(({ doneOn }) => doneOn !== null).toSorted(byDay)
    // A round never falls back below what has been recorded: one that was sent back is over, whichever rounds were withdrawn since.
    let turn = 1
    for (const record of done) {
      turn = Math.max(turn, record.turn)
      const result = this.#resultOf(record)
      if (!result?.again) continue
      turn += 1
      for (const key of result.again) this.#beginAnew(key, turn, result.extends, record.extendedTo)
    }
    for (const record of facts.records) {
      turn = Math.max(turn, record.turn)
      if (record.turn < this.#since(record.step)) continue
      this.#counting.set(record.step, [...(this.#counting.get(record.step) ?? []), record])
    }
    this.turn = turn
    this.ended = done.reduce<string | null>((end, record) => (record.turn < this.#since(record.step) ? end : (this.#resultOf(record)?.ends ?? end)), null)
  }

  #beginAnew(key: string, turn: number, more: Extension | undefined, until: string | null): void {
    this.#began.set(key, turn)
    if (!more || until === null) return
    const bound: Bound = { from: more.from, span: more.term, words: `预备期延长至 ${until}`, clause: more.clause }
    this.#prolonged.set(key, { day: until, bound })
  }

  #since(step: string): number {
    return this.#began.get(step) ?? 1
  }

  standingOf(step: Step): StepStanding {
    const records = (this.#counting.get(step.key) ?? []).toSorted(byDay)
    const last = records.findLast(({ doneOn }) => doneOn !== null)
    const begun = records.findLast(({ doneOn }) => doneOn === null)
    const lasting = this.#lasting(step, begun ?? last)
    const base = {
      step: this.#withMaterials(step),
      on: last?.doneOn ?? null,
      begun: begun?.startedOn ?? last?.startedOn ?? null,
      result: last ? this.#resultOf(last) : null,
      lastsUntil: begun && lasting ? lasting.day : null,
      missing: this.#missing(this.#withMaterials(step)),
      since: this.#since(step.key),
    }
    const nothing = { from: null, until: null, why: null, overdueBy: 0, provisional: [], blockedBy: [], remarks: [] }
    if (records.length === 0 && !this.#applies(step)) {
      // Which way a case goes is not known before the step that decides it.
      const decides = step.when?.step
      const undecided = this.ended === null && !step.outside && decides !== undefined && !this.isDone(decides)
      return undecided ? { ...base, ...nothing, state: 'blocked', blockedBy: [this.labelOf(decides)] } : { ...base, ...nothing, state: 'off' }
    }
    const window = step.repeats ? this.#nextTime(step, records) : this.#window(step, records)
    const remarks = this.#remarks(step, records, window)
    const provisional = [...new Set([...window.provisional, ...(lasting?.provisional ?? [])])]
    const dates = { from: window.from, until: window.until, why: window.why, provisional, remarks }
    const finished = step.repeats ? this.isDone(step.repeats.until) : last !== undefined
    if (finished) return { ...base, ...dates, state: 'done', overdueBy: 0, blockedBy: [] }
    if (this.ended !== null) return { ...base, ...nothing, remarks, state: 'ended' }
    const blockedBy = step.needs.filter(key => !this.isDone(key)).map(key => this.labelOf(key))
    if (blockedBy.length > 0) return { ...base, ...dates, state: 'blocked', overdueBy: 0, blockedBy }
    const { today } = this
    const overdueBy = window.until !== null && today > window.until ? daysBetween(window.until, today) : 0
    const state = overdueBy > 0 ? 'overdue' : window.from !== null && today < window.from ? 'waiting' : 'open'
    return { ...base, ...dates, state, overdueBy, blockedBy: [] }
  }

  #remarks(step: Step, records: readonly StepRecord[], window: Window): readonly Remark[] {
    const all = this.#facts.records.filter(record => record.step === step.key).toSorted(byDay)
    return [...remarksOf(this, step, records, window), ...extensionRemarks(this, step, all)]
  }

  #resultOf({ step, result }: StepRecord): Result | null {
    const results = this.#steps.get(step)?.results
    return results?.find(({ key }) => key === result) ?? null
  }

  #applies({ when, outside }: Step): boolean {
    if (outside) return false
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

  needsOf(key: string): readonly string[] {
    return this.#steps.get(key)?.needs ?? []
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

  /** The day that the step a bound is counted from names itself. */
  #stated({ from, stated }: Bound): string | null {
    if (stated === undefined || !('step' in from)) return null
    const done = (this.#counting.get(from.step) ?? []).filter(({ doneOn }) => doneOn !== null).toSorted(byDay)
    return done.at(-1)?.extendedTo ?? null
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
    const granted = records.some(({ extension }) => extension !== null && extension !== '')
    const reckoned = (bounds: readonly Bound[] = []) =>
      bounds.flatMap(bound => {
        const start = this.dayOf(bound.from)
        const stated = this.#stated(bound)
        if (stated !== null) return [{ bound: { ...bound, words: `${bound.stated ?? ''}至 ${stated}` }, day: stated, provisional: [] }]
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

  /** The next time of a step that comes again: so long after the last, or after the day it is counted from, whichever is later. */
  #nextTime(step: Step, records: readonly StepRecord[]): Window {
    const { repeats } = step
    const days = [records.findLast(({ doneOn }) => doneOn !== null)?.doneOn ?? null, repeats ? this.dayOf(repeats.since) : null]
    const start = days
      .flatMap(day => day ?? [])
      .toSorted()
      .at(-1)
    const nothing = { from: null, earliest: null, granted: false, provisional: [] }
    if (!repeats || start === undefined || this.isDone(repeats.until)) return { ...nothing, until: null, why: null }
    const { day, provisional } = this.after(start, repeats.every)
    const why: Bound = { from: repeats.since, span: repeats.every, words: repeats.words, clause: repeats.clause }
    return { ...nothing, until: day, why, provisional }
  }

  /** The step with the materials that the way it came out asks for, in any round: a paper of one that is over still belongs in the file. */
  #withMaterials(step: Step): Step {
    if (!step.materials?.some(({ when }) => when !== undefined)) return step
    const records = this.#facts.records.filter(record => record.step === step.key)
    const asked = step.materials.filter(({ when }) => {
      if (when === undefined) return true
      if (when === 'extended') return records.some(({ extension }) => extension !== null && extension !== '')
      return records.some(({ doneOn, result }) => doneOn !== null && result !== null && when.results.includes(result))
    })
    return { ...step, materials: asked }
  }

  #missing({ key, materials = [] }: Step): readonly string[] {
    const has = (material: string) => this.#facts.materials.has(`${key}/${material}`)
    const groups = new Set(materials.flatMap(({ oneOf }) => (oneOf === undefined ? [] : [oneOf])))
    const lacking = [...groups].flatMap(group => {
      const among = materials.filter(({ oneOf }) => oneOf === group)
      return among.some(material => has(material.key)) ? [] : [among.map(({ label }) => label).join('或')]
    })
    const alone = materials.flatMap(material => {
      if (material.oneOf !== undefined) return []
      if (!material.each) return has(material.key) ? [] : [material.label]
      const without = (this.#facts.subjects ?? []).filter(({ id }) => !has(`${material.key}/${id}`))
      return without.length > 0 ? [`${material.label}（${without.map(({ name }) => name).join('、')}）`] : []
    })
    return [...alone, ...lacking]
  }
}

const lastDayOf = ({ doneOn, startedOn }: StepRecord): string => doneOn ?? startedOn ?? ''
const byDay = (a: StepRecord, b: StepRecord): number => a.turn - b.turn || (lastDayOf(a) < lastDayOf(b) ? -1 : lastDayOf(a) > lastDayOf(b) ? 1 : 0)
