import { hiddenGroups } from '../../shared/rules/ballot-secrecy.ts'
import { type RowResult } from '../../shared/rules/ballot-results.ts'
import { type CapState, capOf } from '../../shared/rules/ballot-findings.ts'
import type { Fraction } from '../../shared/rules/fractions.ts'
import { type GroupScore, ladderOf, type Outcome, outcomesOf, weightedItems } from '../../shared/rules/performance.ts'
import { baseFigures, onPaper, type WholeBallot } from './read.ts'
import { isAbout } from './scored.ts'

/** One group of assessors of a ballot, and how many of it took part. */
export type AssessedGroup = Omit<GroupScore, 'score'> & { readonly hidden: boolean }

export interface ScoredRow {
  readonly outcome: Outcome
  /** By item, weighted; the items add up to the weighted score. */
  readonly items: Readonly<Record<string, Fraction>> | null
}

/** Which groups have no figures of their own. */
export const hiddenOf = ({ kind, returns }: WholeBallot): ReadonlySet<string> =>
  kind.secret ? hiddenGroups(returns.map(line => ({ code: line.groupCode, valid: line.valid ?? 0 }))) : new Set()

/** The ballot's groups as its count left them; 最低参评率 is the scheme's. */
export function assessedGroups(whole: WholeBallot): AssessedGroup[] {
  const hidden = hiddenOf(whole)
  return whole.groups.map(({ code, label, weight, eligible }) => ({
    code,
    label,
    weight,
    eligible,
    minimum: whole.scored?.groups.find(group => group.code === code)?.minimum ?? null,
    valid: whole.returns.find(line => line.groupCode === code)?.valid ?? 0,
    hidden: hidden.has(code),
  }))
}

/** How many may be given the highest grade. */
export function capStateOf(whole: WholeBallot): CapState | null {
  const [cap] = whole.kind.caps
  return cap ? capOf(cap, baseFigures(whole), whole.parameter) : null
}

/** 综合得分, rank and proposal of every row of a scored ballot, by its number; none where the paper is marked. */
export function scoredRows(whole: WholeBallot, results: readonly RowResult[]): ReadonlyMap<number, ScoredRow> {
  const { scored, kind, plan } = whole
  if (!scored) return new Map()
  const groups = assessedGroups(whole)
  const figures = new Map(results.map(row => [row.number, row]))
  const rows = onPaper(whole.rows).map(line => ({
    number: line.number,
    groups: groups.map(({ hidden: _hidden, ...group }) => {
      const own = figures.get(line.number)?.groups[group.code]
      return { ...group, score: own?.score ?? null, means: own?.means ?? {} }
    }),
    adjustments: scored.adjustments.filter(a => isAbout(a, line)),
  }))
  const outcomes = new Map(outcomesOf(rows, ladderOf(kind.decision.grades, scored.scheme), capStateOf(whole)?.most ?? null).map(one => [one.number, one]))
  const keys = plan.items.map(({ key }) => key)
  return new Map(
    rows.flatMap(row => {
      const outcome = outcomes.get(row.number)
      return outcome ? [[row.number, { outcome, items: weightedItems(keys, row.groups) }]] : []
    }),
  )
}
