import { activityKinds } from '../../../shared/domain/activity.ts'
import { isMeetingKind, type MeetingKind, meetingKinds } from '../../../shared/domain/meeting.ts'
import { ActivityListPage } from '../../attendance/ActivityListPage.tsx'
import { type ListOf, useActivityList } from '../../attendance/use-activity-list.ts'
import type { PageProps } from '../../app/router.ts'
import { useQuery } from '../../api/hooks.ts'
import { useRows } from '../../api/use-rows.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { meetingColumns } from './meeting-columns.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import './life.css'

const meetings: ListOf<MeetingKind> = { what: '会议', path: '/meetings', kinds: meetingKinds, held: true }

/** 三会一课 and 主题党日: one click away; the others are in the list beside them. */
const common: readonly MeetingKind[] = ['memberMeeting', 'committeeMeeting', 'groupMeeting', 'partyLecture', 'themeDay']

export const MeetingsPage = ({ query }: PageProps) => <Meetings creating={false} first={kindOf(query.get('kind'))} body={null} />
/** The list with a form over it: `/meetings/new?kind=themeDay&organizationId=…`, with `by` for a period that ends on that day. */
export const NewMeetingPage = ({ query }: PageProps) => (
  <Meetings creating first={kindOf(query.get('kind'))} body={query.get('organizationId')} by={query.get('by') ?? undefined} />
)

const kindOf = (word: string | null): MeetingKind | null => (isMeetingKind(word) ? word : null)

interface Props {
  readonly creating: boolean
  readonly first: MeetingKind | null
  /** Whose meeting a new one is; that of the organization at the top without it. */
  readonly body: string | null
  readonly by?: string | undefined
}

/** 会议: the organizational life of the year, of the organization chosen at the top and those below it. */
function Meetings({ creating, first, body, by }: Props) {
  const list = useActivityList(meetings, creating, first)
  const { year, organizationId, scopeName, where, kind, setKind, sort } = list
  const rows = useRows('meeting.list', { ...where, sort: sort.field === 'name' ? 'name' : 'startsOn', descending: sort.descending })
  const totals = useQuery('meeting.totals', where)
  const byKind = totals.data?.byKind ?? {}
  const others = meetingKinds.filter(k => !common.includes(k))
  return (
    <ActivityListPage
      list={list}
      title="会议"
      sub={totals.data && `${scopeName} ${year} 年 ${totals.data.meetings} 次`}
      label="会议列表"
      columns={meetingColumns(year)}
      pinned={3}
      rows={rows}
      error={rows.error ?? totals.error}
      searchWidth={216}
      prints={
        <FormMenu
          form="lifeSummary"
          params={{ year, organizationId }}
          name={`${year}年组织生活开展情况统计表 ${scopeName}`}
          label="统计表"
          icon="download"
          title="各党支部各类组织生活的次数、按时开展的月份数和完成率"
        />
      }
      kinds={
        <>
          <ToggleChip label="全部" count={totals.data?.meetings ?? 0} on={kind === null} onToggle={() => setKind(null)} />
          {common.map(k => (
            <ToggleChip key={k} label={activityKinds[k]} count={byKind[k] ?? 0} on={kind === k} onToggle={() => setKind(kind === k ? null : k)} />
          ))}
          <div style={{ width: 160 }}>
            <SelectBox
              label="其他类型"
              value={kind !== null && others.includes(kind) ? kind : null}
              none="其他类型"
              options={others.map(k => ({ value: k, label: `${activityKinds[k]}　${byKind[k] ?? 0}` }))}
              onChange={next => setKind(isMeetingKind(next) ? next : null)}
            />
          </div>
        </>
      }
      none={{
        icon: 'flag',
        title: `${scopeName} ${year} 年还没有会议。`,
        says: '登记“三会一课”、主题党日、组织生活会等，应到按当天的花名册算；计入学时的，出席的人同时得学时。',
      }}
    >
      <MeetingDialog kind={(creating ? first : kind) ?? undefined} body={body ?? undefined} by={by} onClose={list.close} onSaved={list.saved} />
    </ActivityListPage>
  )
}
