import { type Activity, attendanceStates } from '../../../shared/domain/activity.ts'
import { Card } from '../../ui/Card.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { type Fact, Facts } from '../../attendance/Facts.tsx'
import { isState, type RollSum } from '../../attendance/roll.ts'
import { daysText, hours, kindWord } from '../../attendance/words.ts'

interface Props {
  readonly activity: Activity
  readonly organizer: string
  readonly sum: RollSum
}

/** What the activity is, and how it was attended. */
export function ActivityFacts({ activity, organizer, sum }: Props) {
  const facts: readonly Fact[] = [
    ['类型', kindWord(activity.kind)],
    ['日期', daysText(activity.startsOn, activity.endsOn)],
    ['学时', `${hours(activity.hours)}${activity.counts ? '，计入年度学习任务' : '，不计入年度学习任务'}`],
    ['主办方', organizer],
    ['地点', activity.place ?? ''],
    ['主讲人', activity.lecturer ?? ''],
    ['备注', activity.remark ?? ''],
  ]
  return (
    <div className="activity-side">
      <Card title="出勤汇总" note={`应到 ${sum.expected} 人`}>
        <div className="activity-sum">
          {Object.entries(sum.by).map(([state, people]) => (
            <div key={state} className={state}>
              <span>{isState(state) ? attendanceStates[state] : ''}</span>
              <ProgressBar share={sum.expected > 0 ? people / sum.expected : 0} label={`${people} / ${sum.expected}`} />
              <b className={people === 0 ? 'zero' : ''}>{people}</b>
            </div>
          ))}
          <div className="total">
            <span>学时合计</span>
            <b>{hours(sum.hours)}</b>
          </div>
        </div>
      </Card>
      <Facts title="活动" facts={facts} />
    </div>
  )
}
