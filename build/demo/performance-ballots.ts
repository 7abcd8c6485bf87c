import { rollsOf } from '../../main/ballots/roll.ts'
import { type BallotGroup, ballot, ballotGroup } from '../../shared/domain/ballot.ts'
import type { BallotPaper } from '../../shared/domain/ballot-count.ts'
import type { SchemeItem } from '../../shared/domain/scheme.ts'
import { ballots } from '../../shared/ballots/index.ts'
import { encodeMarks, talliesOf } from '../../shared/rules/ballot-papers.ts'
import { type Plan, planOf } from '../../shared/rules/ballot-plan.ts'
import { addDays } from '../../shared/rules/days.ts'
import { countBallot, type Decided, decideBallot, type Held, listBallot, tellersOf } from './ballot-book.ts'
import type { Random } from './random.ts'
import { type Ground, iso, secretaryOf, type Standing } from './register-entry.ts'
import type { Ids, RegisterEntry } from './registers.ts'
import { keepScheme } from './scheme-book.ts'

const indicators: readonly (readonly [area: string, name: string, points: number, rule: string, evidence: string])[] = [
  ['政治素质', '理论学习', 15, '完成年度学时得满分，每少 10% 扣 1.5 分', '学时台账'],
  ['政治素质', '组织生活', 15, '无故缺席一次扣 2 分', '签到表'],
  ['履行职责', '本职工作', 25, '按年度考核或学习成绩评分', '年度考核表、成绩单'],
  ['履行职责', '支部任务', 10, '完成支部分工得满分', '支部工作记录'],
  ['联系服务', '联系师生群众', 15, '每季度联系一次以上得满分', '联系群众登记'],
  ['联系服务', '志愿服务', 5, '全年不少于 20 小时得满分', '志愿服务台账'],
  ['廉洁自律', '遵规守纪', 10, '有违纪通报的不得分', '纪检部门意见'],
  ['廉洁自律', '作风表现', 5, '由考评人综合评价', '民主评议记录'],
]

const assessors = [
  { code: 'leaders', label: '领导考评', weight: 20, minimum: null, papers: 5 },
  { code: 'cadres', label: '干部考评', weight: 20, minimum: null, papers: 8 },
  { code: 'members', label: '党员互评', weight: 30, minimum: 80, papers: 0 },
  { code: 'students', label: '同学考评', weight: 30, minimum: 60, papers: 16 },
] as const

const vetoes = ['受到党纪、政务处分', '连续六个月不参加党的组织生活，或不交纳党费，或不做党所分配的工作', '学术不端、考试作弊查实'] as const

/** 量化考核 of two branches, paper by paper, under the scheme of each year. */
export function performanceBallots(ground: Ground): RegisterEntry[] {
  const { years, branches, stream, within, world } = ground
  const homes = branches.filter(({ body, people }) => (body.sort === 'students' || body.sort === 'school') && people.length > 8).slice(0, 2)
  return years.flatMap(year => {
    const approvedOn = iso(year, 3, 12)
    if (homes.length === 0 || !within(approvedOn)) return []
    const plan = planOf(
      ballots.performance.paper,
      indicators.map(([area, name, points], i) => ({ number: i + 1, area, name, points })),
    )
    let schemeId: string | null = null
    const approval: RegisterEntry = {
      on: addDays(approvedOn, 1),
      write: store => {
        const items = indicators.map(([area, name, points, rule, evidence], i): SchemeItem => ({ number: i + 1, area, name, points, rule, evidence }))
        const groups = assessors.map(({ code, label, weight, minimum }) => ({ code, label, weight, minimum }))
        const source = world.plan.preset === 'college' ? `临江院委〔${year}〕6 号` : `永委组〔${year}〕11 号`
        const lines = { excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60 }
        const draft = { name: '党员量化考核办法', year, target: 'member' as const, ...lines, trimmed: true, approvedOn, source }
        schemeId = keepScheme(store, draft, { items, groups, vetoes })
      },
    }
    const held = homes.flatMap(home => {
      const heldOn = iso(year, 11, stream(`performance/days/${year}/${home.at}`).int(3, 15))
      return within(addDays(heldOn, 12)) ? oneBranch(home, year, heldOn, plan, () => schemeId, stream(`performance/${year}/${home.at}`)) : []
    })
    return [approval, ...held]
  })
}

function oneBranch(home: Standing, year: number, heldOn: string, plan: Plan, schemeId: () => string | null, random: Random): RegisterEntry[] {
  let counted: { held: Held; scores: ReadonlyMap<number, number> } | undefined
  return [
    {
      on: addDays(heldOn, 1),
      write: async (store, ids, scope) => {
        const organizationId = ids.body(home.at)
        const roll = (await rollsOf(scope.db, 'performance', [organizationId], heldOn)).get(organizationId)
        if (!roll) return
        const about = { kind: 'performance' as const, organizationId, year, heldOn, schemeId: schemeId(), name: `${home.body.name}${year}年度党员量化考核` }
        const held = await listBallot(scope, about, roll)
        const groups = assessors.map(({ code, label, weight, papers }): BallotGroup => ({ code, label, weight, eligible: papers || roll.eligible }))
        held.ballot = store.writeLines(ballotGroup, ballot, held.ballot, groups)
        counted = { held, scores: scoreAll(store, ids, held, { home, heldOn, plan, groups, random }) }
      },
    },
    {
      on: addDays(heldOn, 10),
      write: store => {
        if (counted) decideBallot(store, counted.held, addDays(heldOn, 9), addDays(heldOn, 10), concluded(counted.held, counted.scores))
      },
    },
  ]
}

interface Meeting {
  readonly home: Standing
  readonly heldOn: string
  readonly plan: Plan
  readonly groups: readonly BallotGroup[]
  readonly random: Random
}

/** Every paper scores every row near what he or she does; what comes out is counted from the papers. */
function scoreAll(store: Parameters<RegisterEntry['write']>[0], ids: Ids, held: Held, { home, heldOn, plan, groups, random }: Meeting): Map<number, number> {
  const rows = held.rows.filter(row => row.part === 'graded')
  const worth = rows.map(row => Math.min(0.985, 0.6 + 0.36 * (ids.known(row.personId ?? '')?.diligence ?? 0.8) + 0.06 * (random.next() - 0.5)))
  const papers: BallotPaper[] = groups.flatMap(({ code, eligible }) =>
    Array.from({ length: (eligible ?? 0) - random.int(0, 1) }, (_, n): BallotPaper => {
      const severity = 0.05 * (random.next() - 0.5)
      const marks = rows.map((_row, i) =>
        plan.items.map(({ points }) => halves((points ?? 0) * Math.min(1, (worth[i] ?? 0.8) + severity + 0.12 * (random.next() - 0.5)))),
      )
      return { groupCode: code, entry: 1, number: n + 1, marks: encodeMarks(plan, marks), invalid: false }
    }),
  )
  const returns = groups.map(({ code, eligible }) => {
    const back = papers.filter(paper => paper.groupCode === code).length
    return { groupCode: code, issued: eligible, returned: back, valid: back, invalid: 0 }
  })
  countBallot(store, held, {
    heldOn,
    present: held.ballot.eligible ?? rows.length,
    chair: secretaryOf(home, heldOn)?.draft.name ?? '支部书记',
    place: '第一会议室',
    returns,
    tallies: talliesOf(plan, rows, papers, true),
    papers,
    way: 'papers',
    tellers: tellersOf(
      random,
      held.rows.map(row => row.name),
    ),
    closed: true,
  })
  return new Map(rows.map((row, i) => [row.number, worth[i] ?? 0]))
}

const halves = (points: number): number => Math.round(points * 2) / 2

function concluded({ ballot: about, rows }: Held, worth: ReadonlyMap<number, number>): Decided[] {
  const ranked = rows.filter(row => row.part === 'graded').toSorted((a, b) => (worth.get(b.number) ?? 0) - (worth.get(a.number) ?? 0))
  const most = Math.floor((about.fullMembers ?? 0) / 3)
  return ranked.map((row, i) => ({
    row,
    grade: i < most && (worth.get(row.number) ?? 0) > 0.9 ? 'excellent' : (worth.get(row.number) ?? 0) > 0.74 ? 'qualified' : 'basic',
  }))
}
