import type { Body, Plan } from './body.ts'
import type { Meeting } from './meetings.ts'
import type { Random } from './random.ts'

/** What a year of organizational life has beside the meetings that give hours: they come last, so that the others are drawn as before. */
export function lifeYear(plan: Plan, at: number, body: Body, year: number, random: Random): Meeting[] {
  const hold = (month: number, kind: Meeting['kind'], name: string, hours: number, who: Meeting['audience']['who'], more: Partial<Meeting> = {}): Meeting => {
    const on = weekday(`${year}-${String(month).padStart(2, '0')}-${String(random.int(4, 24)).padStart(2, '0')}`)
    const place = body.kind === 'branch' ? '党员活动室' : '党委会议室'
    return { name, kind, startsOn: on, endsOn: on, hours, counts: false, place, lecturer: null, organizer: at, audience: { below: at, who }, ...more }
  }
  if (body.kind === 'branch') return random.chance(0.7 + 0.3 * body.quality) ? [hold(2, 'lifeMeeting', `${year - 1} 年度组织生活会`, 3, 'members')] : []
  // A county's leaders are the county's; its hundred committees have their own books.
  if (body.upper !== null) return []
  return [
    hold(1, 'democraticLife', `${year - 1} 年度民主生活会`, 4, 'leaders'),
    ...[2, 5, 9, 11].map(month => hold(month, 'centerGroup', `${month} 月党委理论学习中心组学习`, 3, 'leaders')),
    ...[4, 10].map(month => hold(month, 'partyBuilding', month === 4 ? '上半年专题研究党建工作' : '下半年专题研究党建工作', 2, 'leaders')),
    ...[3, 6, 9, 12].map(month => hold(month, 'workMeeting', `${['一', '二', '三', '四'][month / 3 - 1] ?? ''}季度组织工作例会`, 2, 'heads')),
    hold(6, 'jointMeeting', `${year} 年党员教育工作联席会议`, 2, 'heads'),
    hold(5, 'activistClass', `${year} 年入党积极分子培训班`, 24, 'activists', { place: plan.preset === 'college' ? '学术报告厅' : '县委党校' }),
  ]
}

/** The day itself, or the Monday after a weekend. */
function weekday(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const past = at.getUTCDay() === 6 ? 2 : at.getUTCDay() === 0 ? 1 : 0
  return new Date(at.getTime() + past * 86_400_000).toISOString().slice(0, 10)
}
