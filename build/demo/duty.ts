import { dutyLetter } from '../../shared/domain/duty-letter.ts'
import { expense } from '../../shared/domain/expense.ts'
import { inspection } from '../../shared/domain/inspection.ts'
import { monthlyReport } from '../../shared/domain/monthly-report.ts'
import { placeAsset } from '../../shared/domain/place-asset.ts'
import { writtenReport } from '../../shared/domain/written-report.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { addDays, addMonths } from '../../shared/rules/days.ts'
import { dayBetween } from './numbers.ts'
import type { Random } from './random.ts'
import { type Crowd, followed, type Ids, noted, type RegisterEntry } from './registers.ts'
import type { World } from './world.ts'

/** Every body reports in writing of each year as it ends; the first one also to its 全委会. */
export function writtenReports(crowd: Crowd, { plan }: World, random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    plan.bodies.flatMap(({ name, upper, kind }, at) => {
      const enter = (what: 'yearly' | 'plenary', title: string, reportedOn: string): RegisterEntry[] =>
        crowd.knows(reportedOn)
          ? [
              noted(writtenReport, addDays(reportedOn, 1), ids => ({
                organizationId: ids.body(at),
                year,
                kind: what,
                reportedOn,
                reportedTo: upper === null ? '上级党委' : (plan.bodies[upper]?.name ?? null),
                title,
              })),
            ]
          : []
      const yearly = random.chance(0.93) ? enter('yearly', `${name}${year}年抓基层党建工作情况报告`, dayBetween(random, `${year}-11-05`, `${year}-12-28`)) : []
      return kind === 'committee' && upper === null ? [...yearly, ...enter('plenary', `向全委会报告${year}年党建工作`, `${year}-07-12`)] : yearly
    }),
  )
}

const found = [
  [null, 5],
  ['会议记录缺记录人签名', 2],
  ['学习笔记字数不足', 2],
  ['流动党员台账两处未更新', 1],
  ['责任清单没有分解到人', 1],
  ['补学情况没有登记', 2],
] as const

/** Each branch is looked at about once a year, each upper body looks at itself each quarter; what is found is mended, or not yet. */
export function inspections(crowd: Crowd, { plan }: World, random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    plan.bodies.flatMap((body, at) => {
      const days =
        body.kind === 'branch'
          ? random.chance(0.92)
            ? [dayBetween(random, `${year}-03-01`, `${year}-12-15`)]
            : []
          : ['03', '06', '09', '12'].map(month => `${year}-${month}-${random.int(18, 28)}`)
      return days.flatMap((on): RegisterEntry[] => {
        const finding = random.weighted(found)
        const kind = body.kind === 'branch' ? random.pick(['supervision', 'spot', 'tour', 'yearEnd']) : 'quarterly'
        const subjects = random.pick([
          ['education', 'masses', 'floating'],
          ['education', 'responsibility', 'life'],
        ])
        const [score, late] = [Math.round(82 + 16 * body.quality - random.int(0, 6)), random.chance(0.2)]
        if (!crowd.knows(on)) return []
        const rectifyBy = finding ? addDays(on, 30) : null
        const draft = (ids: Ids): Partial<DraftOf<typeof inspection>> => ({
          organizationId: ids.body(at),
          inspectedOn: on,
          kind,
          subjects,
          inspectors: kind === 'quarterly' ? null : '组织部督查组',
          findings: finding,
          demand: finding ? '限期一个月整改，报告结果' : null,
          rectifyBy,
          score,
        })
        const rectifiedOn = addDays(on, late ? random.int(35, 80) : random.int(8, 29))
        if (!finding || !crowd.knows(rectifiedOn)) return [noted(inspection, addDays(on, 2), draft)]
        return followed(inspection, addDays(on, 2), draft, { on: addDays(rectifiedOn, 1), patch: { rectifiedOn, result: '已整改' } })
      })
    }),
  )
}

/** 发展党员 reported month by month by the bodies right below the top; a month is forgotten now and then. */
export function monthlyReports(crowd: Crowd, { plan }: World, random: Random): RegisterEntry[] {
  const reporting = plan.bodies.flatMap(({ upper }, at) => (upper === 0 ? [at] : []))
  return crowd.years.flatMap(year =>
    reporting.flatMap(at =>
      Array.from({ length: 12 }, (_, i) => i + 1).flatMap((number): RegisterEntry[] => {
        const month = `${year}-${String(number).padStart(2, '0')}`
        const reportedOn = addDays(addMonths(`${month}-01`, 1), random.int(0, 6))
        const [talked, activists, missed] = [random.int(0, 5), random.int(0, 3), random.chance(0.06)]
        if (missed || !crowd.knows(reportedOn)) return []
        return [
          noted(monthlyReport, addDays(reportedOn, 1), ids => ({
            organizationId: ids.body(at),
            month,
            kind: 'development' as const,
            reportedOn,
            reporter: '组织委员',
            figures: `谈话 ${talked} 人，确定入党积极分子 ${activists} 人`,
          })),
        ]
      }),
    ),
  )
}

/** Signed in January by each branch with the committee above, and by nearly every member with the branch; scored when the year is over. */
export function dutyLetters(crowd: Crowd, { plan, today }: World, branches: readonly { readonly at: number }[], random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    branches.flatMap(({ at }) => {
      const signedOn = `${year}-01-${random.int(12, 24)}`
      if (!crowd.knows(signedOn)) return []
      const signers = [null, ...crowd.members(at, signedOn).filter(() => random.chance(0.95))]
      return signers.flatMap(person => {
        const [scoredOn, score] = [`${year}-12-${random.int(18, 28)}`, random.int(78, 98)]
        const draft = (ids: Ids): Partial<DraftOf<typeof dutyLetter>> => ({
          organizationId: ids.body(at),
          personId: person && ids.person(person),
          year,
          signedOn,
          signedWith: person ? (plan.bodies[at]?.name ?? null) : (plan.bodies[0]?.name ?? null),
          goals: person ? '完成 32 学时，联系一名群众、一名困难学生' : '按期开展组织生活，完成年度学时和发展计划',
        })
        const entered = addDays(signedOn, 2)
        if (scoredOn >= addDays(today, -4)) return [noted(dutyLetter, entered, draft)]
        const grade = score >= 92 ? 'excellent' : score >= 84 ? 'good' : 'fair'
        return followed(dutyLetter, entered, draft, { on: addDays(scoredOn, 1), patch: { result: '完成', score, grade } })
      })
    }),
  )
}

const uses = [
  ['党报党刊和学习资料', 'unit', 60_000, 180_000],
  ['主题党日活动', 'dues', 30_000, 150_000],
  ['党员教育培训', 'budget', 200_000, 900_000],
  ['走访慰问', 'dues', 50_000, 240_000],
  ['表彰奖励', 'dues', 40_000, 120_000],
  ['阵地建设', 'budget', 100_000, 800_000],
] as const

export function expenses(crowd: Crowd, branches: readonly { readonly at: number }[], random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    branches.flatMap(({ at }) =>
      random.some(uses, random.int(3, 6)).flatMap(([item, source, least, most]): RegisterEntry[] => {
        const spentOn = dayBetween(random, `${year}-02-01`, `${year}-12-20`)
        const [amount, number] = [random.int(least / 1000, most / 1000) * 1000, random.int(12, 960)]
        const [, handler] = crowd.officers(at, spentOn)
        if (!crowd.knows(spentOn)) return []
        return [
          noted(expense, addDays(spentOn, 3), ids => ({
            organizationId: ids.body(at),
            spentOn,
            source,
            item,
            amount,
            voucher: `记-${String(number).padStart(4, '0')}`,
            handler: handler?.draft.name ?? null,
          })),
        ]
      }),
    ),
  )
}

/** A room for each branch, and what belongs to the top. */
export function placeAssets({ plan, start }: World, branches: readonly { readonly at: number }[], random: Random): RegisterEntry[] {
  const rooms = branches.map(({ at }) => ({
    at,
    name: `${plan.bodies[at]?.name ?? ''}活动室`,
    kind: 'room' as const,
    area: random.int(24, 90),
    cost: random.int(8, 60),
  }))
  const tops = [
    { at: 0, name: '学院党校', kind: 'school' as const, area: 320, cost: 420 },
    { at: 0, name: '党员远程教育站点', kind: 'media' as const, area: 60, cost: 90 },
  ]
  return [...tops, ...rooms].map(({ at, name, kind, area, cost }) => {
    const builtOn = `${random.int(2012, 2022)}-${String(random.int(1, 12)).padStart(2, '0')}-${random.int(10, 28)}`
    return noted(placeAsset, addDays(start, 5), ids => ({
      organizationId: ids.body(at),
      name,
      kind,
      builtOn,
      area,
      investment: cost * 100_000,
      use: '组织生活、集中学习',
    }))
  })
}
