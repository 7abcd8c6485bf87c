import { appraisalFollowUp } from '../../shared/domain/appraisal-follow-up.ts'
import { scoreAdjustment } from '../../shared/domain/scheme.ts'
import { addDays } from '../../shared/rules/days.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { entry, type Ground, iso, secretaryOf, type Standing, wasThere } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

/** 评议后续措施, 加减分和一票否决. */
export const appraisalRegisters = (ground: Ground): RegisterEntry[] => [...followUps(ground), ...adjustments(ground)]

const measures = [
  ['talk', '党支部书记谈话，指出参加组织生活不够经常，本人作出说明。', 21],
  ['deadline', '限期六个月改正：按时参加组织生活，补足学习学时，每月向帮带人汇报一次。', 182],
  ['school', '参加业余党校学习四次，结业前写出学习体会。', 120],
  ['helper', '支部委员结对帮带，每月谈心一次。', 182],
] as const

/** Who of a branch the 民主评议 of the winter before judged below 合格, and what is done about it from the spring on. */
interface Judged {
  readonly person: Person
  readonly grade: 'basic' | 'unqualified'
  readonly startsOn: string
  readonly random: Random
}

/** Where the 民主评议 of a year ends for one who stayed away most; few branches have one. */
export function judgedIn({ stream, world: { plan } }: Ground, year: number, home: Standing): Judged | undefined {
  const random = stream(`follow-ups/${year}/${home.at}`)
  const startsOn = iso(year + 1, 3, random.int(4, 26))
  const helper = secretaryOf(home, startsOn)
  const some = random.chance(plan.preset === 'college' ? 0.7 : 0.12)
  const grade = random.chance(0.9) ? 'basic' : 'unqualified'
  const [person] = home.people
    .filter(p => p !== helper && p.post === null && p.draft.exemptReason === null && wasThere(p, iso(year, 1, 1)))
    .toSorted((a, b) => a.diligence - b.diligence)
  return some && person ? { person, grade, startsOn, random } : undefined
}

/** A few are talked to, given a term or a helper, and looked at again when it is over. */
function followUps(ground: Ground): RegisterEntry[] {
  const { years, branches, within } = ground
  return years.flatMap(year =>
    branches.flatMap(home => {
      const judged = judgedIn(ground, year - 1, home)
      if (!judged || !within(judged.startsOn)) return []
      const { person, grade, startsOn, random } = judged
      const helper = secretaryOf(home, startsOn)
      const [kind, content, days] = random.pick(measures)
      const dueOn = addDays(startsOn, days)
      const recheckOn = addDays(dueOn, 10)
      const improved = random.chance(0.85)
      const done = within(addDays(recheckOn, 1)) && random.chance(0.9)
      return [
        entry(appraisalFollowUp)(addDays(done ? recheckOn : startsOn, 2), ids => ({
          personId: ids.person(person),
          ballotId: ids.judged.get(`${year - 1} ${ids.person(person)}`) ?? null,
          grade,
          kind,
          startsOn,
          dueOn,
          helperId: kind === 'talk' || !helper ? null : ids.person(helper),
          content,
          recheckOn,
          ...(done
            ? {
                progress: improved ? '按要求参加组织生活，有谈话和汇报记录。' : '仍有两次无故缺席。',
                result: improved ? 'improved' : 'notImproved',
                doneOn: addDays(recheckOn, 1),
              }
            : {}),
        })),
      ]
    }),
  )
}

const reasons = [
  ['plus', 2, '获校级优秀教师', '院发表彰文件'],
  ['plus', 3, '指导学生获省级技能竞赛奖', '获奖证书'],
  ['plus', 1, '承担主题党日授课', '支部工作记录'],
  ['plus', 1, '参加志愿服务满 20 小时', '志愿服务台账'],
  ['minus', 2, '无故不参加组织生活一次', '签到表'],
  ['minus', 1, '学习笔记检查不合格', '检查登记表'],
] as const
const countyReasons = [
  ['plus', 2, '防汛抢险表现突出', '镇党委通报'],
  ['plus', 1, '调解邻里纠纷成功', '调解记录'],
  ['minus', 2, '无故不参加组织生活一次', '签到表'],
] as const

/** What branches note down through the year for the 量化考核 at its end; and once in a while a matter that decides alone. */
function adjustments({ years, branches, stream, within, world: { plan } }: Ground): RegisterEntry[] {
  const college = plan.preset === 'college'
  return years.flatMap(year =>
    branches.flatMap(home => {
      const random = stream(`adjustments/${year}/${home.at}`)
      if (!random.chance(college ? 1 : 0.1)) return []
      return random.some(home.people, college ? random.int(2, 5) : 1).flatMap((person): RegisterEntry[] => {
        const happenedOn = iso(year, random.int(1, 12), random.int(1, 28))
        const [kind, points, reason, basis] = random.pick(college ? reasons : countyReasons)
        const veto = kind === 'minus' && random.chance(0.06)
        if (!within(happenedOn) || !wasThere(person, happenedOn)) return []
        return [
          entry(scoreAdjustment)(addDays(happenedOn, 2), ids => ({
            personId: ids.person(person),
            happenedOn,
            ...(veto ? { kind: 'veto', reason: '连续三个月未交纳党费', basis: '党费收缴台账' } : { kind, points, reason, basis }),
          })),
        ]
      })
    }),
  )
}
