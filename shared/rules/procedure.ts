import type { Bound, FactName, Result, Step } from '../procedures/procedure.ts'
import type { Member } from './procedure-people.ts'
import { Reckoner } from './procedure-reckoner.ts'
import type { Remark } from './procedure-remarks.ts'
import type { WorkCalendar } from './workdays.ts'

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

export interface Subject {
  readonly id: string
  readonly name: string
}

/** A case as the rules see it. */
export interface CaseFacts {
  readonly steps: readonly Step[]
  readonly records: readonly StepRecord[]
  /** Materials on file, as `step/material`; what each subject has of its own as `step/material/subject`. */
  readonly materials: ReadonlySet<string>
  /** Those a case is about, where they are several: 考察对象. */
  readonly subjects?: readonly Subject[]
  readonly facts: Readonly<Partial<Record<FactName, string | null>>>
  /** Who is on the roster by the names that steps give: for what only 正式党员 may do. Nothing is said of a name that is not on it. */
  readonly members?: ReadonlyMap<string, readonly Member[]>
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
  /** The other bounds that are broken too, of a step that is overdue or waits. */
  readonly besides: readonly Bound[]
  /** Of a step that has been begun and lasts: the first day on which it has lasted long enough. */
  readonly lastsUntil: string | null
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
  /** The day until which a term (预备期) was prolonged. */
  readonly prolongedTo: string | null
}

/** Everything that the days of a step rest on: of several bounds that are broken each. */
export const restsOn = ({ why, besides }: Pick<StepStanding, 'why' | 'besides'>): readonly Bound[] => (why === null ? [] : [why, ...besides])

/** Where every step of a case stands on a day. It says what is due and what is not in order; it decides nothing. */
export function standing(facts: CaseFacts): Standing {
  const reckoner = new Reckoner(facts)
  const { ended, turn, prolongedTo } = reckoner.rounds
  return { steps: facts.steps.map(step => reckoner.standingOf(step)), ended, turn, prolongedTo }
}
