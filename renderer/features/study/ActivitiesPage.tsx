import { useState } from 'react'
import { activityKinds } from '../../../shared/domain/activity.ts'
import { navigate, useKept, useKeptScroll } from '../../app/router.ts'
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
import { PageHead } from '../../ui/PageHead.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { kindWord } from '../../attendance/words.ts'
import { activityPath } from '../../attendance/first-columns.tsx'
import { activityColumns } from './activity-columns.tsx'
import { ActivityDialog } from './ActivityDialog.tsx'
import { VoidedActivities } from '../../attendance/VoidedActivities.tsx'
import { hours } from '../../attendance/words.ts'
import './study.css'
import '../../attendance/activity.css'

const sorts = ['startsOn', 'name', 'hours', 'attended'] as const
type SortField = (typeof sorts)[number]
const isSort = (field: string): field is SortField => sorts.some(known => known === field)

export const ActivitiesPage = () => <Activities creating={false} />
/** The list with an empty form over it: what N opens from anywhere. */
export const NewActivityPage = () => <Activities creating />

/** 活动与签到: every activity of the year where people of the organization took part. */
function Activities({ creating }: { readonly creating: boolean }) {
  const { mayWrite } = useSession()
  const { year, organizationId, name: scopeName } = useScope()
  const done = useSayDone()
  const [adding, setAdding] = useState(creating && mayWrite)
  const [kind, setKind] = useKept<string | null>('kind', null)
  const [search, setSearch] = useKept('search', '')
  const [sort, setSort] = useKept<Sort>('sort', { field: 'startsOn', descending: true })
  const [voided, setVoided] = useKept('voided', false)
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll('activities')
  const where = { year, organizationId, kind: kind ?? undefined, search: search.trim() || undefined }
  const rows = useRows('activity.list', { ...where, sort: isSort(sort.field) ? sort.field : 'startsOn', descending: sort.descending })
  const totals = useQuery('activity.totals', where)
  const lost = useQuery('records.list', { type: 'activity', voided: true, limit: 1 })
  const close = () => (creating ? navigate('/activities', { replace: true }) : setAdding(false))
  useActions([{ name: '登记活动', keys: 'N', command: 'new', when: () => mayWrite && !adding, perform: () => setAdding(true) }])
  const conditions = [kind ? `类型“${kindWord(kind)}”` : '', search.trim() ? `“${search.trim()}”` : ''].filter(Boolean)
  const sums = totals.data
  return (
    <div className="page study-page">
      <PageHead
        title="活动与签到"
        sub={sums && `${scopeName} ${year} 年 ${sums.activities} 次，实到 ${sums.attended} 人次，学时合计 ${hours(sums.hours)}`}
        actions={
          mayWrite && (
            <>
              <Button icon="upload" href="#/import/study">
                导入签到表
              </Button>
              <Button kind="primary" icon="plus" keys="N" onClick={() => setAdding(true)}>
                登记活动
              </Button>
            </>
          )
        }
      />
      <ErrorBanner error={rows.error ?? totals.error} />
      <div className="tools">
        <FilterBox value={search} placeholder="活动名称" width={264} onChange={setSearch} />
        <div style={{ width: 152 }}>
          <SelectBox label="类型" value={kind} options={optionsOf(activityKinds)} none="全部类型" onChange={setKind} />
        </div>
        {(lost.data?.total ?? 0) > 0 && <ToggleChip label="已作废" count={lost.data?.total ?? 0} on={voided} onToggle={() => setVoided(!voided)} />}
      </div>
      <Card fill label="活动" style={{ flex: 1 }}>
        {voided ? (
          <VoidedActivities year={year} search={search} kinds={kind ? [kind] : []} />
        ) : (
          <DataTable
            leads
            label="活动"
            columns={activityColumns(year)}
            pinned={2}
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
            onOpen={r => navigate(activityPath(r))}
            foot={
              sums &&
              sums.expected > 0 && (
                <span>
                  应到 {sums.expected} 人次，实到 {sums.attended} 人次，学时合计 {hours(sums.hours)}
                </span>
              )
            }
            empty={
              rows.loading ? (
                <span />
              ) : (
                <NoActivities
                  year={year}
                  conditions={conditions}
                  mayWrite={mayWrite}
                  onReset={() => {
                    setKind(null)
                    setSearch('')
                  }}
                  onAdd={() => setAdding(true)}
                />
              )
            }
          />
        )}
      </Card>
      {adding && (
        <ActivityDialog
          onClose={close}
          onSaved={record => {
            setAdding(false)
            done(`已登记活动“${String(record['name'])}”`)
            navigate(activityPath({ id: record.id, kind: String(record['kind']) }), { replace: creating })
          }}
        />
      )}
    </div>
  )
}

interface NoneProps {
  readonly year: number
  readonly conditions: readonly string[]
  readonly mayWrite: boolean
  onReset(): void
  onAdd(): void
}

function NoActivities({ year, conditions, mayWrite, onReset, onAdd }: NoneProps) {
  if (conditions.length > 0)
    return (
      <EmptyState title="没有符合条件的活动。" action={<Button onClick={onReset}>去掉条件</Button>}>
        去掉{conditions.join('、')}再看。
      </EmptyState>
    )
  return (
    <EmptyState
      title={`还没有 ${year} 年的活动。`}
      action={
        mayWrite && (
          <span className="row">
            <Button icon="upload" href="#/import/study">
              导入签到表
            </Button>
            <Button icon="plus" onClick={onAdd}>
              登记活动
            </Button>
          </span>
        )
      }
    >
      从支部交来的签到表导入，或登记活动后填出勤。
    </EmptyState>
  )
}
