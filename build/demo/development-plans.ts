import { admissionNumber } from '../../shared/domain/admission-number.ts'
import { keyManagement } from '../../shared/domain/key-management.ts'
import { prospect } from '../../shared/domain/prospect.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import { inventName } from './names.ts'
import { dayBetween, inventDay, inventPhone } from './numbers.ts'
import { entry, type Ground, iso, secretaryOf } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

/** 发展计划数, 物色对象, 滞后单位重点管理. */
export const developmentPlans = (ground: Ground): RegisterEntry[] => [...numbers(ground), ...prospects(ground), ...lagging(ground)]

const structure = { measuredIn: 'percent', young: 70, women: 40, college: 60, frontline: 35 } as const

/** Each committee has its year's number, and its branches theirs: about as many as were admitted, a few more where one lags. */
function numbers({ world: { plan, people, below }, years, committees, stream, within }: Ground): RegisterEntry[] {
  const random = stream('admissionNumbers')
  const college = plan.preset === 'college'
  const admitted = (at: number, year: number) => people.filter(p => p.body === at && yearOf(p.draft.joinedOn ?? '1900-01-01') === year).length
  const branches = new Map(committees.map(at => [at, (below[at] ?? []).filter(one => plan.bodies[one]?.kind === 'branch')]))
  return years.flatMap((year): RegisterEntry[] => {
    const issuedOn = iso(year, 1, 20)
    if (!within(issuedOn)) return []
    const document = college ? `临江院委〔${year}〕4 号` : `永组〔${year}〕6 号`
    const given = { span: 'year', year, document, issuedOn } as const
    const byCommittee = committees.map(at => {
      const own = (branches.get(at) ?? []).map(one => {
        const more = random.chance(college ? 0.2 : 0.04) ? 1 : 0
        return { at: one, planned: admitted(one, year) + more }
      })
      return { at, own, planned: own.reduce((sum, one) => sum + one.planned, 0) }
    })
    const all = byCommittee.reduce((sum, one) => sum + one.planned, 0)
    const whole = { ...given, ...structure, planned: all, pool: college ? 24 : 1100 }
    const three = { ...given, ...structure, span: 'threeYears', year: Math.floor(year / 3) * 3, planned: all * 3 + 4, pool: null } as const
    const head = college ? committees[0] : undefined
    const top = (draft: typeof whole | typeof three) =>
      entry(admissionNumber)(addDays(issuedOn, 1), ids => ({ ...draft, organizationId: head === undefined ? null : ids.body(head) }))
    return [
      top(whole),
      ...(year % 3 === 0 || year === years[0] ? [top(three)] : []),
      ...byCommittee.flatMap(({ at, own, planned }) => [
        ...(college ? [] : [entry(admissionNumber)(addDays(issuedOn, 2), ids => ({ ...given, organizationId: ids.body(at), planned }))]),
        // A county hands its numbers on to branches where there is anybody to admit.
        ...own.flatMap(one =>
          one.planned > 0 ? [entry(admissionNumber)(addDays(issuedOn, 4), ids => ({ ...given, organizationId: ids.body(one.at), planned: one.planned }))] : [],
        ),
      ]),
    ]
  })
}

const kinds = ['returned', 'veteran', 'enterprise'] as const
const posts = {
  returned: ['种植大户', '电商经营', '家庭农场'],
  veteran: ['村民兵连长', '保安队长', '网格员'],
  enterprise: ['车间主任', '技术骨干', '销售主管'],
} as const

/** A county seeks out young people come home, veterans and the backbone of private firms; a college a few of its workshop masters. */
function prospects({ world, branches, years, stream, within }: Ground): RegisterEntry[] {
  const random = stream('prospects')
  const college = world.plan.preset === 'college'
  const homes = college ? branches.filter(({ body }) => body.sort === 'staff' || body.sort === 'enterprise') : branches.filter((_, i) => i % 4 === 0)
  return homes.flatMap(home =>
    years.flatMap((year): RegisterEntry[] => {
      const foundOn = dayBetween(random, iso(year, 2, 1), iso(year, 10, 20))
      const sex = random.chance(0.35) ? 'female' : 'male'
      const kind = college ? 'enterprise' : random.pick(kinds)
      const given = {
        name: inventName(random, sex),
        kind,
        sex,
        bornOn: inventDay(random, yearOf(foundOn) - 34, yearOf(foundOn) - 22),
        education: random.pick(['大学专科', '大学本科', '高中', '中专']),
        workPost: college ? random.pick(['实训车间技师', '后勤服务中心班长']) : random.pick(posts[kind]),
        phone: inventPhone(random),
        situation: '工作踏实，群众反映好，经党小组推荐列入。',
      } as const
      const outcome = random.int(1, 10)
      if (!within(addDays(foundOn, 12))) return []
      const later = addDays(foundOn, 150)
      const came = within(later) && outcome <= 4 ? { appliedOn: later } : within(later) && outcome === 5 ? { endedOn: later, endReason: '外出务工' } : {}
      return [
        entry(prospect)(addDays('appliedOn' in came || 'endedOn' in came ? later : foundOn, 3), ids => ({
          ...given,
          ...came,
          organizationId: ids.body(home.at),
          foundOn,
          contact: secretaryOf(home, foundOn)?.draft.name ?? null,
        })),
      ]
    }),
  )
}

/** Who was named in a 月通报 a while ago, and has caught up since or not. */
function lagging({ branches, committees, world: { plan }, years, within }: Ground): RegisterEntry[] {
  const units = plan.preset === 'college' ? branches.slice(8, 11).map(({ at }) => at) : committees.slice(3, 9)
  const year = years.at(-1) ?? 0
  return units.flatMap((at, i): RegisterEntry[] => {
    const month = `${year}-0${7 + (i % 2)}`
    const on = `${month}-28`
    const liftedOn = addDays(on, 62)
    if (!within(addDays(on, 5))) return []
    const lifted = i % 3 === 0 && within(liftedOn) ? { liftedOn, result: '已补齐接收材料，进度跟上。' } : {}
    return [
      entry(keyManagement)(addDays('liftedOn' in lifted ? liftedOn : on, 2), ids => ({
        organizationId: ids.body(at),
        month,
        reason: '接收进度落后时序，发展对象政审材料迟迟没有补齐。',
        measures: '组织员到点指导，每周报一次进度。',
        responsible: '沈国梁',
        dueOn: addDays(on, 120),
        ...lifted,
      })),
    ]
  })
}
