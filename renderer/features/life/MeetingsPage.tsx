import { useState } from 'react'
import { activityKinds } from '../../../shared/domain/activity.ts'
import { isMeetingKind, type MeetingKind, meetingKinds } from '../../../shared/domain/meeting.ts'
import { VoidedActivities } from '../../attendance/VoidedActivities.tsx'
import { kindWord } from '../../attendance/words.ts'
import { navigate, type PageProps, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { useQuery } from '../../api/hooks.ts'
import { useRows } from '../../api/use-rows.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable, type Sort } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { meetingColumns, meetingPath } from './meeting-columns.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import './life.css'

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
  const { mayWrite } = useSession()
  const { year, organizationId, name: scopeName } = useScope()
  const done = useSayDone()
  const [adding, setAdding] = useState(creating && mayWrite)
  const [kind, setKind] = useKept<MeetingKind | null>('kind', creating ? null : first)
  const [search, setSearch] = useKept('search', '')
  const [sort, setSort] = useKept<Sort>('sort', { field: 'startsOn', descending: true })
  const [voided, setVoided] = useKept('voided', false)
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll('meetings')
  const where = { year, organizationId, kind: kind ?? undefined, search: search.trim() || undefined }
  const rows = useRows('meeting.list', { ...where, sort: sort.field === 'name' ? 'name' : 'startsOn', descending: sort.descending })
  const totals = useQuery('meeting.totals', where)
  const byKind = totals.data?.byKind ?? {}
  const lost = useQuery('records.list', { type: 'activity', voided: true, filters: [{ field: 'kind', op: 'in', value: [...meetingKinds] }], limit: 1 })
  const close = () => (creating ? navigate('/meetings', { replace: true }) : setAdding(false))
  useActions([{ name: '登记会议', keys: 'N', command: 'new', when: () => mayWrite && !adding, perform: () => setAdding(true) }])
  const conditions = [kind ? `类型“${kindWord(kind)}”` : '', search.trim() ? `“${search.trim()}”` : ''].filter(Boolean)
  const others = meetingKinds.filter(k => !common.includes(k))
  return (
    <div className="page">
      <PageHead
        title="会议"
        sub={totals.data && `${scopeName} ${year} 年 ${totals.data.meetings} 次`}
        actions={
          <>
            <FormMenu
              form="lifeSummary"
              params={{ year, organizationId }}
              name={`${year}年组织生活开展情况统计表 ${scopeName}`}
              label="统计表"
              icon="download"
              title="各党支部各类组织生活的次数、按时开展的月份数和完成率"
            />
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setAdding(true)}>
                登记会议
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner error={rows.error ?? totals.error} />
      <div className="tools">
        <FilterBox value={search} placeholder="会议名称" width={216} onChange={setSearch} />
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
        {(lost.data?.total ?? 0) > 0 && <ToggleChip label="已作废" count={lost.data?.total ?? 0} on={voided} onToggle={() => setVoided(!voided)} />}
      </div>
      <Card fill label="会议列表" style={{ flex: 1 }}>
        {voided ? (
          <VoidedActivities what="会议" year={year} search={search} kinds={kind ? [kind] : meetingKinds} organizationId={organizationId} />
        ) : (
          <DataTable
            leads
            label="会议列表"
            columns={meetingColumns(year)}
            pinned={3}
            count={rows.total}
            rowAt={rows.rowAt}
            idOf={r => r.id}
            onView={rows.show}
            sort={sort}
            onSort={setSort}
            unit="次"
            scroll={scroll}
            current={current}
            onCurrent={setCurrent}
            onOpen={r => navigate(meetingPath(r.id))}
            empty={
              rows.loading ? (
                <span />
              ) : (
                <NoMeetings
                  where={`${scopeName} ${year} 年`}
                  conditions={conditions}
                  mayWrite={mayWrite}
                  onAdd={() => setAdding(true)}
                  onReset={() => {
                    setKind(null)
                    setSearch('')
                  }}
                />
              )
            }
          />
        )}
      </Card>
      {adding && (
        <MeetingDialog
          kind={(creating ? first : kind) ?? undefined}
          body={body ?? undefined}
          by={by}
          onClose={close}
          onSaved={record => {
            setAdding(false)
            done(`已登记会议“${String(record['name'])}”`)
            navigate(meetingPath(record.id), { replace: creating })
          }}
        />
      )}
    </div>
  )
}

interface NoneProps {
  readonly where: string
  readonly conditions: readonly string[]
  readonly mayWrite: boolean
  onReset(): void
  onAdd(): void
}

function NoMeetings({ where, conditions, mayWrite, onReset, onAdd }: NoneProps) {
  if (conditions.length > 0)
    return (
      <EmptyState title="没有符合条件的会议。" action={<Button onClick={onReset}>去掉条件</Button>}>
        去掉{conditions.join('、')}再看。
      </EmptyState>
    )
  return (
    <EmptyState
      icon="flag"
      title={`${where}还没有会议。`}
      action={
        mayWrite && (
          <Button icon="plus" onClick={onAdd}>
            登记会议
          </Button>
        )
      }
    >
      登记“三会一课”、主题党日、组织生活会等，应到按当天的花名册算；计入学时的，出席的人同时得学时。
    </EmptyState>
  )
}
