import { consultation } from '../../shared/domain/consultation.ts'
import { opinion } from '../../shared/domain/opinion.ts'
import { pledge } from '../../shared/domain/pledge.ts'
import { publicity } from '../../shared/domain/publicity.ts'
import { volunteer } from '../../shared/domain/volunteer.ts'
import { addDays } from '../../shared/rules/days.ts'
import { dayBetween } from './numbers.ts'
import { entry, type Ground, iso, wasThere } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

/** 意见建议, 党务公开, 征求意见, 承诺践诺, 志愿服务. */
export const voiceRegisters = (ground: Ground): RegisterEntry[] => [
  ...opinions(ground),
  ...published(ground),
  ...consulted(ground),
  ...pledges(ground),
  ...served(ground),
]

const collegeOpinions = [
  ['图书馆周末闭馆早，建议延长到 22:00。', '图书馆', '周末延长到 21:30，考试周到 22:30。'],
  ['实训车间通风不好，夏天温度高。', '后勤服务中心', '加装排风设备，暑假施工。'],
  ['学生宿舍热水供应时间短。', '后勤服务中心', '与供水单位协商，增加晚间一小时。'],
  ['教工停车位不足。', '保卫处', '划出临时车位 46 个。'],
  ['党员活动室桌椅破损。', '组织部', '列入活动阵地经费，已更换。'],
  ['建议主题党日多安排到企业去。', '组织部', '下半年安排两次企业现场党日。'],
  ['校门口早高峰车辆拥堵。', '保卫处', '增派值班，错时放行。'],
  ['困难学生认定材料重复提交。', '学生工作处', '改为一次提交，各处共用。'],
] as const
const countyOpinions = [
  ['村道路灯损坏多处。', '村委会', '已更换路灯 12 盏。'],
  ['农田水渠淤塞。', '镇农业农村办公室', '组织清淤 1.2 公里。'],
  ['老年人体检点太远。', '卫生院', '每季度到村体检一次。'],
  ['办事大厅午间无人值守。', '便民服务中心', '实行午间轮值。'],
  ['村务公开栏更新不及时。', '村党支部', '每月 10 日前更新。'],
] as const

function opinions({ years, committees, branches, stream, within, world: { plan, today } }: Ground): RegisterEntry[] {
  const college = plan.preset === 'college'
  const random = stream('opinions')
  const list = college ? collegeOpinions : countyOpinions
  return committees.flatMap(committee =>
    years.flatMap(year =>
      Array.from({ length: college ? 22 : 2 }, (): RegisterEntry[] => {
        const receivedOn = iso(year, random.int(1, 12), random.int(1, 28))
        const [content, assignedTo, reply] = random.pick(list)
        const channel = random.weighted([
          ['box', 4],
          ['online', 4],
          ['meeting', 3],
          ['sheet', 3],
          ['hotline', 2],
          ['mail', 2],
          ['talk', 2],
          ['delegate', 1],
        ])
        const hot = random.chance(0.2)
        const from = college ? branches[random.int(0, branches.length - 1)]?.at : committee
        const repliedOn = addDays(receivedOn, random.int(3, 40))
        // What was put forward long ago has been answered by now.
        const done = (random.chance(0.9) || receivedOn < addDays(today, -120)) && repliedOn < addDays(today, -2)
        const satisfied = random.weighted([
          ['satisfied', 7],
          ['fair', 2],
          ['unsatisfied', 1],
        ])
        if (!within(receivedOn)) return []
        return [
          entry(opinion)(addDays(done ? repliedOn : receivedOn, 1), ids => ({
            receivedOn,
            channel,
            organizationId: from === undefined ? null : ids.body(from),
            content,
            hot,
            promise: hot ? '本学期内解决，结果公开。' : null,
            assignedTo,
            dueOn: addDays(receivedOn, 30),
            ...(done ? { repliedOn, reply, satisfied, publishedOn: hot ? addDays(repliedOn, 1) : null } : {}),
          })),
        ]
      }).flat(),
    ),
  )
}

const quarterly = [
  ['party', '党费收缴情况'],
  ['party', '发展党员情况公示'],
  ['situation', '支部工作情况通报'],
  ['party', '民主评议党员结果'],
] as const

/** A branch makes something public each quarter, a committee each month. */
function published({ years, committees, branches, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  const college = plan.preset === 'college'
  const random = stream('publicity')
  const make = (at: number, publishedOn: string, category: 'party' | 'situation' | 'school' | 'government' | 'decision' | 'major', title: string) => {
    const where = random.pick(['公开栏', '党员大会', '单位网站', '微信公众号'] as const)
    const scope = random.chance(0.6) ? ('inside' as const) : ('society' as const)
    return within(publishedOn)
      ? [entry(publicity)(addDays(publishedOn, 1), ids => ({ organizationId: ids.body(at), publishedOn, category, title, where, scope }))]
      : []
  }
  return years.flatMap(year => [
    ...(college ? branches : []).flatMap(({ at, body }) =>
      quarterly.flatMap(([category, title], q) =>
        random.chance(0.7 + 0.3 * body.quality)
          ? make(at, iso(year, q * 3 + 2, random.int(2, 27)), category, `${year} 年${'一二三四'.charAt(q)}季度${title}`)
          : [],
      ),
    ),
    ...committees.flatMap(at =>
      Array.from({ length: college ? 12 : 4 }, (_, n) => {
        const month = college ? n + 1 : n * 3 + 2
        const category = random.pick([college ? 'school' : 'government', 'decision', 'major', 'situation'] as const)
        const title = { school: '校务公开事项', government: '政务公开事项', decision: '重大决策执行结果', major: '重大事项', situation: '党委工作情况' }[
          category
        ]
        return make(at, iso(year, month, random.int(3, 26)), category, `${year} 年 ${month} 月${title}`)
      }).flat(),
    ),
  ])
}

const collegeMatters = ['年度绩效分配办法', '教职工食堂改造方案', '人才引进办法', '学生资助管理办法', '校园安全整改方案', '年度党建工作要点'] as const
const countyMatters = ['村级集体经济收益分配', '农村道路养护办法', '年度民生项目', '乡镇机关考核办法'] as const

function consulted({ years, committees, stream, within, world: { plan, today } }: Ground): RegisterEntry[] {
  const college = plan.preset === 'college'
  const random = stream('consultation')
  return committees.flatMap(at =>
    years.flatMap(year =>
      [3, 9].flatMap((month): RegisterEntry[] => {
        const heldOn = iso(year, month, random.int(3, 25))
        const subject = college ? random.pick(collegeMatters) : random.pick(countyMatters)
        const way = random.pick(['forum', 'written', 'assembly', 'survey'] as const)
        const participants = random.int(24, college ? 180 : 90)
        const received = random.int(3, 26)
        const done = addDays(heldOn, 30) < today
        if (!within(heldOn)) return []
        return [
          entry(consultation)(addDays(heldOn, done ? 31 : 2), ids => ({
            organizationId: ids.body(at),
            heldOn,
            subject,
            way,
            scope: college ? '教职工代表和学生代表' : '党员和群众代表',
            participants,
            received,
            opinions: '总体赞成，对实施步骤和经费安排提出修改意见。',
            ...(done
              ? { adopted: `采纳 ${Math.ceil(received * 0.6)} 条，其余已作说明。`, result: '修改后提交党委会议审定。', resultPublishedOn: addDays(heldOn, 28) }
              : {}),
          })),
        ]
      }),
    ),
  )
}

const promises = [
  ['service', '联系一名困难群众，每季度上门一次。'],
  ['work', '按期完成本岗位年度任务，带头承担急难工作。'],
  ['study', '全年集中学习不少于 32 学时，做好笔记。'],
  ['clean', '遵守廉洁自律规定，不收受礼品礼金。'],
] as const

/** 年初定诺、年底评诺: some members of each branch of the college, and each branch and committee for itself. */
function pledges({ years, branches, committees, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  const college = plan.preset === 'college'
  const random = stream('pledges')
  return years.flatMap(year => {
    const dueOn = iso(year, 12, 20)
    const reviewedOn = iso(year, 12, 26)
    const make = (
      pledgedOn: string,
      kind: (typeof promises)[number][0],
      content: string,
      of: Parameters<ReturnType<typeof entry<typeof pledge.fields>>>[1],
    ) => {
      const result = random.weighted([
        ['kept', 17],
        ['partly', 3],
      ])
      const rating = random.weighted([
        ['satisfied', 4],
        ['fair', 1],
      ])
      const over = within(reviewedOn)
      if (!within(pledgedOn)) return []
      return [
        entry(pledge)(addDays(over ? reviewedOn : pledgedOn, 2), ids => ({
          ...of(ids),
          pledgedOn,
          kind,
          content,
          dueOn,
          publishedOn: addDays(pledgedOn, 3),
          where: '公开栏',
          ...(over ? { progress: result === 'kept' ? '承诺事项全部完成。' : '承诺事项大部分完成，其余转入下年。', reviewedOn, result, rating } : {}),
        })),
      ]
    }
    const bodies = college ? [...committees, ...branches.map(b => b.at)] : committees
    return [
      ...bodies.flatMap(at =>
        make(iso(year, 2, random.int(10, 27)), 'service', '办好三件群众关心的实事，年底报告结果。', ids => ({ organizationId: ids.body(at) })),
      ),
      ...(college ? branches : []).flatMap(({ people }) =>
        people
          .filter(p => p.draft.exemptReason === null && p.draft.mobility === 'settled' && wasThere(p, iso(year, 2, 1)) && random.chance(0.3))
          .flatMap(person => {
            const [kind, content] = random.pick(promises)
            return make(iso(year, 2, random.int(10, 27)), kind, content, ids => ({ personId: ids.person(person) }))
          }),
      ),
    ]
  })
}

const projects = [
  ['环境整治', 'environment', 3, 2],
  ['学雷锋便民服务', 'convenience', 3, 3],
  ['交通文明劝导', 'civility', 5, 1.5],
  ['防汛值守', 'emergency', 7, 4],
  ['关爱留守老人', 'relief', 10, 2.5],
  ['平安巡逻', 'security', 11, 2],
] as const

/** Volunteers of the college’s branches; a county’s are in its towns’ own books. */
function served({ years, branches, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  if (plan.preset !== 'college') return []
  const random = stream('volunteers')
  return years.flatMap(year =>
    branches.flatMap(({ body, people }) =>
      random.some(projects, 3).flatMap(([project, kind, month, hours]) => {
        const servedOn = dayBetween(random, iso(year, month, 1), iso(year, month, 27))
        const able = people.filter(p => p.draft.exemptReason === null && p.draft.mobility === 'settled' && wasThere(p, servedOn))
        if (!within(servedOn)) return []
        return random.some(able, Math.ceil(able.length * 0.15)).map(person =>
          entry(volunteer)(addDays(servedOn, 2), ids => ({
            personId: ids.person(person),
            servedOn,
            project,
            kind,
            hours,
            place: kind === 'environment' ? '校园及周边' : '学院路社区',
            organizer: body.name,
          })),
        )
      }),
    ),
  )
}
