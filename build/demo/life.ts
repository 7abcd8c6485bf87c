import { criticism } from '../../shared/domain/criticism.ts'
import { rectification } from '../../shared/domain/rectification.ts'
import { type Talk, talk } from '../../shared/domain/talk.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { addDays } from '../../shared/rules/days.ts'
import { dayBetween } from './numbers.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { type Crowd, followed, type Ids, noted, type RegisterEntry } from './registers.ts'

interface Told {
  readonly occasion: Talk['occasion']
  readonly matter: string
  readonly content: string
  readonly measures: string | null
}

const occasions: readonly [readonly [Told, number], ...(readonly [Told, number])[]] = [
  [{ occasion: 'yearly', matter: '年度谈心', content: '谈一年来的思想、工作和学习，听取对支部的意见。', measures: null }, 46],
  [{ occasion: 'beforeLifeMeeting', matter: '组织生活会前谈心', content: '交换意见，提出对方需要改进的地方。', measures: '意见带到会上，会后列入整改。' }, 24],
  [{ occasion: 'difficulty', matter: '家庭近来有困难', content: '了解家里情况和眼下最要紧的事。', measures: '由支部联系工会，办理一次性补助。' }, 8],
  [{ occasion: 'setback', matter: '申报项目没有通过', content: '一起看评审意见，分析原因。', measures: '请有经验的同志结对指导，下一批再报。' }, 7],
  [{ occasion: 'deviation', matter: '近期学习不主动', content: '指出缺课情况，说明要求。', measures: '一个月内补齐缺课，支委跟进。' }, 6],
  [{ occasion: 'honour', matter: '获评先进以后', content: '祝贺，也提醒戒骄戒躁，把做法带给大家。', measures: '在主题党日上作一次交流。' }, 6],
  [{ occasion: 'other', matter: '岗位调整', content: '说明调整的考虑，听取本人想法。', measures: null }, 3],
]

/** Each member once a year with someone of the branch committee, but for some whom nobody came to. */
export function talks(crowd: Crowd, branches: readonly { readonly at: number; readonly quality: number }[], random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    branches.flatMap(({ at, quality }) => {
      const officers = crowd.officers(at, `${year}-12-31`)
      return crowd.members(at, `${year}-12-31`).flatMap((person): RegisterEntry[] => {
        const talker = partner(officers, person, random)
        const on = dayBetween(random, `${year}-02-20`, `${year}-12-20`)
        if (!random.chance(0.7 + 0.3 * quality) || !talker || !crowd.knows(on) || !crowd.has(person, on) || !crowd.has(talker, on)) return []
        const told = random.weighted(occasions)
        const place = random.pick(['党员活动室', '办公室', '家中', '教研室', '村部', '车间'])
        return [
          noted(talk, addDays(on, 2), ids => ({
            personId: ids.person(person),
            talkerId: ids.person(talker),
            talkedOn: on,
            occasion: told.occasion,
            relation: person.post === null ? ('committeeMember' as const) : ('committee' as const),
            place,
            matter: told.matter,
            content: told.content,
            measures: told.measures,
          })),
        ]
      })
    }),
  )
}

function partner(officers: readonly Person[], person: Person, random: Random): Person | undefined {
  const others = officers.filter(p => p !== person)
  return others[random.int(0, Math.max(0, others.length - 1))]
}

const shortcomings = [
  '理论学习不够系统，读得多、想得少',
  '联系群众不够经常，下班级、进宿舍次数少',
  '工作标准不够高，满足于完成任务',
  '批评别人时顾虑多，不够直接',
  '对年轻同志传帮带不够',
  '创新意识不强，习惯按老办法办',
] as const
const replies = ['接受，从本月起改', '意见中肯，列入个人整改清单', '接受，请支部监督', '以后每月报告一次进展'] as const

/** At each branch's 组织生活会, early in the year after: everyone of himself, some of one another. */
export function criticisms(crowd: Crowd, branches: readonly { readonly at: number }[], random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    branches.flatMap(({ at }) => {
      const on = dayBetween(random, `${year}-01-15`, `${year}-03-10`)
      if (!crowd.knows(on)) return []
      const there = crowd.members(at, on).filter(p => p.diligence > 0.6)
      return there.flatMap((person): RegisterEntry[] => {
        const enter = (kind: 'self' | 'mutual', by: Person | null): RegisterEntry => {
          const [content, response] = [random.pick(shortcomings), random.pick(replies)]
          return noted(criticism, addDays(on, 3), ids => ({
            personId: ids.person(person),
            kind,
            byId: by && ids.person(by),
            occurredOn: on,
            content,
            response,
          }))
        }
        if (!random.chance(0.5)) return []
        const by = partner(there, person, random)
        return by && random.chance(0.5) ? [enter('self', null), enter('mutual', by)] : [enter('self', null)]
      })
    }),
  )
}

const problems = [
  ['lifeMeeting', '集中学习请假较多，补学不及时', '缺课名单每月公布，一个月内补学', 'now'],
  ['lifeMeeting', '主题党日形式单一', '每季度安排一次实践活动', 'lasting'],
  ['lifeMeeting', '党小组会记录过于简单', '统一记录格式，支委每季度检查', 'limited'],
  ['appraisal', '个别党员作用发挥不明显', '安排支委帮带，半年后复评', 'limited'],
  ['inspection', '流动党员联系记录不全', '明确联系人，逐月补登', 'limited'],
  ['inspection', '党费使用凭证有两张未附说明', '补齐说明，今后一事一审', 'now'],
  ['dutyReport', '抓党建与业务结合不够紧', '党建任务列入部门年度计划', 'lasting'],
] as const

/** A few problems of each branch a year: most mended in time, some late, some of the last ones open. */
export function rectifications(crowd: Crowd, branches: readonly { readonly at: number; readonly quality: number }[], random: Random): RegisterEntry[] {
  return crowd.years.flatMap(year =>
    branches.flatMap(({ at, quality }) =>
      random.some(problems, random.int(1, 3)).flatMap(([source, problem, measure, term]): RegisterEntry[] => {
        const raisedOn = dayBetween(random, `${year}-01-20`, `${year}-11-10`)
        const [secretary] = crowd.officers(at, raisedOn)
        if (!crowd.knows(raisedOn) || !secretary) return []
        const dueOn = addDays(raisedOn, term === 'now' ? 30 : term === 'limited' ? 90 : 180)
        const doneOn = addDays(dueOn, random.chance(0.55 + 0.4 * quality) ? -random.int(1, 25) : random.int(3, 60))
        const recheckOn = addDays(doneOn, random.int(10, 40))
        const draft = (ids: Ids): Partial<DraftOf<typeof rectification>> => ({
          organizationId: ids.body(at),
          source,
          raisedOn,
          problem,
          measure,
          responsible: secretary.draft.name,
          term,
          dueOn,
        })
        if (!crowd.knows(doneOn)) return [noted(rectification, addDays(raisedOn, 2), draft)]
        const done = { doneOn, result: '已按措施落实，支部大会通报。' }
        const patch = crowd.knows(recheckOn) && random.chance(0.7) ? { ...done, recheckOn, recheck: '复查合格' } : done
        return followed(rectification, addDays(raisedOn, 2), draft, { on: addDays(patch === done ? doneOn : recheckOn, 1), patch })
      }),
    ),
  )
}
