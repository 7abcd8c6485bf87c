import type { OrganizationKind } from '../domain/organization.ts'
import type { Person } from '../domain/person.ts'
import type { Topic } from '../records/topics.ts'
import type { ParameterValue } from '../rules/parameters.ts'
import type { Span } from '../rules/periods.ts'
import type { PartyRole } from '../rules/roles.ts'
import type { Measure } from './measure.ts'

/** What the engine knows of a subject when it asks which target binds it. */
export interface SubjectFacts {
  /** 人员类别; empty for an organization. */
  readonly category: string
  readonly role: PartyRole
  readonly unitKind: string | null
  readonly leader: boolean
  readonly leaderLevel: string | null
}

/** What decides whether a person is under a quota at all. */
export interface PersonFacts extends SubjectFacts {
  readonly floating: boolean
  /** A hardship on file in the period. */
  readonly hardship: boolean
  readonly joinedOn: string | null
}

/** What decides whether an organization is under a quota at all. */
export interface BodyFacts {
  readonly kind: OrganizationKind
  readonly parentId: string | null
  /** 正式党员 who stand in it now. */
  readonly fullMembers: number
}

/** One of several targets a subject may be under; the highest that applies binds. */
export interface QuotaTarget {
  readonly parameter: string
  /** Where the parameter counts days or months: the parameter that says how many units one is worth. */
  readonly per?: string
  readonly label: string
  applies(subject: SubjectFacts): boolean
}

/** From when someone who joins, or a body that is founded, within a period is under the quota. */
export type Newcomers = 'thisPeriod' | 'nextPeriod'

/** Ways to find a few among many people without reading all of them. */
export type Narrow = 'leaders' | 'officers' | 'floating' | 'hardship' | 'veterans'

export interface PeopleSubjects {
  readonly of: 'people'
  /** 党员, 党员领导干部: who they are, in a word. */
  readonly label: string
  readonly categories: readonly Person['category'][]
  only?(facts: PersonFacts): boolean
  /** What a search for these few may be narrowed to beforehand: nobody outside it passes `only`. */
  readonly narrow?: readonly Narrow[]
  /** The roster field from which the duty runs: joining, or going away for 流动党员. */
  readonly since: 'joinedOn' | 'mobilityOn'
  readonly newcomers: Newcomers
  /** Whether what the roster says without a date under 免学时原因 frees from it. */
  readonly rosterExempts: boolean
}

export interface BodySubjects {
  readonly of: 'organizations'
  readonly label: string
  readonly kinds: readonly OrganizationKind[]
  only?(facts: BodyFacts): boolean
  /** `only` asks how many full members a body has, which has to be counted. */
  readonly byMembers?: true
  /** The office itself, instead of organizations of its tree. */
  readonly whole?: true
  readonly newcomers: Newcomers
}

/**
 * 指标: how much of what each subject owes in a period. Everything else (board, lists, drill-down, reminders, print)
 * follows from the declaration.
 */
export interface Quota {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly topic: Topic
  /** The mechanisms of the office's documents that it counts. */
  readonly serves: readonly string[]
  readonly period: Span
  readonly subjects: PeopleSubjects | BodySubjects
  readonly measure: Measure
  readonly targets: readonly QuotaTarget[]
  readonly warn: {
    /** The parameter within which a shortfall is 临期, while the period lasts. */
    readonly within?: string
    /** The parameter that says how many days before its end an open period is 临期; or the number itself, of an office's own quota. */
    readonly days?: string
    readonly ownDays?: number
  }
  /** What a period that still runs and is not met is called: 未达标 where the year's amount is chased from January on, else 进行中. */
  readonly running: 'short' | 'open'
  /** An office's own quota brings its target along instead of taking it from the parameters. */
  readonly ownTarget?: ParameterValue
}
