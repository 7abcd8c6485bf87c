import { useState } from 'react'
import { type Activity, activity } from '../../shared/domain/activity.ts'
import { firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import { navigate, useKept } from '../app/router.ts'
import { useSession } from '../app/session.tsx'
import { useSayDone } from '../app/undo.ts'
import { useRows } from '../api/use-rows.ts'
import { Button } from '../ui/Button.tsx'
import type { Column } from '../ui/columns.ts'
import { DataTable, type Sort } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { momentShort } from '../ui/say-date.ts'
import { activityPath, firstColumns } from './first-columns.tsx'
import { RestoreActivity } from './VoidActivity.tsx'
import { hours } from './words.ts'

interface Props {
  readonly year: number
  readonly search: string
  /** Only of these kinds; of every kind without any. */
  readonly kinds: readonly string[]
  readonly organizationId?: string | undefined
  /** What they are called here: 活动, 会议. */
  readonly what: string
}

/** What was voided of a year, with the reason, and the way back. */
export function VoidedActivities({ year, search, kinds, organizationId, what }: Props) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [sort, setSort] = useKept<Sort>('voided sort', { field: 'startsOn', descending: true })
  const [current, setCurrent] = useState(-1)
  const [restoring, setRestoring] = useState<Activity>()
  const rows = useRows('records.list', {
    type: 'activity',
    voided: true,
    ...(organizationId ? { organizationId } : {}),
    sort,
    ...(search.trim() ? { search: search.trim() } : {}),
    filters: [
      { field: 'startsOn', op: 'until', value: lastDayOf(year) },
      { field: 'endsOn', op: 'from', value: firstDayOf(year) },
      ...(kinds.length > 0 ? [{ field: 'kind', op: 'in' as const, value: [...kinds] }] : []),
    ],
  })
  const rowAt = (index: number) => {
    const row = rows.rowAt(index)
    return row && activity.stored.parse(row)
  }
  const columns: readonly Column<Activity>[] = [
    ...firstColumns(year),
    { key: 'hours', head: '学时', width: 64, align: 'r', sortable: true, cell: r => hours(r.hours) },
    { key: 'voidedAt', head: '作废于', width: 112, cell: r => (r.voidedAt ? momentShort(r.voidedAt) : '') },
    { key: 'voidReason', head: '理由', width: 200, grow: true, cell: r => r.voidReason ?? '' },
    {
      key: 'restore',
      head: '',
      width: 104,
      align: 'r',
      text: () => '',
      cell: r =>
        mayWrite && (
          <Button small icon="undo" onClick={() => setRestoring(r)}>
            恢复
          </Button>
        ),
    },
  ]
  return (
    <>
      <DataTable
        label={`已作废的${what}`}
        columns={columns}
        pinned={2}
        count={rows.total}
        rowAt={rowAt}
        idOf={r => r.id}
        onView={rows.show}
        sort={sort}
        onSort={setSort}
        unit="次"
        current={current}
        onCurrent={setCurrent}
        onOpen={r => navigate(activityPath(r))}
        empty={rows.loading ? <span /> : <EmptyState title={`${year} 年没有作废的${what}。`}>再点“已作废”回到{what}。</EmptyState>}
      />
      {restoring && (
        <RestoreActivity
          record={restoring}
          onClose={() => setRestoring(undefined)}
          onDone={() => {
            setRestoring(undefined)
            done(`已恢复“${restoring.name}”`)
          }}
        />
      )}
    </>
  )
}
