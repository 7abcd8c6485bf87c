import type { BallotKind } from '../../../shared/ballots/kind.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { rowParts } from '../../../shared/domain/ballot-words.ts'
import { IconAction } from '../../ui/IconAction.tsx'
import type { GridColumn } from '../../ui/grid-cells.ts'
import { Link } from '../../ui/Link.tsx'
import { optionsOf } from '../../ui/SelectBox.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'

const dash = <span className="dash">—</span>

/** 名单: who stands on the paper, who only votes, who does not take part and why. */
export function listColumns(kind: BallotKind, editable: boolean, onRemove: (row: BallotRow) => void): readonly GridColumn<BallotRow>[] {
  const columns: GridColumn<BallotRow>[] = [
    { key: 'number', head: '序', width: 48, align: 'r', cell: (_, i) => <span className="ink-3">{i + 1}</span> },
    {
      key: 'name',
      head: kind.subjects === 'organizations' ? '党组织' : '姓名',
      width: kind.subjects === 'organizations' ? 220 : 104,
      text: r => r.name,
      cell: r =>
        r.personId || r.organizationId ? (
          <Link
            to={r.personId ? `/people/${encodeURIComponent(r.personId)}` : `/organizations/${encodeURIComponent(r.organizationId ?? '')}`}
            className="bold study-name"
          >
            {r.name}
          </Link>
        ) : (
          <b>{r.name}</b>
        ),
    },
    { key: 'post', head: '职务', width: 144, grow: true, edit: { kind: 'text' }, value: r => r.post ?? '', cell: r => r.post ?? dash },
  ]
  if (kind.subjects === 'posts' || kind.paper.atMostPlaces)
    columns.push(
      { key: 'section', head: '职位', width: 152, grow: true, edit: { kind: 'text' }, value: r => r.section ?? '', cell: r => r.section ?? dash },
      {
        key: 'places',
        head: '名额',
        width: 64,
        align: 'r',
        edit: { kind: 'number' },
        value: r => (r.places === null ? '' : String(r.places)),
        cell: r => r.places ?? dash,
      },
    )
  columns.push(
    {
      key: 'part',
      head: '参评情况',
      width: 136,
      edit: { kind: 'choice', options: optionsOf(rowParts) },
      value: r => r.part,
      cell: r => <StatusChip tone={r.part === 'graded' ? 'met' : r.part === 'ungraded' ? 'info' : 'exempt'} word={rowParts[r.part]} />,
    },
    {
      key: 'reason',
      head: '原因',
      width: 180,
      grow: true,
      edit: { kind: 'text' },
      value: r => r.reason ?? '',
      text: r => r.reason ?? '',
      cell: r => r.reason ?? dash,
    },
  )
  if (editable)
    columns.push({
      key: 'remove',
      head: '',
      width: 56,
      cell: r => <IconAction icon="cross" size={14} title={`从名单去掉${r.name}`} onClick={() => onRemove(r)} />,
    })
  return columns
}
