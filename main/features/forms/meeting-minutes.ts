import type { FormParams } from '../../../shared/api/forms.ts'
import { activity, activityKinds, type AttendanceState } from '../../../shared/domain/activity.ts'
import { conclusions, isMeetingKind, votingMethods } from '../../../shared/domain/meeting.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { meetingMinutes, type MeetingMinutesProps, paragraphsOf } from '../../../shared/forms/meeting-minutes.ts'
import { longSpan } from '../../../shared/forms/text.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { fromRow } from '../../records/rows.ts'
import { engine, type Gathered, type GatherScope } from './engine.ts'
import { activityOfForm } from './params.ts'

async function gather({ db, watermark }: GatherScope, params: FormParams): Promise<Gathered<MeetingMinutesProps>> {
  const id = activityOfForm(params)
  const row = await db.selectFrom('activity').selectAll().where('id', '=', id).limit(1).executeTakeFirst()
  if (!row) throw new AppError('record.notFound', { label: '会议' })
  const held = fromRow(activity, row)
  if (held.voidedAt) throw new AppError('record.voided', { label: '会议' })
  if (!isMeetingKind(held.kind)) throw refuse('params.activityId', 'notMeeting', `“${held.name}”不是会议，没有会议记录`)
  const body = held.organizationId
    ? await db.selectFrom('organization').select(['name', 'kind']).where('id', '=', held.organizationId).limit(1).executeTakeFirst()
    : undefined
  const lines = await linesOf(db, id)
  const props: MeetingMinutesProps = {
    watermark,
    title: body?.kind === 'branch' ? meetingMinutes.label : '会议记录',
    name: held.name,
    kind: activityKinds[held.kind],
    organization: body?.name ?? held.organizer ?? '',
    span: longSpan(held.startsOn, held.endsOn),
    place: held.place ?? '',
    chair: held.chair ?? '',
    recorder: held.recorder ?? '',
    expected: lines.filter(l => l.state !== 'excused').length,
    attended: lines.filter(l => l.state === 'present').length,
    away: awayOf(lines),
    guests: held.guests ?? '',
    agenda: [...paragraphsOf(held.agenda)],
    content: [...paragraphsOf(held.content)],
    resolutions: await resolutionsOf(db, id),
  }
  return { props, shown: 1, total: 1, about: held.name }
}

interface Line {
  readonly name: string
  readonly state: AttendanceState
  readonly reason: string | null
}

const linesOf = (db: ReadScope['db'], id: string): Promise<readonly Line[]> =>
  db
    .selectFrom('attendance as l')
    .innerJoin('person as p', 'p.id', 'l.personId')
    .select(['p.name', 'l.state', 'l.reason'])
    .where('l.activityId', '=', id)
    .orderBy('p.nameOrder')
    .orderBy('p.id')
    .execute()

/** Who made up for it later was away. */
const awayStates = { leave: '请假', makeup: '请假（已补学）', absent: '缺勤', excused: '不计入应到' } as const

/** 请假 2 人：张三（因公出差）、李四。 */
function awayOf(lines: readonly Line[]): string[] {
  return Object.entries(awayStates).flatMap(([state, word]) => {
    const people = lines.filter(l => l.state === state).map(({ name, reason }) => (reason ? `${name}（${reason}）` : name))
    return people.length > 0 ? [`${word} ${people.length} 人：${people.join('、')}。`] : []
  })
}

async function resolutionsOf(db: ReadScope['db'], id: string): Promise<MeetingMinutesProps['resolutions']> {
  const rows = await db.selectFrom('resolution').selectAll().where('activityId', '=', id).orderBy('number').execute()
  return rows.map(({ number, item, decision, method, conclusion, ...figures }) => {
    const counted = [
      ['应到会有表决权', figures.voters],
      ['实到', figures.present],
      ['赞成', figures.agree],
      ['不赞成', figures.against],
      ['弃权', figures.abstain],
    ] as const
    const votes = counted.flatMap(([word, n]) => (n === null ? [] : [word === '应到会有表决权' || word === '实到' ? `${word} ${n} 人` : `${word} ${n} 票`]))
    const how = [method ? `${votingMethods[method]}：` : '', votes.join('，')].join('')
    const vote = [how.replace(/：$/, ''), conclusion ? conclusions[conclusion] : ''].filter(Boolean).join('，')
    return { number, item, decision: decision ?? '', vote }
  })
}

export const meetingMinutesEngine = engine(meetingMinutes, gather)
