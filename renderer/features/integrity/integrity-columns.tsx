import type { IntegrityRow } from '../../../shared/api/integrity.ts'
import type { Column } from '../../ui/columns.ts'
import { dayShort } from '../../ui/say-date.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'

const dash = <span className="dash">—</span>

/** Whose file, and whether it was gone through in the year. */
export const integrityColumns = (today: string, year: number): readonly Column<IntegrityRow>[] => [
  { key: 'name', head: '姓名', width: 96, text: r => r.name, cell: r => <b className="bold">{r.name}</b> },
  { key: 'organization', head: '所在单位', width: 160, grow: true, text: r => r.organization, cell: r => r.organization || dash },
  { key: 'post', head: '现任职务', width: 220, grow: true, text: r => r.post, cell: r => (r.post === '' ? dash : <span title={r.post}>{r.post}</span>) },
  { key: 'level', head: '职务层次', width: 112, text: r => r.level, cell: r => r.level || dash },
  {
    key: 'state',
    head: `${year} 年更新`,
    width: 112,
    text: stateOf,
    cell: r => <StatusChip tone={r.reviewedOn === null ? 'near' : 'met'} word={stateOf(r)} />,
  },
  { key: 'reviewedOn', head: '更新日期', width: 96, text: r => r.reviewedOn ?? '', cell: r => (r.reviewedOn === null ? dash : dayShort(r.reviewedOn, today)) },
  { key: 'reviewedBy', head: '核对人', width: 112, text: r => r.reviewedBy ?? '', cell: r => r.reviewedBy ?? dash },
  {
    key: 'before',
    head: '上次更新',
    width: 88,
    text: r => (r.before === null ? '' : `${r.before} 年`),
    cell: r => (r.before === null ? dash : `${r.before} 年`),
  },
  { key: 'out', head: '借出', width: 88, text: r => (r.out ? '未归还' : ''), cell: r => (r.out ? <StatusChip tone="near" word="未归还" /> : dash) },
]

const stateOf = (r: IntegrityRow): string => (r.reviewedOn === null ? '未更新' : '已更新')
