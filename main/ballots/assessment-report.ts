import type { OutputOf } from '../../shared/api/endpoint.ts'
import type { schemesApi } from '../../shared/api/schemes.ts'
import { divide, type Fraction, fraction, hundredths, multiply, rounded, sum, zero } from '../../shared/rules/fractions.ts'
import { ladderOf, tookPart } from '../../shared/rules/performance.ts'
import { fullScore } from '../../shared/rules/schemes.ts'
import type { AssessedRow, Assessment, Earlier } from './assessment.ts'

type Results = OutputOf<(typeof schemesApi)['scheme.results']>
type Report = OutputOf<(typeof schemesApi)['scheme.report']>
type Head = Results['head']

const points = (value: Fraction | null): number | null => (value === null ? null : rounded(value, 2))
const areasOf = (assessment: Assessment) => Map.groupBy(assessment.items, ({ area }) => area)

/** The head of every result: the ballot, its scheme, who scored, and what is to be known of the whole. */
export function headOf(assessment: Assessment): Head {
  const { whole, scheme, groups, cap, closedOn } = assessment
  const { ballot, kind } = whole
  return {
    ballotId: ballot.id,
    name: ballot.name,
    year: ballot.year,
    kind: kind.name,
    organization: whole.organization,
    heldOn: ballot.heldOn,
    closedOn,
    subjects: kind.subjects,
    rowLabel: kind.rowLabel,
    decision: { label: kind.decision.label, grades: [...kind.decision.grades] },
    scheme: { id: scheme.id, name: scheme.name, full: rounded(fullScore(assessment.items), 2), trimmed: scheme.trimmed },
    ladder: ladderOf(kind.decision.grades, scheme).map(rung => ({ ...rung })),
    groups: groups.map(group => ({ ...group, counts: group.valid > 0 && tookPart(group) })),
    cap,
    findings: findingsOf(assessment),
  }
}

function findingsOf({ rows, groups, cap, scheme, whole }: Assessment): Head['findings'] {
  const found: Head['findings'] = []
  for (const group of groups) {
    if (group.weight > 0 && group.valid === 0) found.push({ tone: 'short', message: `${group.label}没有有效票，综合得分为暂算`, clause: null })
    else if (!tookPart(group))
      found.push({
        tone: 'short',
        message: `${group.label}参评 ${group.valid} / ${group.eligible ?? ''}，不足方案规定的 ${group.minimum ?? ''}%，不计入`,
        clause: null,
      })
  }
  if (groups.some(({ hidden }) => hidden)) found.push({ tone: 'plain', message: '有的组不足 3 张票，不单独显示该组得分', clause: null })
  if (scheme.trimmed && whole.count?.way === 'totals')
    found.push({ tone: 'short', message: '方案要求去掉最高分和最低分，按总数录入的计票去不掉，得分未去', clause: null })
  const highest = whole.kind.decision.grades[0]
  const proposed = rows.filter(({ outcome }) => outcome.grade === highest).length
  if (cap && proposed > 0)
    found.push({
      tone: proposed > cap.most ? 'short' : 'good',
      message: `达到优秀线 ${proposed} 人，名额 ${cap.most} 人（${cap.baseLabel} ${cap.base} 人）`,
      clause: cap.clause,
    })
  const vetoed = rows.filter(({ outcome }) => outcome.vetoes.length > 0).length
  if (vetoed > 0) found.push({ tone: 'short', message: `一票否决 ${vetoed} ${whole.kind.subjects === 'people' ? '人' : '个'}，不排名次`, clause: null })
  return found
}

/** One row of the results. What a hidden group gave is left out. */
export function outcomeShown(assessment: Assessment, row: AssessedRow, before: Earlier | undefined): Results['rows'][number] {
  const { line, outcome, result } = row
  const decision = assessment.whole.decisions.find(found => found.row === line.number)
  return {
    row: line.number,
    personId: line.personId,
    organizationId: line.organizationId,
    name: line.name,
    post: line.post,
    groups: Object.fromEntries(assessment.groups.filter(({ hidden }) => !hidden).map(({ code }) => [code, points(result.groups[code]?.score ?? null)])),
    weighted: points(outcome.weighted),
    adjusted: rounded(outcome.adjusted, 2),
    score: points(outcome.score),
    provisional: outcome.lacking.length > 0,
    rank: outcome.rank,
    tied: outcome.tied,
    vetoes: [...outcome.vetoes],
    proposed: outcome.grade,
    place: outcome.place,
    reasons: outcome.reasons.map(({ message }) => message),
    decision: decision ? { grade: decision.grade, decidedOn: decision.decidedOn, reason: decision.reason } : null,
    earlier: before ? earlierShown(before) : null,
  }
}

const sumOf = (items: Readonly<Record<string, Fraction>>, list: Assessment['items']): Fraction => sum(list.map(({ number }) => items[String(number)] ?? zero))
const rankedIn = ({ rows }: Assessment): number => rows.filter(({ outcome }) => outcome.rank !== null).length

function earlierShown({ assessment, row }: Earlier): NonNullable<Results['rows'][number]['earlier']> {
  const decision = assessment.whole.decisions.find(found => found.row === row.line.number)
  return {
    ballotId: assessment.whole.ballot.id,
    row: row.line.number,
    year: assessment.whole.ballot.year,
    score: points(row.outcome.score),
    full: rounded(fullScore(assessment.items), 2),
    rank: row.outcome.rank,
    of: rankedIn(assessment),
    grade: decision?.grade ?? null,
  }
}

/** Everything of one row: what every item came to, group by group, beside the year before. */
export function reportOf(assessment: Assessment, row: AssessedRow, before: Earlier | undefined): Report {
  const at = assessment.rows.indexOf(row)
  const shown = assessment.groups.filter(({ hidden }) => !hidden)
  return {
    head: headOf(assessment),
    row: outcomeShown(assessment, row, before),
    of: rankedIn(assessment),
    items: assessment.items.map(item => ({
      number: item.number,
      area: item.area,
      name: item.name,
      points: item.points,
      rule: item.rule,
      weighted: row.items ? rounded(row.items[String(item.number)] ?? zero, 2) : null,
      share: row.items ? shareOf(row.items, [item]) : null,
      groups: Object.fromEntries(shown.map(({ code }) => [code, points(row.result.groups[code]?.means[String(item.number)] ?? null)])),
    })),
    adjustments: row.adjustments.map(({ id, happenedOn, kind, points: amount, reason, basis }) => ({ id, happenedOn, kind, points: amount, reason, basis })),
    axes: axesOf(assessment, row, before),
    previous: assessment.rows[at - 1]?.line.number ?? null,
    next: assessment.rows[at + 1]?.line.number ?? null,
  }
}

type Items = Assessment['items']

/** What some items came to of their points, in per cent; 0 where they have none. */
function shareOf(got: Readonly<Record<string, Fraction>>, items: Items): number {
  const most = sum(items.map(item => hundredths(item.points)))
  return most.n === 0n ? 0 : rounded(divide(multiply(fraction(100), sumOf(got, items)), most), 1)
}

/** The 一级指标, or the items where there are fewer than three; beside each the same of the earlier year, where its scheme had it. */
function axesOf(assessment: Assessment, row: AssessedRow, before: Earlier | undefined): Report['axes'] {
  const areas = areasOf(assessment)
  const parts = areas.size >= 3 ? [...areas].map(([name, items]) => ({ name, items })) : assessment.items.map(item => ({ name: item.name, items: [item] }))
  const got = row.items ?? {}
  return parts.map(({ name, items }) => {
    const same = (item: Items[number]) => items.some(own => own.area === item.area && (areas.size >= 3 || own.name === item.name))
    const then = before?.assessment.items.filter(same) ?? []
    return {
      name,
      points: rounded(fullScore(items), 2),
      got: rounded(sumOf(got, items), 2),
      share: shareOf(got, items),
      earlier: before?.row.items && then.length > 0 ? shareOf(before.row.items, then) : null,
    }
  })
}
