import { activityKinds } from '../../../shared/domain/activity.ts'
import { ActivityListPage } from '../../attendance/ActivityListPage.tsx'
import { type ListOf, useActivityList } from '../../attendance/use-activity-list.ts'
import { hours } from '../../attendance/words.ts'
import { useQuery } from '../../api/hooks.ts'
import { useRows } from '../../api/use-rows.ts'
import { Button } from '../../ui/Button.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { activityColumns } from './activity-columns.tsx'
import { ActivityDialog } from './ActivityDialog.tsx'
import './study.css'
import '../../attendance/activity.css'

const activities: ListOf<string> = { what: '活动', path: '/activities', kinds: [], held: false }

const sorts = ['startsOn', 'name', 'hours', 'attended'] as const
type SortField = (typeof sorts)[number]
const isSort = (field: string): field is SortField => sorts.some(known => known === field)

export const ActivitiesPage = () => <Activities creating={false} />
/** The list with an empty form over it: what N opens from anywhere. */
export const NewActivityPage = () => <Activities creating />

/** 活动与签到: every activity of the year where people of the organization took part. */
function Activities({ creating }: { readonly creating: boolean }) {
  const list = useActivityList(activities, creating)
  const { year, scopeName, where, sort } = list
  const rows = useRows('activity.list', { ...where, sort: isSort(sort.field) ? sort.field : 'startsOn', descending: sort.descending })
  const totals = useQuery('activity.totals', where)
  const sums = totals.data
  return (
    <ActivityListPage
      list={list}
      className="page study-page"
      title="活动与签到"
      sub={sums && `${scopeName} ${year} 年 ${sums.activities} 次，实到 ${sums.attended} 人次，学时合计 ${hours(sums.hours)}`}
      label="活动"
      columns={activityColumns(year)}
      pinned={2}
      rows={rows}
      error={rows.error ?? totals.error}
      searchWidth={264}
      kinds={
        <div style={{ width: 152 }}>
          <SelectBox label="类型" value={list.kind} options={optionsOf(activityKinds)} none="全部类型" onChange={list.setKind} />
        </div>
      }
      otherWay={
        <Button icon="upload" href="#/import/study">
          导入签到表
        </Button>
      }
      foot={
        sums &&
        sums.expected > 0 && (
          <span>
            应到 {sums.expected} 人次，实到 {sums.attended} 人次，学时合计 {hours(sums.hours)}
          </span>
        )
      }
      none={{ title: `还没有 ${year} 年的活动。`, says: '从支部交来的签到表导入，或登记活动后填出勤。' }}
    >
      <ActivityDialog onClose={list.close} onSaved={list.saved} />
    </ActivityListPage>
  )
}
