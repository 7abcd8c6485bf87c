import type { Activity } from '../../shared/domain/activity.ts'
import { addDays } from '../../shared/rules/days.ts'
import type { Body, Plan, Sort } from './body.ts'
import type { Random } from './random.ts'

/** Something people were asked to attend. */
export interface Meeting {
  readonly name: string
  readonly kind: Activity['kind']
  readonly startsOn: string
  readonly endsOn: string
  readonly hours: number
  readonly counts: boolean
  readonly place: string
  readonly lecturer: string | null
  /** The body that held it, by its place in the plan, or an organizer outside the office. */
  readonly organizer: number | string
  /** Who was asked: of this body and all below it, everyone, those with a Party office, the heads of branches, leading cadres, activists, or a share of all, drawn. */
  readonly audience: { readonly below: number; readonly who: 'members' | 'officers' | 'heads' | 'leaders' | 'activists' | number }
}

/** How often a branch meets in a year, and for how many hours. */
interface Rhythm {
  readonly theme: number
  readonly studies: number
  readonly study: number
  readonly meeting: number
  readonly lecture: number
}

const usual: Rhythm = { theme: 2, studies: 12, study: 1, meeting: 1.5, lecture: 1.5 }
const rhythms: Readonly<Record<Sort, Rhythm>> = {
  staff: { theme: 2, studies: 4, study: 1, meeting: 1.5, lecture: 1.5 },
  students: { theme: 2, studies: 4, study: 1, meeting: 1.5, lecture: 1.5 },
  retired: { ...usual, studies: 6 },
  agency: { theme: 4, studies: 12, study: 2.5, meeting: 2, lecture: 2 },
  school: usual,
  village: usual,
  community: usual,
  enterprise: { ...usual, studies: 6, study: 1.5 },
}

const themes = [
  '学习党章党规',
  '走访慰问老党员',
  '学雷锋志愿服务',
  '清明祭英烈',
  '劳动模范进支部',
  '安全生产排查',
  '重温入党誓词',
  '防汛值守与入户走访',
  '开学第一课',
  '爱国卫生行动',
  '消防安全宣传',
  '年度承诺践诺',
] as const
const studies = [
  '学习党员教育管理工作条例',
  '学习支部工作条例',
  '学习纪律处分条例',
  '专题研讨：本职岗位怎样干',
  '集体阅读与交流',
  '学习先进典型事迹',
  '警示教育片观看与讨论',
  '业务与党建融合研讨',
] as const
const lectures = ['谈认真', '把小事做好', '从群众中来', '读懂党章总纲', '一名老党员的三十年', '规矩与担当', '讲政治要落到岗位上', '调查研究怎么做'] as const
const rooms: Readonly<Record<Sort, readonly [string, ...string[]]>> = {
  staff: ['行政楼 302', '教学楼 A101', '党员活动室', '实训楼会议室'],
  students: ['学生活动中心', '教学楼 B203', '党员活动室'],
  retired: ['老干部活动中心'],
  agency: ['机关三楼会议室', '党员活动室'],
  school: ['校会议室', '党员活动室'],
  village: ['村部会议室', '村党群服务中心', '祠堂前广场'],
  community: ['社区党群服务中心'],
  enterprise: ['企业党员之家', '厂部会议室'],
}

/** A branch's own year: 主题党日 each month, 支部学习, and in each quarter a 党员大会 and a 党课. */
export function branchYear(plan: Plan, at: number, body: Body, year: number, random: Random): Meeting[] {
  const rhythm = rhythms[body.sort]
  const day = random.int(4, 24)
  const atSchool = plan.preset === 'college'
  const meetings: Meeting[] = []
  const hold = (month: number, date: number, kind: Activity['kind'], name: string, hours: number, more: Partial<Meeting> = {}) => {
    if (random.chance((1 - body.quality) * 0.25)) return
    const on = workday(iso(year, month, date))
    meetings.push({
      name,
      kind,
      startsOn: on,
      endsOn: on,
      hours,
      counts: true,
      place: random.pick(rooms[body.sort]),
      lecturer: null,
      organizer: at,
      audience: { below: at, who: 'members' },
      ...more,
    })
  }
  for (let month = 1; month <= 12; month++) {
    if (atSchool && month === 8) continue
    hold(month, day, 'themeDay', `${month} 月主题党日：${themes[month - 1]}`, rhythm.theme)
    if ((month * rhythms[body.sort].studies) % 12 < rhythm.studies)
      hold(month, day < 14 ? day + 10 : day - 10, 'branchStudy', random.pick(studies), rhythm.study)
    if (plan.committeeMeetings)
      hold(month, day < 21 ? day + 3 : day - 3, 'committeeMeeting', `${month} 月支委会`, 1, { counts: false, audience: { below: at, who: 'officers' } })
    if (month % 3 === 2 && !(atSchool && month === 8))
      hold(month, day < 20 ? day + 5 : day - 5, 'memberMeeting', `${quarter(month)}季度党员大会`, rhythm.meeting)
    if (month % 3 === 0) hold(month, day < 16 ? day + 8 : day - 8, 'partyLecture', `党课：${random.pick(lectures)}`, rhythm.lecture, { lecturer: '党支部书记' })
  }
  return meetings
}

/** What an upper body arranges for those below it. */
export function upperYear(plan: Plan, at: number, body: Body, year: number, random: Random): Meeting[] {
  const place = plan.preset === 'college' ? '学术报告厅' : '镇文化中心礼堂'
  const event = (
    month: number,
    days: number,
    kind: Activity['kind'],
    name: string,
    hours: number,
    who: Meeting['audience']['who'],
    more: Partial<Meeting> = {},
  ): Meeting => {
    const startsOn = workday(iso(year, month, random.int(3, 22)))
    return {
      name,
      kind,
      startsOn,
      endsOn: addDays(startsOn, days - 1),
      hours,
      counts: true,
      place,
      lecturer: null,
      organizer: at,
      audience: { below: at, who },
      ...more,
    }
  }
  if (body.kind === 'generalBranch') return [event(4, 1, 'practice', '红色教育基地实践教学', 4, 'members', { place: '红色教育基地' })]
  return [
    event(3, 1, 'lecture', '专题报告会：形势与任务', 3, 'members', { lecturer: '外请专家' }),
    event(10, 1, 'lecture', '专题报告会：学习与实践', 3, 'members', { lecturer: '外请专家' }),
    event(5, 2, 'rotation', '党支部书记和班子成员轮训班', 16, 'officers'),
    event(9, 1, 'training', '党务工作业务培训', 6, 'officers'),
    event(6, 20, 'online', '线上学习专栏（第一期）', 4, 'members', { place: '线上', counts: body.sort !== 'village' }),
    ...(plan.preset === 'college' ? [event(7, 3, 'training', '暑期中层干部专题班', 24, 'leaders')] : []),
    event(4, 5, 'superiorTraining', '优秀党员示范培训班', 40, 0.015, { organizer: plan.school, place: plan.school }),
    // A class over the new year counts in each year by its days there.
    {
      ...event(12, 1, 'partySchool', '青年骨干培训班', 48, 0.015, { organizer: plan.school, place: plan.school }),
      startsOn: `${year}-12-28`,
      endsOn: `${year + 1}-01-02`,
    },
  ]
}

const quarter = (month: number) => ['一', '二', '三', '四'][Math.floor((month - 1) / 3)] ?? ''
const iso = (year: number, month: number, date: number) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** The day itself, or the Friday before a weekend. */
function workday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day
}
