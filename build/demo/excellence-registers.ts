import { campaign } from '../../shared/domain/campaign.ts'
import { excellenceReview } from '../../shared/domain/excellence-review.ts'
import { modelPoint } from '../../shared/domain/model-point.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import type { Sort } from './body.ts'
import { dayBetween } from './numbers.ts'
import { entry, type Ground, iso, secretaryOf, wasThere } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

/** 创建活动, 双五好考评, 示范点. */
export const excellenceRegisters = (ground: Ground): RegisterEntry[] => [...campaigns(ground), ...reviews(ground), ...points(ground)]

const campaignSpecs = [
  ['争创“五个好”党支部', 'fiveGood', '领导班子好、党员队伍好、工作机制好、工作业绩好、群众反映好。'],
  ['“强素质、察民情、办实事、当先锋”主题实践', 'theme', '每名党员办一件实事。'],
  ['争做优秀党员', 'model', '对照五个好党员标准找差距、定措施。'],
] as const

function campaigns({ years, committees, stream, within, world: { plan, today } }: Ground): RegisterEntry[] {
  const random = stream('campaigns')
  return years.flatMap(year =>
    committees.flatMap(at =>
      random.some(campaignSpecs, plan.preset === 'college' ? 2 : 1).flatMap(([name, kind, goal]): RegisterEntry[] => {
        const startsOn = iso(year, 3, random.int(1, 20))
        const endsOn = iso(year, 12, 15)
        const over = endsOn < today
        const participants = plan.preset === 'college' ? random.int(300, 380) : random.int(120, 600)
        if (!within(startsOn)) return []
        return [
          entry(campaign)(addDays(over ? endsOn : startsOn, 3), ids => ({
            organizationId: ids.body(at),
            name: `${year} 年${name}`,
            kind,
            level: 'unit',
            startsOn,
            endsOn,
            leader: '党委副书记',
            participants,
            goal,
            measures: '学习动员、对照检查、集中整改、考评表彰四个阶段推进。',
            progress: over ? '四个阶段全部完成。' : '已进入集中整改阶段。',
            result: over ? '考评结果在全体党员大会上通报。' : null,
          })),
        ]
      }),
    ),
  )
}

/** At the end of each year every branch, and of each branch two members, are held against the five. */
function reviews({ years, branches, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  const random = stream('reviews')
  return years.flatMap(year =>
    branches.flatMap(home => {
      const reviewedOn = iso(year, 12, random.int(5, 24))
      if (!within(reviewedOn)) return []
      const score = Math.round(10 * (62 + 34 * home.body.quality + 4 * random.next())) / 10
      const standing = home.body.quality < 0.66 && random.chance(0.4) ? 'weak' : home.body.quality < 0.82 ? 'middle' : 'met'
      const rectifyBy = iso(year + 1, 6, 30)
      const rectifiedOn = iso(year + 1, 6, 20)
      const mended = standing !== 'met' && random.chance(0.8) && within(rectifiedOn)
      const satisfaction = Math.round(10 * (82 + 16 * random.next())) / 10
      const helper = secretaryOf(home, reviewedOn)
      const branch = entry(excellenceReview)(mended ? iso(year + 1, 6, 22) : addDays(reviewedOn, 2), ids => ({
        organizationId: ids.body(home.at),
        standard: 'organization',
        reviewedOn,
        score,
        class: standing,
        satisfaction,
        reviewer: '党委考评组',
        ...(standing === 'met'
          ? {}
          : {
              problems: standing === 'weak' ? '组织生活不正常，台账不全。' : '学习制度落实不够，个别党员长期不参加活动。',
              measures: '党委委员联系，逐项制定整改清单。',
              rectifyBy,
              ...(mended ? { rectifiedOn, rectification: '整改清单全部销号。' } : {}),
            }),
      }))
      if (plan.preset !== 'college') return [branch]
      const members = random.some(
        home.people.filter(p => p !== helper && p.draft.exemptReason === null && wasThere(p, reviewedOn)),
        2,
      )
      return [
        branch,
        ...members.map(person => {
          const behind = person.diligence <= 0.8
          const better = behind && within(rectifiedOn) && (year < Math.max(...years) - 1 || random.chance(0.8))
          return entry(excellenceReview)(better ? addDays(rectifiedOn, 2) : addDays(reviewedOn, 2), ids => ({
            personId: ids.person(person),
            standard: 'member',
            reviewedOn,
            class: behind ? 'middle' : 'met',
            reviewer: home.body.name,
            findings: '政治素质、工作业绩、服务群众、履行义务、思想作风五项逐项评定。',
            ...(behind ? { problems: '参加集中学习偏少。', rectifyBy, helperId: helper ? ids.person(helper) : null } : {}),
            ...(better ? { rectifiedOn, rectification: '按时参加学习，支部认可。' } : {}),
          }))
        }),
      ]
    }),
  )
}

const kinds: Readonly<Record<Sort, 'school' | 'agency' | 'village' | 'community' | 'enterprise' | 'unit'>> = {
  staff: 'school',
  students: 'school',
  retired: 'unit',
  agency: 'agency',
  school: 'school',
  village: 'village',
  community: 'community',
  enterprise: 'enterprise',
}

/** 党建典型点: three in the college, fifty in the county. */
function points({ branches, stream, world: { start, today, plan } }: Ground): RegisterEntry[] {
  const random = stream('points')
  const college = plan.preset === 'college'
  const best = [...branches].sort((a, b) => b.body.quality - a.body.quality)
  return best.slice(0, college ? 3 : 50).map(({ at, body }) => {
    const namedOn = dayBetween(random, start, iso(yearOf(today) - 1, 12, 1))
    const visits = random.int(2, 18)
    return entry(modelPoint)(addDays(namedOn, 2), ids => ({
      organizationId: ids.body(at),
      name: `${body.name.replace(/党支部$/, '')}党建示范点`,
      kind: kinds[body.sort],
      level: college ? 'unit' : 'county',
      namedOn,
      leader: '党委组织委员',
      features: '主题党日有计划、有记录、有检查；党员联系群众有名册。',
      visits,
      publicised: '典型材料印发各支部学习。',
    }))
  })
}
