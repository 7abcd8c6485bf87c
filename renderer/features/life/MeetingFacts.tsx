import { activity as type, type Activity } from '../../../shared/domain/activity.ts'
import { hours, kindWord } from '../../attendance/words.ts'
import { useScope } from '../../app/scope.tsx'
import { AttachmentInput } from '../../records/AttachmentInput.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Texts } from './held.ts'
import { rateText } from './meeting-columns.tsx'

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
  readonly texts: Texts
  readonly mayWrite: boolean
  onTexts(texts: Texts): void
}

/** What the meeting was, how it was attended, and the files that go with it. */
export function MeetingFacts({ activity, organizer, titles, sum, texts, mayWrite, onTexts }: Props) {
  const lecturer = activity.lecturerId ? titles[activity.lecturerId] : activity.lecturer
  const facts: readonly (readonly [string, string])[] = [
    ['类型', kindWord(activity.kind)],
    ['日期', activity.startsOn === activity.endsOn ? activity.startsOn : `${activity.startsOn} 至 ${activity.endsOn}`],
    ['党组织', organizer],
    ['地点', activity.place ?? ''],
    ['主持人', activity.chair ?? ''],
    ['记录人', activity.recorder ?? ''],
    ...(lecturer ? [['主讲人', lecturer] as const] : []),
    ['列席', activity.guests ?? ''],
    ['学时', activity.counts ? `${hours(activity.hours)}，计入年度学习任务` : '不计入年度学习任务'],
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
      <Card title="会议">
        <dl className="activity-facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || '—'}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="附件">
        <div className="meeting-files">
          <FileField name="minutes" texts={texts} mayWrite={mayWrite} onTexts={onTexts} />
          <FileField name="photo" texts={texts} mayWrite={mayWrite} onTexts={onTexts} />
        </div>
      </Card>
    </div>
  )
}

type FileProps = Pick<Props, 'texts' | 'mayWrite' | 'onTexts'> & { readonly name: 'minutes' | 'photo' }

function FileField({ name, texts, mayWrite, onTexts }: FileProps) {
  const { today } = useScope()
  return (
    <Field label={type.fields[name].label}>
      <AttachmentInput
        field={type.fields[name]}
        value={texts[name]}
        title={undefined}
        today={today}
        disabled={!mayWrite}
        onChange={value => onTexts({ ...texts, [name]: typeof value === 'string' ? value : null })}
        onTitle={() => undefined}
        onBlur={() => undefined}
      />
    </Field>
  )
}
