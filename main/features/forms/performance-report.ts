import type { FormParams } from '../../../shared/api/forms.ts'
import { ballots } from '../../../shared/ballots/index.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { ballotGrades, ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { adjustmentKinds } from '../../../shared/domain/scheme.ts'
import { AppError } from '../../../shared/errors.ts'
import { performanceReport, type PerformanceReportDocument, type PerformanceReportProps } from '../../../shared/forms/performance-report.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { assess, type Assessment, earlierOf } from '../../ballots/assessment.ts'
import { reportOf } from '../../ballots/assessment-report.ts'
import { readBallot } from '../../ballots/read.ts'
import { ballotsOfForm } from './ballots.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

type Report = ReturnType<typeof reportOf>

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<PerformanceReportProps>> {
  const { list, about } = await ballotsOfForm(scope, params)
  const isWanted = wantedOf(params)
  const reports: PerformanceReportDocument[] = []
  const names: string[] = []
  let total = 0
  for (const { ballot } of list.filter(({ ballot: held }) => ballots[held.kind].paper.items === 'scheme')) {
    const assessment = assess(await readBallot(scope.db, ballot.id))
    if (!assessment) continue
    const rows = assessment.rows.filter(({ line }) => isWanted(line))
    const slice = rows.slice(Math.max(0, from - total), Math.max(0, from + size - total))
    total += rows.length
    names.push(...rows.slice(0, 2).map(({ line }) => line.name))
    if (slice.length === 0) continue
    const earlier = await earlierOf(scope.db, { ...assessment, rows: slice })
    for (const row of slice) reports.push(documentOf(assessment, reportOf(assessment, row, earlier.get(row.line.number))))
  }
  if (total === 0) throw new AppError('form.empty', { what: params.personIds ? '所选人员没有封票的打分考核' : `${about}还没有封票的打分考核` })
  return { props: { watermark: scope.watermark, reports }, shown: reports.length, total, about: total === 1 ? `${about} ${names[0] ?? ''}` : about }
}

/** Some people by name; of one ballot about bodies, a body. */
function wantedOf({ personIds, ballotId, organizationId }: FormParams): (line: Pick<BallotRow, 'personId' | 'organizationId'>) => boolean {
  const people = personIds && new Set(personIds)
  if (people) return ({ personId }) => personId !== null && people.has(personId)
  if (ballotId === undefined || organizationId === undefined) return () => true
  return line => line.personId !== null || line.organizationId === organizationId
}

const points = (value: number | null): string => (value === null ? '—' : value.toFixed(2))
const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`)

function documentOf({ whole }: Assessment, report: Report): PerformanceReportDocument {
  const { head, row, items, of } = report
  const people = head.subjects === 'people'
  const shown = head.groups.filter(({ hidden }) => !hidden)
  return {
    title: people ? `${ballotKinds[head.kind]}个人报告` : `${ballotKinds[head.kind]}报告`,
    year: head.year,
    nameLabel: people ? '姓　名' : '党组织',
    name: row.name,
    bodyLabel: people ? '所在组织' : '考评单位',
    organization: whole.organization,
    signature: people ? '签名：　　　　　　　　　　年　　月　　日' : '（盖章）　　　　　　　　年　　月　　日',
    signedBy: people ? '本　人\n签　名' : '党组织\n签　章',
    post: row.post ?? (people ? '党员' : ''),
    scheme: head.scheme.name,
    full: String(head.scheme.full),
    heldOn: head.heldOn === null ? '' : longDay(head.heldOn),
    score: `${points(row.score)}${row.provisional ? '（暂算）' : ''}`,
    rank: row.rank === null ? '不排名次' : `${row.rank} / ${of}${row.tied > 1 ? '（并列）' : ''}`,
    decisionLabel: head.decision.label,
    decision: row.decision ? ballotGrades[row.decision.grade] : '',
    proposed: row.proposed ? ballotGrades[row.proposed] : '—',
    adjusted: row.adjusted === 0 ? '无' : `${row.adjusted > 0 ? '+' : '−'}${Math.abs(row.adjusted)}`,
    earlier: row.earlier ? `${row.earlier.year}年 ${points(row.earlier.score)}${row.earlier.grade ? `，${ballotGrades[row.earlier.grade]}` : ''}` : '—',
    groups: shown.map(({ label, weight }) => ({ label: label.replace(/(?<=.)考评$/, ''), weight: `${weight}%` })),
    items: items.map(item => ({
      area: item.area,
      name: item.name,
      points: String(item.points),
      groups: shown.length > 1 ? shown.map(({ code }) => points(item.groups[code] ?? null)) : [],
      weighted: points(item.weighted),
      share: item.share === null ? '—' : `${item.share.toFixed(1)}%`,
    })),
    total: {
      points: String(head.scheme.full),
      groups: shown.length > 1 ? shown.map(({ code }) => points(row.groups[code] ?? null)) : [],
      weighted: points(row.weighted),
      share: row.weighted === null ? '—' : percent(row.weighted, head.scheme.full),
    },
    axes: report.axes.map(({ name, share, earlier }) => ({ name, now: share, earlier })),
    earlierYear: row.earlier?.year ?? null,
    adjustments: report.adjustments.map(
      ({ kind, points: amount, reason, basis, happenedOn }) =>
        `${adjustmentKinds[kind]}${kind === 'veto' ? '' : ` ${amount ?? 0}`}：${reason}（${happenedOn}${basis ? `，${basis}` : ''}）`,
    ),
    reasons: [...row.reasons],
  }
}

export const performanceReportEngine = engine(performanceReport, gather)
