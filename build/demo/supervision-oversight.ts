import { matterReport, oversightMatter } from '../../shared/domain/oversight.ts'
import { petition } from '../../shared/domain/petition.ts'
import { addDays } from '../../shared/rules/days.ts'
import { dayBetween } from './numbers.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { entry, type Ground, iso, wasThere } from './register-entry.ts'
import { followed, noted, type RegisterEntry } from './registers.ts'

/** 信访举报, 监督发现问题, 重大事项请示报告. */
export const oversight = (ground: Ground, leaders: readonly Person[]): RegisterEntry[] =>
  ground.years.flatMap(year => [
    ...petitions(ground, leaders, year, ground.stream(`petitions/${year}`)),
    ...findings(ground, leaders, year, ground.stream(`oversight/${year}`)),
    ...matters(ground, leaders, year, ground.stream(`matters/${year}`)),
  ])

const letters = [
  ['letter', 'accusation', true, 'style', '反映在窗口单位服务态度差，群众多次办事被推诿。', 'own'],
  ['hotline', 'accusation', false, 'personnel', '反映一次岗位竞聘中打招呼。', 'verify'],
  ['online', 'accusation', false, 'integrity', '反映接受管理对象宴请。', 'inquiry'],
  ['visit', 'request', true, 'duty', '反映家庭宅基地纠纷调解半年没有答复，请求解决。', 'own'],
  ['assigned', 'accusation', true, 'centralism', '反映工程变更没有集体研究。', 'verify'],
  ['forwarded', 'suggestion', false, 'other', '建议公开年度招聘的评分办法。', 'hold'],
] as const
const people = ['李志成', '黄建平', '周素珍', '林启明']

function petitions({ within, world: { today } }: Ground, leaders: readonly Person[], year: number, random: Random): RegisterEntry[] {
  return letters.flatMap(([source, nature, named, category, content, handling], i): RegisterEntry[] => {
    const [person] = random.some(leaders, 1)
    const receivedOn = dayBetween(random, iso(year, 1, 20), iso(year, 11, 12))
    const acceptedOn = addDays(receivedOn, random.int(2, 9))
    const closedOn = addDays(acceptedOn, random.int(30, 70))
    if (!person || !within(addDays(acceptedOn, 3)) || !wasThere(person, receivedOn)) return []
    const given = (ids: { person(p: Person): string }) => ({
      number: `信〔${year}〕${String(i + 1).padStart(3, '0')}`,
      receivedOn,
      source,
      nature,
      named,
      petitioner: named ? (people[(year + i) % people.length] ?? null) : null,
      subjectName: i === 5 ? '人事部门' : person.draft.name,
      personId: i === 5 ? null : ids.person(person),
      subjectPost: i === 5 ? null : (person.draft.workPost ?? null),
      category,
      content,
      secrecy: 'work' as const,
      instructedBy: '组织部部长',
      instructedOn: addDays(receivedOn, 1),
      instruction: '请干部监督科按规定办理。',
      handling,
      handler: '干部监督科',
      acceptedOn,
      noticeOn: named ? addDays(acceptedOn, 3) : null,
    })
    if (closedOn > addDays(today, -15)) return [noted(petition, addDays(acceptedOn, 4), given)]
    const finding = random.pick(['true', 'partly', 'false', 'unproved'])
    return followed(petition, addDays(acceptedOn, 4), given, {
      on: addDays(closedOn, 12),
      patch: { closedOn, finding, result: '已核实并向来信来访人说明。', feedbackOn: named ? addDays(closedOn, random.int(4, 11)) : null },
    })
  })
}

const found = [
  ['tour', 'centralism', '“三重一大”事项有两项会前没有酝酿，会议记录不完整。'],
  ['audit', 'integrity', '公务接待三笔没有附公函，专项经费列支范围扩大。'],
  ['leavingAudit', 'duty', '离任前两项固定资产没有登记。'],
  ['inquiry', 'duty', '委员质询：一项民生实事进度滞后。'],
  ['appraisal', 'style', '民主测评中联系群众一项得票偏低。'],
  ['democraticLife', 'style', '批评意见中工作建议多、问题指出少。'],
  ['openness', 'integrity', '党务公开栏更新不及时，经费使用没有公开。'],
] as const

/** Most are mended in time and verified; some of the last ones run, one is overdue. */
function findings({ within, branches, world: { today } }: Ground, leaders: readonly Person[], year: number, random: Random): RegisterEntry[] {
  return found.flatMap(([method, category, problem], i): RegisterEntry[] => {
    const [home] = random.some(branches, 1)
    const [person] = random.some(leaders, 1)
    const foundOn = dayBetween(random, iso(year, 2, 10), iso(year, 10, 20))
    if (!home || !within(addDays(foundOn, 4))) return []
    const dueOn = addDays(foundOn, 90)
    const doneOn = addDays(dueOn, random.int(-25, 12))
    const own = person && (method === 'leavingAudit' || method === 'appraisal') && wasThere(person, foundOn) ? person : undefined
    const given = (ids: { person(p: Person): string; body(at: number): string }) => ({
      organizationId: ids.body(home.at),
      personId: own ? ids.person(own) : null,
      method,
      foundOn,
      document: i < 3 ? `反馈〔${year}〕${random.int(2, 40)}号` : null,
      category,
      problem,
      measure: '列入整改清单，明确责任人和时限，按月报告进展。',
      responsible: home.people.find(p => p.post !== null)?.draft.name ?? null,
      dueOn,
    })
    if (addDays(doneOn, 12) > today) return [entry(oversightMatter)(addDays(foundOn, 3), given)]
    return followed(oversightMatter, addDays(foundOn, 3), given, {
      on: addDays(doneOn, 9),
      patch: {
        doneOn,
        result: '已整改，补充了制度和记录。',
        verifiedOn: addDays(doneOn, 8),
        verifiedBy: '干部监督科',
        verification: random.weighted([
          ['passed', 8],
          ['partly', 2],
        ]),
      },
    })
  })
}

const asked = [
  ['request', '关于调整年度基建项目的请示', '同意，按程序办理。'],
  ['report', '关于校园安全事件处置情况的报告', null],
  ['request', '关于增加编制外聘用岗位的请示', '原则同意，控制在预算以内。'],
] as const

function matters({ within, committees, world: { plan } }: Ground, leaders: readonly Person[], year: number, random: Random): RegisterEntry[] {
  const ofBodies = committees.slice(0, 4).flatMap(at =>
    random.some(asked, 2).flatMap(([kind, subject, answer]): RegisterEntry[] => {
      const submittedOn = dayBetween(random, iso(year, 2, 1), iso(year, 10, 25))
      const answeredOn = addDays(submittedOn, random.int(5, 20))
      if (!within(addDays(answeredOn, 3))) return []
      return [
        entry(matterReport)(addDays(answeredOn, 2), ids => ({
          kind,
          organizationId: ids.body(at),
          submittedOn,
          subject: plan.preset === 'college' ? subject : subject.replace('校园', '辖区'),
          submittedTo: '上级党委',
          timing: kind === 'request' ? 'before' : 'after',
          ...(answer === null ? {} : { dueOn: addDays(submittedOn, 30), answeredOn, answer }),
        })),
      ]
    }),
  )
  const own = random.some(leaders, 3).flatMap((person): RegisterEntry[] => {
    const submittedOn = dayBetween(random, iso(year, 3, 1), iso(year, 10, 25))
    if (!within(addDays(submittedOn, 3)) || !wasThere(person, submittedOn)) return []
    return [
      entry(matterReport)(addDays(submittedOn, 2), ids => ({
        kind: 'personal',
        personId: ids.person(person),
        submittedOn,
        subject: '操办婚丧喜庆事宜',
        submittedTo: '组织部、纪委',
        timing: 'before',
      })),
    ]
  })
  return [...ofBodies, ...own]
}
