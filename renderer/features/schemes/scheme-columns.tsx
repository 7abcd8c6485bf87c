import type { CallOutput } from '../../api/client.ts'
import type { Column } from '../../ui/columns.ts'
import { Link } from '../../ui/Link.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { schemePath, targetWord, weightsText } from './words.ts'

export type SchemeRow = CallOutput<'scheme.list'>[number]

const dash = <span className="dash">—</span>

const stateWord = ({ short, counted, ballots }: SchemeRow): string =>
  counted ? '已计票，不再改' : short > 0 ? `待完善 ${short} 处` : ballots > 0 ? `${ballots} 次测评在用` : '可用'

/** The columns of the list of schemes. */
export const schemeColumns: readonly Column<SchemeRow>[] = [
  {
    key: 'name',
    head: '方案名称',
    width: 216,
    grow: true,
    text: r => r.name,
    cell: r => (
      <>
        <Link to={schemePath(r.id)} className="bold">
          {r.name}
        </Link>
        <div className="t12 ink-3 ellipsis">{r.source ?? '没有写依据'}</div>
      </>
    ),
  },
  { key: 'target', head: '考核对象', width: 104, text: r => targetWord(r.target), cell: r => targetWord(r.target) },
  { key: 'items', head: '指标', width: 64, align: 'r', text: r => String(r.items), cell: r => (r.items > 0 ? r.items : dash) },
  { key: 'full', head: '满分', width: 64, align: 'r', text: r => String(r.full), cell: r => (r.full > 0 ? r.full : dash) },
  { key: 'groups', head: '考评人和权重', width: 312, grow: true, text: r => weightsText(r.groups), cell: r => weightsText(r.groups) },
  { key: 'vetoes', head: '一票否决', width: 80, align: 'r', text: r => String(r.vetoes), cell: r => (r.vetoes > 0 ? r.vetoes : dash) },
  { key: 'approvedOn', head: '通过日期', width: 104, text: r => r.approvedOn ?? '', cell: r => r.approvedOn ?? dash },
  {
    key: 'state',
    head: '情况',
    width: 152,
    text: stateWord,
    cell: r => (
      <StatusChip tone={r.counted ? 'exempt' : r.short > 0 ? 'short' : 'met'} icon={r.counted ? 'lock' : r.short > 0 ? 'warn' : 'check'} word={stateWord(r)} />
    ),
  },
]
