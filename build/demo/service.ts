import { contactPoint, pointVisit } from '../../shared/domain/contact-point.ts'
import { fieldwork } from '../../shared/domain/fieldwork.ts'
import { liaison, liaisonVisit } from '../../shared/domain/liaison.ts'
import { reception } from '../../shared/domain/reception.ts'
import { visitMatter } from '../../shared/domain/visit-matter.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { addDays } from '../../shared/rules/days.ts'
import { inventName } from './names.ts'
import { dayBetween, inventPhone } from './numbers.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { type Crowd, followed, type Ids, noted, type RegisterEntry } from './registers.ts'
import type { World } from './world.ts'

const places = {
  college: ['机电工程系', '信息工程系', '学生第三宿舍区', '实训中心', '对口帮扶村', '合作企业'],
  county: ['东溪镇', '上坂村', '下洋村', '县工业园区', '石鼓社区', '中心小学', '卫生院', '茶叶合作社'],
} as const
const topics = ['支部组织生活开展情况', '群众办事难在哪里', '安全生产和防汛准备', '党员作用发挥', '学生就业和困难帮扶', '项目推进中的问题'] as const
const findings = ['活动场所设备陈旧', '年轻党员外出多，开会人难齐', '办事材料重复提交', '困难学生信息更新慢', '道路照明不足'] as const
const solutions = ['现场协调，一周内办结', '列入下半年计划', '转有关部门，限期答复', '安排专人跟进'] as const

/** A leader goes out again and again; most reach the days of the policy, some do not. */
export function fieldworks(crowd: Crowd, { plan }: World, leaders: readonly Person[], random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    leaders.flatMap(person => {
      const target = person.draft.leaderLevel === 'division' ? 44 : 22
      let left =
        target *
        random.weighted([
          [1.15, 6],
          [1, 2],
          [0.6, 2],
        ])
      const entries: RegisterEntry[] = []
      while (left > 0) {
        const days = Math.min(left, random.pick([1, 1, 1.5, 2, 2, 3, 0.5]))
        left -= days
        const startsOn = dayBetween(random, `${year}-01-08`, `${year}-12-24`)
        const endsOn = addDays(startsOn, Math.ceil(days) - 1)
        const [place, topic, way] = [random.pick(places[plan.preset]), random.pick(topics), random.pick(['visit', 'forum', 'onSite', 'special', 'resident'])]
        const [found, solved] = random.chance(0.5) ? [random.pick(findings), random.pick(solutions)] : [null, null]
        if (!crowd.knows(startsOn) || !crowd.knows(endsOn)) continue
        entries.push(
          noted(fieldwork, addDays(endsOn, 2), ids => ({
            personId: ids.person(person),
            startsOn,
            endsOn,
            days: Math.round(days * 2) / 2 || 0.5,
            place,
            way,
            topic,
            findings: found,
            solved,
            reportTitle: days >= 3 ? `关于${topic}的调研报告` : null,
          })),
        )
      }
      return entries
    }),
  )
}

const matters = ['询问奖助学金办理', '反映宿舍热水供应', '反映村道路面破损', '咨询党员组织关系转接', '反映噪声扰民', '询问医疗报销', '建议增设路灯'] as const

/** The fixed day of each month: one leader of each committee in turn. */
export function receptions(crowd: Crowd, { below }: World, committees: readonly number[], random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    committees.flatMap(at =>
      Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month): RegisterEntry[] => {
        const on = `${year}-${String(month).padStart(2, '0')}-15`
        const leaders = crowd.leaders(below[at] ?? [], on)
        const leader = leaders[(month - 1) % Math.max(1, leaders.length)]
        const [visitors, matter, missed] = [random.int(1, 7), random.pick(matters), random.chance(0.07)]
        if (!leader || missed || !crowd.knows(on)) return []
        return [
          noted(reception, addDays(on, 1), ids => ({
            personId: ids.person(leader),
            receivedOn: on,
            place: '党群服务中心接待室',
            batches: Math.ceil(visitors / 2),
            visitors,
            matters: matter,
            handled: '当场答复，未办结的转有关部门。',
          })),
        ]
      }),
    ),
  )
}

/** Whoever came, wrote or called: most answered in time, the last ones still open. */
export function visitMatters(crowd: Crowd, { plan }: World, office: number, random: Random): RegisterEntry[] {
  const yearly = Math.round(plan.bodies.length * 1.6)
  return crowd.years.flatMap(year =>
    Array.from({ length: yearly }, () => dayBetween(random, `${year}-01-08`, `${year}-12-24`))
      .toSorted()
      .flatMap((receivedOn, i): RegisterEntry[] => {
        const [visitor, phone] = [inventName(random, random.chance(0.5) ? 'male' : 'female'), random.chance(0.8) ? inventPhone(random) : null]
        const receiver = inventName(random, 'female')
        const handling = random.pick(['answered', 'handled', 'handled', 'forwarded'])
        const [matter, way, days] = [random.pick(matters), random.pick(['inPerson', 'inPerson', 'call', 'online', 'letter']), random.int(2, 70)]
        const repliedOn = handling === 'answered' ? receivedOn : addDays(receivedOn, days)
        if (!crowd.knows(receivedOn)) return []
        const draft = (ids: Ids): Partial<DraftOf<typeof visitMatter>> => ({
          receivedOn,
          number: `${year}-${String(i + 1).padStart(3, '0')}`,
          visitor,
          phone,
          way,
          matter,
          organizationId: ids.body(office),
          firstReceiver: receiver,
          handling,
          forwardedTo: handling === 'forwarded' ? '后勤服务中心' : null,
          acceptedOn: addDays(receivedOn, handling === 'answered' ? 0 : 1),
          dueOn: addDays(receivedOn, 60),
        })
        if (!crowd.knows(repliedOn)) return [noted(visitMatter, addDays(receivedOn, 1), draft)]
        const patch = {
          repliedOn,
          reply: '已说明政策和办理结果。',
          closedOn: repliedOn,
          satisfied: random.pick(['satisfied', 'satisfied', 'fairly', 'unasked']),
        }
        return followed(visitMatter, addDays(receivedOn, 1), draft, { on: addDays(repliedOn, 1), patch })
      }),
  )
}

const kinds = [
  { kind: 'masses', goal: '经常走访，反映诉求', said: '了解近况，听取意见' },
  { kind: 'poorStudent', goal: '帮助完成学业', said: '谈学习和生活，核对资助到位情况' },
] as const

/** Each member looks after one of the 群众 and one 困难学生; some have only one, and not everyone visits. */
export function liaisons(crowd: Crowd, branches: readonly { readonly at: number }[], random: Random): RegisterEntry[] {
  const [first = 0] = crowd.years
  return branches.flatMap(({ at }) =>
    crowd.members(at, `${first}-12-31`).flatMap(person =>
      kinds.flatMap(({ kind, goal, said }): RegisterEntry[] => {
        const startsOn = dayBetween(random, `${first}-02-20`, `${first}-06-20`)
        const counterpart = inventName(random, random.chance(0.5) ? 'male' : 'female')
        const phone = inventPhone(random)
        if (random.chance(0.08) || !crowd.knows(startsOn) || !crowd.has(person, startsOn)) return []
        const pair = noted(liaison, addDays(startsOn, 2), ids => ({
          personId: ids.person(person),
          kind,
          counterpart,
          phone,
          address: kind === 'poorStudent' ? '学生第三宿舍区' : null,
          startsOn,
          difficulty: kind === 'poorStudent' ? '家庭经济困难' : null,
          goal,
          measures: kind === 'poorStudent' ? '每学期走访两次，联系勤工助学岗位' : null,
        }))
        const visits = crowd.years.flatMap(year => {
          const on = dayBetween(random, `${year}-03-01`, `${year}-12-10`)
          const way = random.pick(['visit', 'visit', 'call', 'online'])
          if (!random.chance(0.6) || on <= startsOn || !crowd.knows(on) || !crowd.has(person, on)) return []
          return [
            noted(liaisonVisit, addDays(on, 2), ids => ({
              personId: ids.person(person),
              visitedOn: on,
              kind,
              counterpart,
              way,
              content: said,
              helped: way === 'visit' ? '协助办理资助申请' : null,
            })),
          ]
        })
        return [pair, ...visits]
      }),
    ),
  )
}

/** Each leader answers for a branch and a class, and goes there a few times a year. */
export function contactPoints(crowd: Crowd, { plan }: World, leaders: readonly Person[], random: Random): RegisterEntry[] {
  const branches = plan.bodies.flatMap((body, at) => (body.kind === 'branch' ? [at] : []))
  return leaders.flatMap((person, i) => {
    const at = branches[(i * 3 + 2) % branches.length] ?? 0
    const points = [
      { kind: 'branch', name: plan.bodies[at]?.name ?? '', at, duty: '指导组织生活，每学期讲一次党课' },
      { kind: 'class', name: `机电 ${i + 1} 班`, at: null, duty: '每学期听课一次，参加主题班会' },
    ] as const
    return points.flatMap(point => {
      const startsOn = `${crowd.years[0]}-03-01`
      const entered = noted(contactPoint, addDays(startsOn, 3), ids => ({
        personId: ids.person(person),
        kind: point.kind,
        name: point.name,
        organizationId: point.at === null ? null : ids.body(point.at),
        startsOn,
        duty: point.duty,
      }))
      const visits = crowd.years.flatMap(year =>
        Array.from({ length: random.int(2, 4) }, (): RegisterEntry[] => {
          const on = dayBetween(random, `${year}-03-10`, `${year}-12-10`)
          const kind = random.pick(['research', 'inspection', 'model', 'visit'])
          const [problem, solved] = [random.pick(findings), random.pick(solutions)]
          if (!crowd.knows(on)) return []
          return [
            noted(pointVisit, addDays(on, 2), ids => ({
              personId: ids.person(person),
              visitedOn: on,
              point: point.name,
              kind,
              content: kind === 'model' ? '讲党课' : '座谈，查看记录',
              problems: problem,
              solved,
            })),
          ]
        }).flat(),
      )
      return [entered, ...visits]
    })
  })
}
