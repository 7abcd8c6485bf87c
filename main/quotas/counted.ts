import type { QuotaSubject } from '../../shared/api/quota.ts'
import { maskIdNumber } from '../../shared/rules/id-number.ts'
import type { Period } from '../../shared/rules/periods.ts'
import { shown, type Standing, type Target } from '../../shared/rules/quota.ts'
import { monthColumns } from '../db/schema.ts'
import type { Entry } from './ground.ts'
import type { Total } from './totals.ts'

/** One period of a year, and how a subject stands in it. */
export interface PeriodStanding extends Standing, Period {
  readonly done: number
  readonly target: number
}

/** A subject's standing with what it was made from. */
export class Counted<E extends Entry = Entry> {
  readonly entry: E
  readonly target: Target | undefined
  readonly done: number
  readonly standing: Standing
  readonly exemptReason: string | null
  /** Amounts by month as they are kept; absent for a subject without any. */
  readonly total: Total | undefined
  readonly periods: readonly PeriodStanding[]
  readonly #organizations: ReadonlyMap<string, string>

  constructor(made: Made<E>, organizations: ReadonlyMap<string, string>) {
    this.entry = made.entry
    this.target = made.target
    this.done = made.done
    this.standing = made.standing
    this.exemptReason = made.exemptReason
    this.total = made.total
    this.periods = made.periods
    this.#organizations = organizations
  }

  /** Under a target, and not exempt from it. */
  get owes(): boolean {
    return this.standing.state !== 'exempt' && this.standing.state !== 'none'
  }

  /** Amounts by month, January first; absent for a subject without any. */
  get months(): readonly number[] | undefined {
    const { total } = this
    return total && monthColumns.map(column => total[column])
  }

  /** What the periods that are due ask for in all. */
  get owed(): number {
    if (this.periods.length === 0) return this.target?.amount ?? 0
    return shown(this.periods.reduce((sum, p) => sum + (p.state === 'none' || p.state === 'exempt' ? 0 : p.target), 0))
  }

  /** As lists show it. Made when asked for: a board of twenty thousand never asks. */
  get subject(): QuotaSubject {
    const { entry, target, standing, done, exemptReason } = this
    return {
      subjectId: entry.id,
      kind: entry.of === 'people' ? 'person' : 'organization',
      name: entry.name,
      idNumber: entry.of === 'people' ? maskIdNumber(entry.idNumber) : null,
      organizationId: entry.organizationId,
      organization: entry.organizationId ? (this.#organizations.get(entry.organizationId) ?? '') : '',
      post: entry.of === 'people' ? entry.post : null,
      category: entry.category,
      done,
      target: exemptReason === null ? this.owed : 0,
      targetLabel: target?.label ?? '',
      missing: standing.missing,
      met: standing.met,
      exempt: exemptReason !== null,
      exemptReason,
      state: standing.state,
      due: this.periods.length === 0 ? Number(this.owes) : this.periods.filter(isDue).length,
      kept: this.periods.length === 0 ? Number(this.owes && standing.met) : this.periods.filter(p => p.state === 'met').length,
    }
  }

  /** As `subject`, by the name that lists of people give it. */
  get person(): QuotaSubject & { personId: string } {
    const subject = this.subject
    return { ...subject, personId: subject.subjectId }
  }
}

/** A period whose result is known: it is over, or it is met already. */
export const isDue = ({ state }: Standing): boolean => state === 'met' || state === 'short'

/** What a standing is made from. */
export interface Made<E extends Entry> {
  readonly entry: E
  readonly target: Target | undefined
  readonly done: number
  readonly standing: Standing
  readonly exemptReason: string | null
  readonly total: Total | undefined
  readonly periods: readonly PeriodStanding[]
}
