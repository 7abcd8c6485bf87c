import { award } from '../../shared/domain/award.ts'
import { comfortVisit } from '../../shared/domain/comfort-visit.ts'
import { hardship } from '../../shared/domain/hardship.ts'
import { memberPost } from '../../shared/domain/member-post.ts'
import { addDays, ageOn, yearOf } from '../../shared/rules/days.ts'
import type { Sort } from './body.ts'
import { dayBetween } from './numbers.ts'
import type { Person } from './people.ts'
import { entry, type Ground, iso, secretaryOf, type Standing, wasThere, yuan } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

interface Cared {
  readonly person: Person
  readonly home: Standing
  readonly since: string
  readonly endedOn: string | null
  readonly old: boolean
}

/** 走访慰问, 困难党员帮扶, 表彰奖励, 设岗定责. */
export function careRegisters(ground: Ground): RegisterEntry[] {
  const cared = caredFor(ground)
  return [...helped(ground, cared), ...visits(ground, cared), ...awards(ground), ...posts(ground)]
}

/** Members in hardship, and old members who are visited at festivals. */
function caredFor({ branches, stream, world: { start, today, plan } }: Ground): Cared[] {
  const share = plan.preset === 'college' ? 0.025 : 0.012
  return branches.flatMap(home => {
    const random = stream(`cared/${home.at}`)
    return home.people.flatMap((person): Cared[] => {
      const age = ageOn(person.draft.bornOn ?? today, today)
      const old = age >= 78
      if (person.post !== null || !wasThere(person, start) || !random.chance(old ? 0.35 : share)) return []
      const since = dayBetween(random, start, addDays(today, -120))
      return [{ person, home, since, old, endedOn: !old && random.chance(0.25) ? dayBetween(random, addDays(since, 90), addDays(today, -5)) : null }]
    })
  })
}

const causes = [
  ['illness', '本人患慢性病，长期服药，医疗支出大。', '大病救助和日常照料', '协助办理大病救助，每季度上门一次。'],
  ['study', '两个子女在读大学，收入来源单一。', '助学贷款和勤工助学岗位', '帮助申请助学金，联系勤工助学岗位。'],
  ['job', '所在企业停产，暂无固定收入。', '就业信息和技能培训', '推荐参加技能培训，联系用工单位。'],
  ['disability', '家人肢体残疾，需人照护。', '残疾人补贴和照护', '协助申领护理补贴，节假日上门看望。'],
  ['disaster', '房屋因暴雨受损。', '修缮补助', '协助申报修缮补助，组织党员帮工。'],
] as const

function helped({ stream, world: { today } }: Ground, cared: readonly Cared[]): RegisterEntry[] {
  const random = stream('hardship')
  return cared
    .filter(c => !c.old)
    .map(({ person, home, since, endedOn }) => {
      const [cause, situation, needs, measures] = random.pick(causes)
      const level = random.weighted([
        ['general', 5],
        ['heavy', 3],
        ['severe', 2],
      ])
      const family = random.int(2, 5)
      const income = yuan(random.int(60, 160) * 100)
      const allowance = level === 'severe' ? yuan(300) : null
      const helper = secretaryOf(home, since)
      const over = endedOn !== null && endedOn < today
      return entry(hardship)(addDays(endedOn ?? since, 2), ids => ({
        personId: ids.person(person),
        since,
        cause,
        level,
        family,
        income,
        situation,
        needs,
        helperId: helper && helper !== person ? ids.person(helper) : null,
        measures,
        allowance,
        result: over ? '生活基本稳定，本人申请解除。' : '困难有所缓解，继续帮扶。',
        endedOn,
        endReason: over ? '已脱困' : null,
      }))
    })
}

const festivals = [
  ['spring', 1, 18, 30],
  ['julyFirst', 6, 22, 30],
] as const

/** 两节慰问: before the Spring Festival and the first of July; and now and then someone who is ill. */
function visits({ years, branches, stream, within, world: { plan } }: Ground, cared: readonly Cared[]): RegisterEntry[] {
  const random = stream('visits')
  const entries: RegisterEntry[] = []
  const visit = (person: Person, home: Standing, on: string, occasion: 'spring' | 'julyFirst' | 'illness', old: boolean) => {
    if (!within(on) || !wasThere(person, on)) return
    const amount = yuan(random.pick([300, 500, 500, 800, 1000]))
    const goods = occasion === 'illness' ? '水果' : random.pick(['大米、食用油', '棉被', null, null])
    const by = random.chance(0.3) ? '党委班子成员' : (secretaryOf(home, on)?.draft.name ?? '党支部')
    const fund = random.pick(['fee', 'fee', 'unit', 'fiscal'] as const)
    entries.push(
      entry(comfortVisit)(addDays(on, 1), ids => ({
        personId: ids.person(person),
        visitedOn: on,
        occasion,
        category: old ? 'veteran' : occasion === 'illness' ? 'other' : 'poor',
        by,
        place: occasion === 'illness' ? '医院' : '家中',
        circumstances: old ? '年事已高，行动不便。' : occasion === 'illness' ? '住院治疗。' : '家庭收入低，负担重。',
        amount,
        goods,
        fund,
        signedBy: person.draft.name,
      })),
    )
  }
  for (const year of years) {
    for (const { person, home, since, endedOn, old } of cared) {
      for (const [occasion, month, from, until] of festivals) {
        const on = iso(year, month, random.int(from, until))
        if ((old || since <= on) && (endedOn === null || on <= endedOn) && random.chance(0.55 + 0.45 * home.body.quality))
          visit(person, home, on, occasion, old)
      }
    }
    for (const home of branches) {
      if (!random.chance(plan.preset === 'college' ? 0.6 : 0.15)) continue
      const person = home.people[random.int(0, Math.max(0, home.people.length - 1))]
      if (person) visit(person, home, iso(year, random.int(2, 12), random.int(1, 28)), 'illness', false)
    }
  }
  return entries
}

/** 七一表彰: each year the committee commends members, Party workers and branches. */
function awards({ years, branches, committees, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  const random = stream('awards')
  const college = plan.preset === 'college'
  const by = college ? '中共临江工业职业学院委员会' : '中共永溪县委员会'
  const level = college ? 'unit' : 'county'
  if (committees.length === 0) return []
  return years.flatMap(year => {
    const awardedOn = iso(year, 6, 29)
    if (!within(awardedOn)) return []
    const document = college ? `临江院委〔${year}〕${random.int(14, 22)} 号` : `永委〔${year}〕${random.int(14, 40)} 号`
    const given = { awardedOn, awardedBy: by, document, level, publicFrom: iso(year, 6, 15), publicUntil: iso(year, 6, 21) } as const
    const good = branches.flatMap(b =>
      b.people.filter(p => p.diligence > 0.9 && wasThere(p, iso(year - 1, 6, 1))).map(person => ({ person, branch: b.body.name })),
    )
    const members = random.some(
      good.filter(g => g.person.post === null),
      Math.min(60, Math.ceil(good.length * 0.03)),
    )
    const workers = random.some(
      good.filter(g => g.person.post !== null),
      college ? 4 : 30,
    )
    const best = random.some(
      branches.filter(b => b.body.quality > 0.85),
      college ? 2 : 20,
    )
    const personal = (kind: 'member' | 'worker', name: string, deeds: string) => (g: (typeof good)[number]) =>
      entry(award)(addDays(awardedOn, 3), ids => ({
        ...given,
        personId: ids.person(g.person),
        name,
        kind,
        reward: ['honour', 'material'],
        amount: yuan(500),
        recommendedBy: g.branch,
        objections: '公示期间没有收到异议。',
        deeds,
      }))
    return [
      ...members.map(personal('member', '优秀共产党员', '立足岗位，带头服务师生群众。')),
      ...workers.map(personal('worker', '优秀党务工作者', '组织生活正常规范，台账齐全。')),
      ...best.map(({ at }) =>
        entry(award)(addDays(awardedOn, 3), ids => ({
          ...given,
          organizationId: ids.body(at),
          name: '先进基层党组织',
          kind: 'organization',
          reward: ['honour'],
          objections: '公示期间没有收到异议。',
          deeds: '班子团结，制度健全，作用发挥好。',
        })),
      ),
    ]
  })
}

type PostSpec = readonly [kind: 'model' | 'area' | 'vanguard' | 'ordinary' | 'technology' | 'household', post: string, area: string, duty: string]

const duties: Readonly<Record<Sort, readonly [PostSpec, ...PostSpec[]]>> = {
  staff: [
    ['model', '教学示范岗', '本教研室', '带头上公开课，指导青年教师。'],
    ['vanguard', '服务窗口岗', '办事大厅', '首问负责，限时办结。'],
    ['area', '班级责任区', '联系班级', '每月进班一次，了解学生困难。'],
  ],
  students: [
    ['area', '宿舍责任区', '学生宿舍一个楼层', '检查卫生和用电安全，调解纠纷。'],
    ['ordinary', '学习帮扶岗', '本班', '帮助学习困难的同学。'],
  ],
  retired: [['ordinary', '校园环境监督岗', '家属区', '巡查环境卫生，反映问题。']],
  agency: [
    ['vanguard', '政策宣传岗', '服务窗口', '解答政策咨询。'],
    ['model', '业务示范岗', '本科室', '带头完成急难任务。'],
  ],
  school: [['model', '教学示范岗', '本年段', '带头承担公开课。']],
  village: [
    ['ordinary', '民情联络岗', '本村民小组', '收集村民意见，宣传政策。'],
    ['ordinary', '环境卫生监督岗', '村主干道', '劝导乱堆乱放。'],
    ['technology', '科技示范户', '自家果园', '带头用新品种、新技术。'],
  ],
  community: [['ordinary', '治安巡逻岗', '本小区', '参加夜间巡逻。']],
  enterprise: [['vanguard', '安全生产岗', '本车间', '班前检查，排除隐患。']],
}

/** 三定: posts, duties and goals of members without an office, appraised at the end of each year. */
function posts({ branches, stream, world: { start, today, plan } }: Ground): RegisterEntry[] {
  return branches.flatMap(({ at, body, people }) => {
    const random = stream(`posts/${at}`)
    const able = people.filter(p => p.post === null && p.draft.exemptReason === null && p.draft.mobility === 'settled' && wasThere(p, start))
    return random.some(able, plan.preset === 'college' ? random.int(3, 5) : 1).map(person => {
      const [kind, post, area, duty] = random.pick(duties[body.sort])
      const startsOn = dayBetween(random, start, earlier(iso(yearOf(start) + 1, 3, 20), addDays(today, -20)))
      const lastYear = yearOf(today) - 1
      const reviewed = iso(lastYear, 12, random.int(10, 28))
      const appraisedOn = startsOn < reviewed ? reviewed : null
      const appraisal = random.weighted([
        ['good', 7],
        ['excellent', 2],
        ['fair', 1],
      ])
      return entry(memberPost)(addDays(appraisedOn ?? startsOn, 1), ids => ({
        personId: ids.person(person),
        kind,
        post,
        area,
        volunteered: true,
        duty,
        goal: '全年履职不少于 12 次，群众满意。',
        publicOn: addDays(startsOn, -3),
        startsOn,
        ...(appraisedOn === null ? {} : { appraisedOn, appraisal, performance: '按时履职，有记录。' }),
      }))
    })
  })
}

const earlier = (a: string, b: string): string => (a < b ? a : b)
