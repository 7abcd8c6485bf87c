import type { Bound, Result, Step } from '../procedures/procedure.ts'
import type { StepRecord } from './procedure.ts'

interface Prolonged {
  readonly day: string
  readonly bound: Bound
}

/** Which records of a case count: a step that was sent back begins a new round, and what was done of it before is over. */
export class Rounds {
  /** The round of the flow that new records belong to. */
  readonly turn: number
  /** How the case ended, where a result that counts ended it. */
  readonly ended: string | null
  readonly #results: ReadonlyMap<string, readonly Result[]>
  readonly #all: ReadonlyMap<string, readonly StepRecord[]>
  readonly #began = new Map<string, number>()
  /** The day before which a step that is taken again must wait. */
  readonly #prolonged = new Map<string, Prolonged>()
  /** Prolongations that were refused afterwards. */
  readonly #lifted = new Set<StepRecord>()
  /** The last prolongation, with the rounds that its steps were in before. */
  #extension: { readonly record: StepRecord; readonly before: readonly (readonly [step: string, since: number])[] } | null = null

  constructor(steps: readonly Step[], records: readonly StepRecord[]) {
    const ordered = records.toSorted(byDay)
    this.#results = new Map(steps.map(({ key, results = [] }) => [key, results]))
    this.#all = Map.groupBy(ordered, ({ step }) => step)
    const done = ordered.filter(({ doneOn }) => doneOn !== null)
    // A round never falls back below what has been recorded: one that was sent back is over, whichever rounds were withdrawn since.
    let turn = 1
    for (const record of done) {
      turn = Math.max(turn, record.turn)
      const result = this.resultOf(record)
      if (!result?.again) continue
      turn += 1
      if (result.lifts !== undefined) this.#lift(result.lifts)
      this.#beginAnew(record, { ...result, again: result.again }, turn)
    }
    this.turn = records.reduce((latest, record) => Math.max(latest, record.turn), turn)
    this.ended = done.reduce<string | null>((end, record) => (record.turn < this.since(record.step) ? end : (this.resultOf(record)?.ends ?? end)), null)
  }

  #beginAnew(record: StepRecord, { again, extends: more }: Result & Required<Pick<Result, 'again'>>, turn: number): void {
    if (more) this.#extension = { record, before: again.map(key => [key, this.since(key)]) }
    for (const key of again) this.#began.set(key, turn)
    const { extendedTo: day } = record
    if (!more || day === null) return
    const bound: Bound = { from: more.from, span: more.term, words: `预备期延长至 ${day}`, clause: more.clause }
    for (const key of again) this.#prolonged.set(key, { day, bound })
  }

  /** A prolongation that was refused: its steps stand in the round in which they stood, and what was done of them counts again. */
  #lift(step: string): void {
    if (this.#extension?.record.step !== step) return
    const { record, before } = this.#extension
    this.#lifted.add(record)
    for (const [key, since] of before) {
      this.#began.set(key, since)
      this.#prolonged.delete(key)
    }
    this.#extension = null
  }

  resultOf({ step, result }: StepRecord): Result | null {
    return this.#results.get(step)?.find(({ key }) => key === result) ?? null
  }

  /** The round from which records of a step count. */
  since(step: string): number {
    return this.#began.get(step) ?? 1
  }

  /** Every record of a step, the earliest round first. */
  allOf(step: string): readonly StepRecord[] {
    return this.#all.get(step) ?? []
  }

  /** Those of this round. */
  countingOf(step: string): readonly StepRecord[] {
    return this.allOf(step).filter(({ turn }) => turn >= this.since(step))
  }

  /** The last time that a step was finished in this round. */
  lastOf(step: string): StepRecord | undefined {
    return this.countingOf(step).findLast(({ doneOn }) => doneOn !== null)
  }

  /** Those that came out so, in whichever round, and were not refused since. */
  cameOutSo(step: string, result: string): readonly StepRecord[] {
    return this.allOf(step).filter(record => record.result === result && !this.#lifted.has(record))
  }

  isLifted(record: StepRecord): boolean {
    return this.#lifted.has(record)
  }

  prolonged(step: string): Prolonged | undefined {
    return this.#prolonged.get(step)
  }

  /** The day until which a term was prolonged, unless that was refused. */
  get prolongedTo(): string | null {
    return [...this.#prolonged.values()].at(-1)?.day ?? null
  }
}

const lastDayOf = ({ doneOn, startedOn }: StepRecord): string => doneOn ?? startedOn ?? ''
const byDay = (a: StepRecord, b: StepRecord): number => a.turn - b.turn || (lastDayOf(a) < lastDayOf(b) ? -1 : lastDayOf(a) > lastDayOf(b) ? 1 : 0)
