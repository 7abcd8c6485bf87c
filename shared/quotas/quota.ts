import type { Person } from '../domain/person.ts'
import type { PartyRole } from '../rules/roles.ts'

/** What the engine knows of a subject when it asks which target binds it. */
export interface SubjectFacts {
  readonly category: string
  readonly role: PartyRole
  readonly unitKind: string | null
  readonly leader: boolean
}

/** One of several targets a subject may be under; the highest that applies binds. */
export interface QuotaTarget {
  readonly parameter: string
  /** Where the parameter counts working days: the parameter that says how many units a day is worth. */
  readonly perDay?: string
  readonly label: string
  applies(subject: SubjectFacts): boolean
}

/**
 * 指标: how much of what each subject owes in a period. Everything else (board, lists, drill-down, print) follows
 * from the declaration.
 */
export interface Quota {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly period: 'year'
  /** The kept totals that are measured: see `tallies`. */
  readonly tally: string
  readonly categories: readonly Person['category'][]
  readonly targets: readonly QuotaTarget[]
  /** The parameter within which a shortfall is 临期, while the period lasts. */
  readonly warnWithin: string
}
