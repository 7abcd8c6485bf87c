import type { Activity } from '../../../shared/domain/activity.ts'
import { type Fact, Facts } from '../../attendance/Facts.tsx'
import { daysText, hours, kindWord, rateText } from '../../attendance/words.ts'
import { Card } from '../../ui/Card.tsx'

export interface MeetingSum {
  readonly expected: number
  readonly excused: number
  readonly attended: number
  readonly leave: number
  readonly makeup: number
  readonly absent: number
  readonly voters: number
  readonly votersPresent: number
}

interface Props {
  readonly activity: Activity
  readonly organizer: string
  readonly titles: Readonly<Record<string, string>>
  readonly sum: MeetingSum
  /** How many files go with it. */
  readonly files: number
}

/** What the meeting was, and how it was attended. */
export function MeetingFacts({ activity, organizer, titles, sum, files }: Props) {
  const lecturer = activity.lecturerId ? titles[activity.lecturerId] : activity.lecturer
  const facts: readonly Fact[] = [
    ['类型', kindWord(activity.kind)],
    ['日期', daysText(activity.startsOn, activity.endsOn)],
    ['党组织', organizer],
    ['地点', activity.place ?? ''],
    ['主持人', activity.chair ?? ''],
    ['记录人', activity.recorder ?? ''],
    ...(lecturer ? [['主讲人', lecturer] as const] : []),
    ['列席', activity.guests ?? ''],
    ['学时', activity.counts ? `${hours(activity.hours)}，计入年度学习任务` : '不计入年度学习任务'],
    ['附件', files > 0 ? `${files} 份` : ''],
    ...(activity.remark ? [['备注', activity.remark] as const] : []),
  ]
  const figures: readonly (readonly [string, number | string])[] = [
    ['应到', sum.expected],
    ['实到', sum.attended],
    ['出席率', rateText(sum.attended, sum.expected) || '—'],
    ['请假', sum.leave],
    ['缺勤', sum.absent],
    ['补学', sum.makeup],
    ['不计入应到', sum.excused],
    ['有表决权', sum.voters],
    ['其中实到', sum.votersPresent],
  ]
  return (
    <div className="activity-side">
      <Card title="到会" note="有表决权：当天的正式党员">
        <dl className="meeting-figures">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={value === 0 || value === '—' ? 'zero' : ''}>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Facts title="会议" facts={facts} />
    </div>
  )
}
