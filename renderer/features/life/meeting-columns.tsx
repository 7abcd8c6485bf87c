import { spanText, hours, kindWord, rateText } from '../../attendance/words.ts'
import type { CallOutput } from '../../api/client.ts'
import type { Column } from '../../ui/columns.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'

export type MeetingRow = CallOutput<'meeting.list'>['rows'][number]

export const meetingPath = (id: string): string => `/meetings/${encodeURIComponent(id)}`

const dash = <span className="dash">—</span>

/** The columns of the list of meetings. */
export const meetingColumns = (year: number): readonly Column<MeetingRow>[] => [
  { key: 'startsOn', head: '日期', width: 112, sortable: true, cell: r => spanText(r.startsOn, r.endsOn, year) },
  { key: 'kind', head: '类型', width: 104, text: r => kindWord(r.kind), cell: r => kindWord(r.kind) },
  {
    key: 'name',
    head: '名称',
    width: 200,
    grow: true,
    sortable: true,
    text: r => r.name,
    cell: r => (
      <Link to={meetingPath(r.id)} className="bold study-name" title={r.name}>
        {r.name}
      </Link>
    ),
  },
  { key: 'organization', head: '党组织', width: 176, grow: true, text: r => r.organization, cell: r => r.organization || dash },
  { key: 'chair', head: '主持人', width: 80, text: r => r.chair ?? '', cell: r => r.chair ?? dash },
  { key: 'expected', head: '应到', width: 56, align: 'r', text: r => String(r.expected), cell: r => (r.expected > 0 ? r.expected : dash) },
  { key: 'attended', head: '实到', width: 56, align: 'r', text: r => String(r.attended), cell: r => (r.expected > 0 ? r.attended : dash) },
  {
    key: 'rate',
    head: '出席率',
    width: 104,
    align: 'r',
    text: r => rateText(r.attended, r.expected),
    cell: r => (r.expected > 0 ? rateText(r.attended, r.expected) : <StatusChip tone="plain" word="未填出勤" />),
  },
  { key: 'resolutions', head: '决议', width: 56, align: 'r', text: r => String(r.resolutions), cell: r => (r.resolutions > 0 ? r.resolutions : dash) },
  {
    key: 'attachments',
    head: '附件',
    width: 56,
    align: 'r',
    text: r => String(r.attachments),
    cell: r =>
      r.attachments > 0 ? (
        <span className="row meeting-clip">
          <Icon name="clip" size={14} />
          {r.attachments}
        </span>
      ) : (
        dash
      ),
  },
  {
    key: 'hours',
    head: '学时',
    width: 88,
    align: 'r',
    text: r => (r.counts ? hours(r.hours) : '不计入'),
    cell: r => (r.counts ? hours(r.hours) : <span className="tag">不计入</span>),
  },
]
