import { type AttendanceState, attendanceStates } from '../../shared/domain/activity.ts'
import { IconAction } from '../ui/IconAction.tsx'
import type { GridColumn } from '../ui/grid-cells.ts'
import { Link } from '../ui/Link.tsx'
import { optionsOf } from '../ui/SelectBox.tsx'
import { StatusChip, type Tone } from '../ui/StatusChip.tsx'
import type { IconName } from '../ui/icons.ts'
import { isCounting, type RollLine } from './roll.ts'

const tones: Readonly<Record<AttendanceState, Tone>> = { present: 'met', makeup: 'info', leave: 'plain', absent: 'short', excused: 'exempt' }

const icons: Readonly<Record<AttendanceState, IconName>> = { present: 'check', makeup: 'book', leave: 'exempt', absent: 'short', excused: 'exempt' }

/** 出勤, 补学, 请假, 缺勤, 不计入应到: colour, icon and word. */
export const StateChip = ({ state }: { readonly state: AttendanceState }) => (
  <StatusChip tone={tones[state]} word={attendanceStates[state]} icon={icons[state]} />
)

/** The columns of the attendance; 出勤 and 学时 are typed. */
export function attendanceColumns(mayWrite: boolean, onRemove: (line: RollLine) => void): readonly GridColumn<RollLine>[] {
  const name = (r: RollLine) =>
    r.removed ? (
      <s className="ink-4">{r.name}</s>
    ) : (
      <Link to={`/people/${encodeURIComponent(r.personId)}`} className="bold study-name">
        {r.name}
      </Link>
    )
  return [
    { key: 'number', head: '序', width: 48, align: 'r', cell: (_, i) => <span className="ink-3">{i + 1}</span> },
    { key: 'name', head: '姓名', width: 96, text: r => r.name, cell: name },
    { key: 'idNumber', head: '身份号码', width: 156, cell: r => r.idNumber },
    { key: 'organization', head: '党支部', width: 128, grow: true, cell: r => r.organization || <span className="dash">—</span> },
    { key: 'post', head: '职务', width: 96, cell: r => r.post ?? <span className="dash">—</span> },
    {
      key: 'state',
      head: '出勤',
      width: 116,
      edit: { kind: 'choice', options: optionsOf(attendanceStates) },
      value: r => r.state,
      cell: r => (r.removed ? <span className="ink-4">不在名单</span> : <StateChip state={r.state} />),
    },
    {
      key: 'hours',
      head: '学时',
      width: 60,
      align: 'r',
      edit: { kind: 'number' },
      value: r => r.hours,
      cell: r =>
        r.removed ? (
          ''
        ) : isCounting(r.state) ? (
          r.hours
        ) : (
          <span className="zero" title="不在场，不计学时">
            0
          </span>
        ),
    },
    {
      key: 'reason',
      head: '缺席及原因',
      width: 136,
      grow: true,
      edit: { kind: 'text' },
      value: r => r.reason,
      text: r => r.reason,
      cell: r => (r.removed || isCounting(r.state) ? '' : r.reason || <span className="dash">—</span>),
    },
    ...(mayWrite
      ? [
          {
            key: 'remove',
            head: '',
            width: 60,
            cell: (r: RollLine) => (
              <span className="roll-remove">
                <IconAction
                  icon={r.removed ? 'undo' : 'cross'}
                  size={14}
                  title={r.removed ? `把${r.name}放回名单` : `从名单去掉${r.name}`}
                  onClick={() => onRemove(r)}
                />
              </span>
            ),
          },
        ]
      : []),
  ]
}
