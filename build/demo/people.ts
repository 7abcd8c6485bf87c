import type { DraftOf } from '../../shared/records/record.ts'
import type { person } from '../../shared/domain/person.ts'
import { addDays, addYears, ageOn, yearOf } from '../../shared/rules/days.ts'
import type { Sex } from '../../shared/rules/id-number.ts'
import type { Body, Plan, Sort } from './body.ts'
import { inventName } from './names.ts'
import { dayBetween, inventDay, inventIdNumber, inventPhone } from './numbers.ts'
import type { Random } from './random.ts'

type Draft = DraftOf<typeof person>

/** Someone the office holds, with what decides how he or she studies. */
export interface Person {
  readonly draft: Draft
  /** The branch by its place in the plan. */
  body: number
  /** How often he or she comes, 0 to 1. */
  readonly diligence: number
  post: string | null
}

const ordinaryPosts = ['党支部书记', '组织委员', '宣传委员', '纪检委员', '党支部副书记']

const jobs: Readonly<Record<Sort, readonly [string, ...string[]]>> = {
  staff: ['讲师', '副教授', '教授', '助教', '辅导员', '实训指导教师', '科员', '副科长'],
  students: ['学生'],
  retired: ['退休'],
  agency: ['科员', '股长', '副股长', '办事员', '工程师', '副主任'],
  school: ['教师', '班主任', '教务主任', '年段长'],
  village: ['务农', '村民小组长', '种植户', '个体经营', '外出务工', '村务员'],
  community: ['社区工作者', '网格员', '个体经营', '退休职工'],
  enterprise: ['职员', '车间主任', '技术员', '操作工', '部门经理'],
}

const ages: Readonly<Record<Sort, readonly [number, number]>> = {
  staff: [27, 60],
  students: [20, 24],
  retired: [60, 88],
  agency: [24, 60],
  school: [24, 60],
  village: [23, 84],
  community: [23, 76],
  enterprise: [23, 59],
}
const schooling: Readonly<Record<Sort, readonly [readonly [string, number], ...(readonly [string, number])[]]>> = {
  staff: [
    ['大学本科', 45],
    ['硕士研究生', 40],
    ['博士研究生', 8],
    ['大学专科', 7],
  ],
  students: [
    ['高中', 70],
    ['大学专科', 30],
  ],
  retired: [
    ['大学专科', 40],
    ['大学本科', 30],
    ['中专', 20],
    ['高中', 10],
  ],
  agency: [
    ['大学本科', 65],
    ['大学专科', 20],
    ['硕士研究生', 15],
  ],
  school: [
    ['大学本科', 80],
    ['大学专科', 15],
    ['硕士研究生', 5],
  ],
  village: [
    ['初中', 45],
    ['高中', 28],
    ['小学', 15],
    ['大学专科', 12],
  ],
  community: [
    ['高中', 35],
    ['大学专科', 40],
    ['初中', 15],
    ['大学本科', 10],
  ],
  enterprise: [
    ['大学专科', 40],
    ['高中', 30],
    ['大学本科', 30],
  ],
}

/** The members of one branch as they stand on the last day, the officers first. */
export function peopleOf(plan: Plan, at: number, body: Body, today: string, random: Random, taken: Set<string>): Person[] {
  return Array.from({ length: body.members + body.exempt }, (_, i) => {
    const post = i < body.officers ? (ordinaryPosts[i] ?? null) : (body.upperPosts[i - body.officers] ?? null)
    const exempt = i >= body.members
    const draft = draftOf(plan, body.sort, { today, random, taken, officer: post !== null, old: exempt })
    draft.partyPost = post
    if (post?.startsWith('党委')) Object.assign(draft, { leader: true, leaderLevel: 'division', workPost: post === '党委书记' ? '党委书记' : '院长' })
    if (post === '党支部书记' && plan.preset === 'college' && body.sort === 'staff')
      Object.assign(draft, { leader: true, leaderLevel: 'middle', workPost: body.name.startsWith('机关') ? '处长' : '系主任' })
    if (exempt)
      draft.exemptReason = random.weighted([
        ['年老体弱', 5],
        ['长期患病', 3],
        ['行动不便', 2],
      ])
    return { draft, body: at, post, diligence: exempt ? 0.25 * random.next() : diligenceOf(random, draft) }
  })
}

/** Most come nearly always, some half the time, a few hardly. Those who are away come seldom. */
function diligenceOf(random: Random, draft: Draft): number {
  if (draft.mobility === 'lost') return 0
  if (draft.mobility === 'floating') return 0.3 + 0.3 * random.next()
  return random.weighted([
    [0.97, 62],
    [0.88, 22],
    [0.72, 9],
    [0.5, 5],
    [0.25, 2],
  ])
}

interface Circumstances {
  readonly today: string
  readonly random: Random
  readonly taken: Set<string>
  readonly officer: boolean
  readonly old: boolean
}

/** An invented member: age, dates, schooling and job agree with each other and with the kind of branch. */
export function draftOf(plan: Plan, sort: Sort, { today, random, taken, officer, old }: Circumstances): Draft {
  const sex: Sex = random.chance(sort === 'staff' || sort === 'students' ? Math.max(plan.women, 0.45) : plan.women) ? 'female' : 'male'
  const [youngest, oldest] = ages[sort]
  const age = old
    ? random.int(Math.max(62, youngest), Math.max(86, oldest))
    : officer
      ? random.int(Math.max(youngest, 20), Math.min(oldest, 58))
      : random.chance(plan.young)
        ? random.int(youngest, Math.min(35, oldest))
        : random.int(Math.min(36, oldest), oldest)
  const bornOn = inventDay(random, yearOf(today) - age - 1, yearOf(today) - age - 1)
  const joinedOn = joiningDay(random, bornOn, today, officer)
  const settled = addYears(joinedOn, 1)
  const full = settled <= today
  const away = sort === 'village' ? 0.08 : sort === 'students' ? 0.04 : sort === 'retired' ? 0.02 : 0.008
  const floating = !officer && random.chance(away)
  const lost = floating && random.chance(0.06)
  const leader = officer && sort === 'agency' && random.chance(0.6)
  const education = random.weighted(schooling[sort])
  const invented: Omit<Draft, 'frontline'> = {
    name: inventName(random, sex),
    idNumber: inventIdNumber(random, bornOn, sex, taken),
    sex,
    bornOn,
    nation: random.weighted([
      ['汉族', 94],
      ['畲族', 2],
      ['回族', 2],
      ['满族', 1],
      ['土家族', 1],
    ]),
    nativePlace: random.weighted([
      ['福建泉州', 60],
      ['福建永春', 20],
      ['江西上饶', 6],
      ['安徽舒城', 5],
      ['河南南阳', 5],
      ['湖北黄冈', 4],
    ]),
    education,
    degree: education === '硕士研究生' ? '硕士' : education === '博士研究生' ? '博士' : education === '大学本科' && random.chance(0.8) ? '学士' : null,
    organizationId: null,
    category: full ? 'full' : 'probationary',
    membershipState: 'normal',
    membershipOn: null,
    joinedOn,
    fullMemberOn: full ? settled : null,
    partyPost: null,
    workPost: random.pick(jobs[sort]),
    leader,
    leaderLevel: leader ? 'section' : null,
    phone: inventPhone(random),
    address: null,
    mobility: lost ? 'lost' : floating ? 'floating' : 'settled',
    mobilityOn: floating ? dayBetween(random, later(joinedOn, addDays(today, -900)), today) : null,
    mobilityPlace: floating ? random.pick(['广东深圳', '浙江义乌', '福建厦门', '上海', '江苏昆山']) : null,
    exemptReason: null,
    remark: null,
  }
  return { ...invented, frontline: onTheLine.has(invented.workPost ?? '') ? 'yes' : 'no' }
}

/** 生产、工作一线 */
const onTheLine: ReadonlySet<string> = new Set(['讲师', '助教', '实训指导教师', '教师', '班主任', '工程师', '务农', '种植户', '技术员', '操作工', '车间主任'])

const later = (a: string, b: string) => (a > b ? a : b)

/** From 18 on, most before 40; an officer has been a full member for a while. */
function joiningDay(random: Random, bornOn: string, today: string, officer: boolean): string {
  const first = addYears(bornOn, 18)
  const latest = addDays(today, officer ? -800 : -20)
  const usual = addYears(bornOn, Math.min(40, Math.max(20, ageOn(bornOn, today))))
  return dayBetween(random, first, usual < latest ? usual : latest)
}
