import { hiddenGroups } from '../../shared/rules/ballot-secrecy.ts'
import { type RowResult } from '../../shared/rules/ballot-results.ts'
import { type CapState, capOf } from '../../shared/rules/ballot-findings.ts'
import type { Fraction } from '../../shared/rules/fractions.ts'
import { type GroupScore, ladderOf, type Outcome, outcomesOf, tookPart, weightedItems } from '../../shared/rules/performance.ts'
import { baseFigures, onPaper, type WholeBallot } from './read.ts'
import { isAbout, type Scored } from './scored.ts'

/** One group of assessors of a ballot, and how many of it took part. */
export type AssessedGroup = Omit<GroupScore, 'score'> & { readonly hidden: boolean }

export interface ScoredRow {
  readonly outcome: Outcome
  /** By item, weighted; the items add up to the weighted score. */
  readonly items: Readonly<Record<string, Fraction>> | null
}

/**
 * Which groups have no figures of their own. Of a scored ballot a mean without its extremes stands on two papers fewer; and since only
 * groups that count are in the composite, a small one among them is hidden together with another of them.
 */
export function hiddenOf({ kind, returns, groups, count, scored }: WholeBallot): ReadonlySet<string> {
  if (!kind.secret) return new Set()
  const trimmed = scored?.scheme.trimmed === true && count?.way !== 'totals'
  const papers = returns.map(({ groupCode, valid }) => ({ code: groupCode, valid: trimmed && (valid ?? 0) > 2 ? (valid ?? 0) - 2 : (valid ?? 0) }))
  const hidden = hiddenGroups(papers)
  if (!scored) return hidden
  const counting = groups.flatMap(group => {
    const valid = returns.find(line => line.groupCode === group.code)?.valid ?? 0
    return group.weight > 0 && tookPart({ ...group, valid, minimum: minimumOf(scored, group.code) }) ? [group.code] : []
  })
  return new Set([...hidden, ...hiddenGroups(papers.filter(({ code }) => counting.includes(code)))])
}

const minimumOf = ({ groups }: Scored, code: string): number | null => groups.find(group => group.code === code)?.minimum ?? null

/** The ballot's groups as its count left them; 最低参评率 is the scheme's. */
export function assessedGroups(whole: WholeBallot): AssessedGroup[] {
  const hidden = hiddenOf(whole)
  return whole.groups.map(({ code, label, weight, eligible }) => ({
    code,
    label,
    weight,
    eligible,
    minimum: whole.scored && minimumOf(whole.scored, code),
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
