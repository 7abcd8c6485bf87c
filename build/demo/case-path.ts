import type { CaseStep } from '../../shared/domain/procedure-case.ts'
import { membership } from '../../shared/procedures/membership.ts'
import { addDays, weekdayOf, yearOf } from '../../shared/rules/days.ts'
import { secretaryOf, type Standing, wasThere } from './register-entry.ts'
import type { Random } from './random.ts'

/** What is put down of a step on its day. */
export interface Taken {
  /** `local` stands for what the office asks for besides. */
  readonly step: string
  readonly day: string
  readonly fields: Partial<CaseStep>
}

/** The local step of the office: 民主测评 between 听取意见 and 报上级党委同意. */
export const local = 'local'

/** The day after the application on which each step is usually taken; one that comes again stands here as often. */
const course: readonly (readonly [step: string, after: number])[] = [
  ['application', 0],
  ['talk', 20],
  ['recommendation', 170],
  ['activistFiling', 182],
  ['contacts', 188],
  ['inspection', 344],
  ['training', 510],
  ['inspection', 518],
  ['consultation', 538],
  [local, 542],
  ['consent', 550],
  ['candidateNotice', 562],
  ['candidate', 566],
  ['sponsors', 572],
  ['review', 595],
  ['course', 603],
  ['committeeReview', 610],
  ['preview', 622],
  ['form', 626],
  ['meeting', 640],
  ['superiorTalk', 665],
  ['approval', 685],
  ['filing', 690],
  ['oath', 705],
  ['probationInspection', 816],
  ['probationInspection', 994],
  ['conversionApplication', 1008],
  ['conversionOpinions', 1014],
  ['conversionMeeting', 1026],
  ['conversionApproval', 1060],
  ['archive', 1080],
]

/** From the application to the meeting that admits: what is known of a member is the day of the meeting. */
export const untilMeeting = course.find(([step]) => step === 'meeting')?.[1] ?? 0

const steps = new Map(membership.rules.at(-1)?.steps.map(step => [step.key, step]))
const firstRules = membership.rules.at(-1)?.startsOn ?? ''
/** The materials that a step asks for; of a group the first. */
export const materialsOf = (key: string) =>
  (steps.get(key)?.materials ?? []).filter(({ oneOf }, i, all) => oneOf === undefined || all.findIndex(other => other.oneOf === oneOf) === i)

/** Nobody meets on a weekend. */
const worked = (day: string): string => addDays(day, weekdayOf(day) > 5 ? 8 - weekdayOf(day) : 0)

interface About {
  readonly applied: string
  readonly until: string
  readonly home: Standing
  readonly random: Random
  /** Steps that nobody has seen to. */
  readonly without?: readonly string[]
}

/** What was done of a case that began on a day, as far as it has come. */
export function pathOf({ applied, until, home, random, without = [] }: About): readonly Taken[] {
  return course.flatMap(([step, after]): Taken[] => {
    const day = worked(addDays(applied, after))
    const skipped = without.includes(step) || (step === 'candidateNotice' && applied < firstRules)
    return skipped || day > until ? [] : [{ step, day, fields: fieldsOf(step, day, home, random) }]
  })
}

const opinions: Readonly<Record<string, string>> = {
  talk: '本人谈了学习工作经历、家庭情况和对党的认识，入党动机端正，表示愿意接受组织考察。',
  recommendation: '党员推荐，应到 24 人，推荐 21 票。',
  inspection: '学习认真，工作主动，群众反映良好。要多参加支部的活动。',
  consultation: '党小组、培养联系人和群众都同意列为发展对象。',
  local: '民主测评，参加 22 人，好 19 票，较好 3 票。',
  candidateNotice: '公示期间没有反映。',
  review: '本人政治历史清楚，直系亲属和主要社会关系没有问题。',
  course: '结业考试 92 分。',
  committeeReview: '手续完备，材料齐全，同意报党委预审。',
  probationInspection: '履行党员义务，按期交纳党费，同意继续考察。',
  conversionOpinions: '党小组和群众同意按期转正。',
}

function fieldsOf(step: string, day: string, home: Standing, random: Random): Partial<CaseStep> {
  const result = steps.get(step)?.results?.[0]?.key ?? null
  const opinion = opinions[step] ?? null
  const there = home.people.filter(p => wasThere(p, day)).map(p => p.draft.name)
  const secretary = secretaryOf(home, day)?.draft.name ?? '支部书记'
  const others = there.filter(name => name !== secretary)
  const pair = random.some(others, 2).join('、')
  const number = `${yearOf(day)}-${String(random.int(3, 80)).padStart(3, '0')}`
  const given = { result, opinion }
  switch (step) {
    case 'talk':
      return { ...given, people: secretary, place: '党员活动室' }
    case 'recommendation':
      return { ...given, groupOpinion: '党小组一致同意推荐。' }
    case 'inspection':
      return { ...given, sponsorOpinion: '按季度交思想汇报，工作主动，要加强党的基本知识学习。' }
    case 'probationInspection':
      return { ...given, ownOpinion: '履行党员义务，参加支部组织生活，学习上还要抓紧。', sponsorOpinion: '表现良好，同意继续考察。' }
    case 'review':
      return { ...given, ownOpinion: '拥护党的路线方针政策，遵纪守法，工作踏实，群众基础好。' }
    case 'contacts':
    case 'sponsors':
      return { ...given, people: pair }
    case 'superiorTalk':
      return { ...given, people: '周敏' }
    case 'archive':
      return { ...given, people: '沈国梁' }
    case 'activistFiling':
      return { ...given, number: `院委组备 ${number}` }
    case 'consent':
    case 'preview':
      return { ...given, number: `院委组 ${number}` }
    case 'form':
      return { ...given, number }
    case 'approval':
    case 'conversionApproval':
      return { ...given, number: `院委 ${number}` }
    case 'candidateNotice':
      return { ...given, startedOn: addDays(day, -9), place: '学院公告栏、支部所在部门', phone: '0599-8850120' }
    case 'course':
      return { ...given, startedOn: addDays(day, -3), hours: 24, place: '院党校培训班' }
    case 'oath':
      return { ...given, place: '党员活动室' }
    case 'meeting':
    case 'conversionMeeting': {
      const eligible = Math.max(5, there.length - 1)
      const present = eligible - random.int(0, Math.floor(eligible / 10))
      const against = random.chance(0.2) ? 1 : 0
      return { ...given, eligible, present, agree: present - against, against, abstain: 0 }
    }
    default:
      return given
  }
}
