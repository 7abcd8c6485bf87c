import { isMeetingKind } from '../../../shared/domain/meeting.ts'
import { kindWord } from '../../attendance/words.ts'
import type { CallOutput } from '../../api/client.ts'
import type { Column } from '../../ui/columns.ts'
import { Link } from '../../ui/Link.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { hours, spanText } from '../../attendance/words.ts'

export type ActivityRow = CallOutput<'activity.list'>['rows'][number]

/** A meeting opens with its minutes, anything else with its attendance alone. */
export const activityPath = ({ id, kind }: Pick<ActivityRow, 'id' | 'kind'>): string =>
  `/${isMeetingKind(kind) ? 'meetings' : 'activities'}/${encodeURIComponent(id)}`

const dash = <span className="dash">—</span>

/** When, what and of which kind: the first columns of every list of activities. */
export const firstColumns = (year: number): readonly Column<Pick<ActivityRow, 'id' | 'name' | 'kind' | 'startsOn' | 'endsOn'>>[] => [
  { key: 'startsOn', head: '日期', width: 148, sortable: true, cell: r => spanText(r.startsOn, r.endsOn, year) },
  {
    key: 'name',
    head: '活动',
    width: 200,
    grow: true,
    sortable: true,
    text: r => r.name,
    cell: r => (
      <Link to={activityPath(r)} className="bold study-name" title={r.name}>
        {r.name}
      </Link>
    ),
  },
  { key: 'kind', head: '类型', width: 96, cell: r => kindWord(r.kind) },
]

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
    text: r => rate(r),
    cell: r => (r.expected > 0 ? rate(r) : <StatusChip tone="plain" word="未填出勤" />),
  },
]

const rate = (r: ActivityRow) => (r.expected > 0 ? `${(Math.floor((r.attended / r.expected) * 1000) / 10).toFixed(1)}%` : '')
