import type { Column } from '../../ui/columns.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { stateWords } from './file-words.ts'
import type { PlannedFile } from './use-planned.ts'

/** Who is meant; the name only where it is another than in the file. */
function whoseOf({ name, person, isNew }: PlannedFile): string {
  if (isNew) return '新增人员'
  return person ? [person.name === name ? '' : person.name, person.detail].filter(Boolean).join('　') || person.name : '—'
}

/** A file in the list: what becomes of it, whose it is, what is said of it. */
export const fileColumns: readonly Column<PlannedFile>[] = [
  {
    key: 'state',
    head: '结果',
    width: 92,
    cell: one => <StatusChip {...stateWords[one.state]} />,
    text: one => stateWords[one.state].word,
  },
  { key: 'name', head: '姓名', width: 88, cell: one => <span className="bold">{one.name || '—'}</span>, text: one => one.name },
  {
    key: 'person',
    head: '认作',
    width: 176,
    cell: one => whoseOf(one),
    text: one => one.person?.name ?? '',
  },
  {
    key: 'changes',
    head: '差异',
    width: 60,
    align: 'r',
    cell: one => (one.changes.length > 0 ? one.changes.filter(change => !change.refused).length : '—'),
  },
  {
    key: 'says',
    head: '说明',
    width: 220,
    grow: true,
    cell: one => (
      <span title={[...one.faults, ...one.notes].join('\n')}>{one.faults[0] ?? one.notes[0] ?? one.changes.map(change => change.label).join('、')}</span>
    ),
    text: one => one.faults.join('；'),
  },
  {
    key: 'file',
    head: '文件',
    width: 180,
    grow: true,
    cell: one => (
      <span className="ink-2" title={one.file}>
        {one.file}
      </span>
    ),
    text: one => one.file,
  },
]
