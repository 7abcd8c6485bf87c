import type { BallotKind, Item } from '../../../shared/ballots/kind.ts'
import { overall } from '../../../shared/ballots/kind.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { familyOf, shownOptions } from '../../../shared/forms/ballot-columns.ts'
import type { SheetCell } from '../../../shared/forms/form.ts'
import { dottedMonth } from '../../../shared/forms/text.ts'
import { baseOf } from '../../../shared/rules/ballot-findings.ts'
import { perCent } from '../../../shared/rules/ballot-results.ts'
import { type Fraction, rounded } from '../../../shared/rules/fractions.ts'
import { onPaper } from '../../ballots/read.ts'
import { groupsInOrder, sexWords } from './ballots.ts'
import type { Counted } from './ballot-counted.ts'

export interface Born {
  readonly sex: string | null
  readonly bornOn: string | null
}

/** One line of a 汇总表 by the keys of its columns. */
type Values = Readonly<Record<string, SheetCell>>
type Row = Counted['rows'][number]
type Figures = Row['total']

/** The lines of one ballot. Figures stay empty until its count is closed. */
export function rowsOf(counted: Counted, born: ReadonlyMap<string, Born>): readonly Values[] {
  const { whole, rows } = counted
  const results = new Map(rows.map(row => [row.number, row]))
  const listed = onPaper(whole.rows).map((line, i) => ({ line, place: i + 1, result: results.get(line.number) }))
  const family = familyOf(whole.kind)
  if (family === 'names') return nameRows(counted, listed)
  return listed.flatMap(({ line, place, result }): readonly Values[] => {
    const common = { number: place, name: line.name, post: line.post ?? '', ...decided(counted, line.number) }
    if (family === 'grades') return [{ ...common, post: line.post ?? (whole.kind.roll === 'members' ? '党员' : ''), ...gradeFigures(counted, result) }]
    if (family === 'vote') return [{ ...common, ...voteFigures(counted, line, result, born) }]
    if (family === 'scores') return [{ ...common, ...scoreFigures(counted, result) }]
    return itemRows(counted, result).map(values => ({ ...common, ...values }))
  })
}

function decided({ whole }: Counted, row: number): Values {
  const decision = whole.decisions.find(found => found.row === row)
  return { grade: decision ? ballotGrades[decision.grade] : null, advice: decision?.advice ?? null }
}

/** 票数 and % of every option, as far as there are any. */
function votesOf(kind: BallotKind, item: string, figures: Figures | undefined): Values {
  const [votes, shares] = [figures?.votes[item], figures?.shares[item]]
  return Object.fromEntries(
    shownOptions(kind).flatMap(({ key }) => [
      [`${key} votes`, votes?.[key] ?? null],
      [`${key} share`, shares?.[key] ?? null],
    ]),
  )
}

const firstItem = (kind: BallotKind): string => (kind.paper.items === 'scheme' ? '' : (kind.paper.items[0]?.key ?? ''))
const closedOnly = (counted: Counted, result: Row | undefined) => (counted.closed ? result : undefined)

function gradeFigures(counted: Counted, row: Row | undefined): Values {
  const { kind } = counted.whole
  const result = closedOnly(counted, row)
  const votes = result?.total.votes[firstItem(kind)]
  const marked = votes && shownOptions(kind).reduce((sum, { key }) => sum + (votes[key] ?? 0), 0)
  return { eligible: counted.figures.eligible, marked: marked ?? null, blank: votes?.['blank'] ?? null, ...votesOf(kind, firstItem(kind), result?.total) }
}

/** The share of a vote is taken of what its threshold is measured by, and not of the papers. */
function voteFigures(counted: Counted, line: BallotRow, row: Row | undefined, born: ReadonlyMap<string, Born>): Values {
  const { kind, parameter } = counted.whole
  const result = closedOnly(counted, row)
  const person = born.get(line.personId ?? '')
  const passing = kind.thresholds.find(({ code }) => code === 'passing')
  const base = passing ? counted.figures[baseOf(passing.base, parameter)] : null
  const yes = result?.total.votes[firstItem(kind)]?.[kind.paper.options[0]?.key ?? '']
  const tone = result?.findings.find(({ code }) => code === 'passing')?.tone
  return {
    sex: sexWords[person?.sex ?? ''] ?? null,
    bornOn: dottedMonth(person?.bornOn ?? null),
    ...votesOf(kind, firstItem(kind), result?.total),
    // A name that voters wrote has no abstentions.
    ...(line.written ? { 'blank votes': null } : {}),
    share: yes === undefined || base === null ? null : perCent(yes, base),
    passed: tone === 'good' ? '是' : tone === 'warn' ? '否' : null,
  }
}

/** Of each group what its own papers gave, nothing of one that is not shown by itself; then what the scheme makes of them all. */
function scoreFigures(counted: Counted, row: Row | undefined): Values {
  const result = closedOnly(counted, row)
  const groups = counted.whole.groups.flatMap(({ code }): [string, SheetCell][] => {
    const own = result?.groups[code]
    return [
      [`${code} votes`, own?.valid ?? null],
      [`${code} mean`, own?.score ?? null],
    ]
  })
  const outcome = result ? counted.scored.get(result.number)?.outcome : undefined
  const points = (value: Fraction | null | undefined) => (value ? rounded(value, 2) : null)
  return {
    ...Object.fromEntries(groups),
    weighted: points(outcome?.weighted),
    adjusted: outcome ? points(outcome.adjusted) : null,
    score: points(outcome?.score),
    rank: outcome?.rank ?? null,
    proposed: outcome?.grade ? ballotGrades[outcome.grade] : null,
  }
}

interface Listed {
  readonly line: BallotRow
  readonly result: Row | undefined
}

/** Names by post, the most votes first. */
function nameRows(counted: Counted, listed: readonly Listed[]): readonly Values[] {
  const { whole, closed } = counted
  const { kind } = whole
  const [item, option] = [firstItem(kind), kind.paper.options[0]?.key ?? '']
  const bySection = Map.groupBy(listed, ({ line }) => line.section ?? whole.ballot.name)
  return [...bySection].flatMap(([section, own]) => {
    const places = own.find(({ line }) => line.places !== null)?.line.places ?? whole.ballot.places
    const ordered = closed ? own.toSorted((a, b) => (a.result?.rank ?? Infinity) - (b.result?.rank ?? Infinity)) : own
    return ordered.map(({ line, result: row }): Values => {
      const result = closedOnly(counted, row)
      const groups = whole.groups.map(({ code }) => [`${code} votes`, result?.groups[code]?.votes[item]?.[option] ?? null] as const)
      return {
        section: places === null ? section : `${section}（${places}名）`,
        rank: result?.rank ?? null,
        name: line.name,
        post: line.post ?? '',
        votes: result?.total.votes[item]?.[option] ?? null,
        share: result?.total.shares[item]?.[option] ?? null,
        ...Object.fromEntries(groups),
      }
    })
  })
}

/** Items whose answers are the paper's: those with answers of their own are told in words. */
export const gradedItems = (kind: BallotKind): readonly Item[] =>
  kind.paper.items === 'scheme' ? [] : kind.paper.items.filter(({ options }) => options === undefined)

/** Every item over all papers, and 总体评价 by group too; one cadre on a paper has every item by group. */
function itemRows(counted: Counted, row: Row | undefined): readonly Values[] {
  const { kind } = counted.whole
  const groups = groupsInOrder(counted.whole)
  const result = closedOnly(counted, row)
  return gradedItems(kind).flatMap(({ key, label }): readonly Values[] => {
    const line = (group: string, figures: Figures | undefined): Values => ({
      item: label,
      group,
      valid: figures?.valid ?? null,
      ...votesOf(kind, key, figures),
    })
    const all = line('合计', result?.total)
    if (groups.length < 2 || (key !== overall && !kind.paper.each)) return [all]
    const shown = groups.flatMap(({ code, label: group }) => {
      const own = result?.groups[code]
      return own ? [line(group, own)] : []
    })
    return [all, ...shown]
  })
}
