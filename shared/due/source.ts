import type { RecordName } from '../domain/index.ts'
import type { Topic } from '../records/topics.ts'

/** 待办来源: what can become due. A procedure will be one more of these. */
export interface DueSource {
  readonly name: string
  readonly label: string
  readonly topic: Topic | null
  /** The records it looks at. */
  readonly record: RecordName
  /** The mechanisms of the office's documents that it reminds of. */
  readonly serves: readonly string[]
  /** What fixes the day, as it is printed; null where the record itself does. */
  readonly clause: string | null
  /** The parameter that says how many days (months, where its unit is that) ahead it is shown. */
  readonly ahead: string | null
}

/** Records with a day by which something must be done, and a field that says when it was. */
export interface RecordDue extends DueSource {
  /** The fields that hold the day, the one that counts first. */
  readonly due: readonly string[]
  /** It is open while all of these are empty. */
  readonly done: readonly string[]
  /** What must be done, in a word: 整改, 答复. */
  readonly verb: string
  /** The field that says what it is about. */
  readonly about: string
  /** Whom it is about is said first. */
  readonly named?: true
  /** The field that names who does it. */
  readonly responsible: string | null
}

/** What is shown of something due. Days are ISO; the key is the same as long as it is the same thing. */
export interface DueFound {
  readonly key: string
  readonly source: string
  readonly topic: Topic | null
  /** 事项 */
  readonly title: string
  /** 要求 */
  readonly asks: string
  /** 现状 */
  readonly now: string
  readonly dueOn: string
  readonly organizationId: string | null
  /** Who does it, where the record says; else whoever leads the organization. */
  readonly responsible: string | null
  readonly path: string
  readonly clause: string | null
}
