import { bodyExemption } from '../../shared/domain/changes.ts'
import { quiz } from '../../shared/domain/quiz.ts'
import { studyPlan } from '../../shared/domain/study-plan.ts'
import { addDays } from '../../shared/rules/days.ts'
import { entry, type Ground, iso, yuan } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

/** 培训计划, 学习测试竞赛, 组织免除指标. */
export const studyRegisters = (ground: Ground): RegisterEntry[] => [...plans(ground), ...quizzes(ground), ...freed(ground)]

/** The last branch stood without a roof for a while: its building was being repaired. */
function freed({ branches, years, within }: Ground): RegisterEntry[] {
  const host = branches.at(-1)
  const startsOn = iso(years[0] ?? 0, 3, 1)
  if (!host || !within(startsOn)) return []
  const given = { quota: 'theme-day', reason: '活动场所维修', startsOn, endsOn: iso(years[0] ?? 0, 3, 31), basis: '经党委同意' } as const
  return [entry(bodyExemption)(addDays(startsOn, 2), ids => ({ ...given, organizationId: ids.body(host.at) }))]
}

/** Each committee plans its year's training and admissions; every third year, the admissions of three years. */
function plans({ years, committees, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  const random = stream('plans')
  const college = plan.preset === 'college'
  return committees.flatMap(at =>
    years.flatMap(year => {
      const approvedOn = iso(year, 1, random.int(8, 28))
      const number = random.int(1, 9)
      if (!within(approvedOn)) return []
      const document = `${college ? '临江院委' : '党发'}〔${year}〕${number} 号`
      const on = addDays(approvedOn, 2)
      const admissions = college ? random.int(28, 45) : random.int(4, 30)
      const trained = college ? random.int(360, 390) : random.int(80, 600)
      const budget = yuan(random.int(4, 16) * 1000)
      return [
        entry(studyPlan)(on, ids => ({
          organizationId: ids.body(at),
          year,
          kind: 'yearly',
          title: `${year} 年党员教育培训计划`,
          target: trained,
          budget,
          content: '集中学习、专题辅导、轮训班和线上学习，分季度安排。',
          approvedOn,
          document,
        })),
        entry(studyPlan)(on, ids => ({
          organizationId: ids.body(at),
          year,
          kind: 'admission',
          title: `${year} 年发展党员计划`,
          target: admissions,
          content: '按支部分配，35 岁以下和女性各占一定比例。',
          approvedOn,
        })),
        ...(year % 3 === 0
          ? [
              entry(studyPlan)(on, ids => ({
                organizationId: ids.body(at),
                year,
                untilYear: year + 2,
                kind: 'admissionThree',
                title: `${year}—${year + 2} 年发展党员规划`,
                target: admissions * 3,
                content: '总量控制，优化结构，提高质量。',
                approvedOn,
              })),
            ]
          : []),
      ]
    }),
  )
}

const contests = [
  ['党章党规知识测试', 'test'],
  ['“七一”党史知识竞赛', 'contest'],
  ['学习心得交流会', 'exchange'],
  ['党务知识问卷答题', 'open'],
] as const

/** Twice a year in each committee. */
function quizzes({ years, committees, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  const random = stream('quizzes')
  const college = plan.preset === 'college'
  return committees.flatMap(at =>
    years.flatMap(year =>
      [5, 10].flatMap((month): RegisterEntry[] => {
        const heldOn = iso(year, month, random.int(5, 26))
        const [name, kind] = random.pick(contests)
        const expected = college ? random.int(300, 360) : random.int(60, 300)
        const participants = Math.round(expected * (0.85 + 0.14 * random.next()))
        const graded = kind === 'test' || kind === 'open'
        const average = Math.round(10 * (78 + 14 * random.next())) / 10
        if (!within(heldOn)) return []
        return [
          entry(quiz)(addDays(heldOn, 3), ids => ({
            organizationId: ids.body(at),
            heldOn,
            name: `${year} 年${name}`,
            kind,
            scope: '全体党员',
            expected,
            participants,
            ...(graded ? { average, passed: Math.round(participants * 0.96) } : {}),
            result: graded ? '成绩在支部通报，不合格的补考。' : '评出一等奖 1 个、二等奖 2 个、三等奖 3 个。',
          })),
        ]
      }),
    ),
  )
}
