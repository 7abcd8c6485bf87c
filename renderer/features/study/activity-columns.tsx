import { firstColumns } from '../../attendance/first-columns.tsx'
import type { CallOutput } from '../../api/client.ts'
import type { Column } from '../../ui/columns.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { hours, rateText } from '../../attendance/words.ts'

export type ActivityRow = CallOutput<'activity.list'>['rows'][number]

const dash = <span className="dash">—</span>

/** The columns of the list of activities. */
export const activityColumns = (year: number): readonly Column<ActivityRow>[] => [
  ...firstColumns(year),
  { key: 'organizer', head: '主办方', width: 168, grow: true, text: r => r.organizer, cell: r => r.organizer || dash },
  { key: 'place', head: '地点', width: 112, text: r => r.place ?? '', cell: r => r.place ?? dash },
  { key: 'hours', head: '学时', width: 64, align: 'r', sortable: true, text: r => String(r.hours), cell: r => hours(r.hours) },
  {
    key: 'counts',
    head: '年度任务',
    width: 80,
    text: r => (r.counts ? '计入' : '不计入'),
    cell: r => (r.counts ? '计入' : <span className="tag">不计入</span>),
  },
  { key: 'expected', head: '应到', width: 56, align: 'r', text: r => String(r.expected), cell: r => (r.expected > 0 ? r.expected : dash) },
  { key: 'attended', head: '实到', width: 64, align: 'r', sortable: true, text: r => String(r.attended), cell: r => (r.expected > 0 ? r.attended : dash) },
  {
    key: 'rate',
    head: '到会率',
    width: 112,
    align: 'r',
    text: r => rateText(r.attended, r.expected),
    cell: r => (r.expected > 0 ? rateText(r.attended, r.expected) : <StatusChip tone="plain" word="未填出勤" />),
  },
]
