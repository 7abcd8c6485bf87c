import { ballotStates } from '../../../shared/domain/ballot-words.ts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import type { CallOutput } from '../../api/client.ts'
import { StateChip } from '../../ballots/StateChip.tsx'
import { percentText } from '../../ballots/words.ts'
import type { Column } from '../../ui/columns.ts'
import { Link } from '../../ui/Link.tsx'
import { ballotPath } from './BallotViews.tsx'

export type BallotListed = CallOutput<'ballot.list'>['rows'][number]

const dash = <span className="dash">—</span>
const number = (value: number | null) => (value === null ? dash : value)

/** The columns of the list of ballots: of whom, what, how far, and how the papers came back. */
export const ballotColumns = (year: number): readonly Column<BallotListed>[] => [
  {
    key: 'organization',
    head: '党组织',
    width: 184,
    grow: true,
    text: r => r.organization,
    cell: r => (
      <Link to={ballotPath(r.id)} className="bold study-name" title={r.organization}>
        {r.organization}
      </Link>
    ),
  },
  { key: 'kind', head: '类型', width: 148, text: r => ballotKinds[r.kind], cell: r => ballotKinds[r.kind] },
  { key: 'name', head: '名称', width: 216, grow: true, text: r => r.name, cell: r => <span title={r.name}>{r.name}</span> },
  {
    key: 'heldOn',
    head: '投票日期',
    width: 96,
    text: r => r.heldOn ?? '',
    cell: r => (r.heldOn === null ? dash : r.heldOn.startsWith(`${year}-`) ? r.heldOn.slice(5) : r.heldOn),
  },
  { key: 'state', head: '状态', width: 96, text: r => ballotStates[r.state], cell: r => <StateChip state={r.state} /> },
  {
    key: 'rows',
    head: '票面',
    width: 60,
    align: 'r',
    text: r => String(r.rows),
    cell: r => (r.rows === 0 ? <span className="tone-short">未填</span> : r.rows),
  },
  { key: 'issued', head: '发出', width: 60, align: 'r', text: r => String(r.issued ?? ''), cell: r => number(r.issued) },
  { key: 'returned', head: '收回', width: 60, align: 'r', text: r => String(r.returned ?? ''), cell: r => number(r.returned) },
  {
    key: 'rate',
    head: '收回率',
    width: 72,
    align: 'r',
    text: r => percentText(r.returned ?? 0, r.issued ?? 0),
    cell: r => (r.issued !== null && r.returned !== null && r.issued > 0 ? percentText(r.returned, r.issued) : dash),
  },
  {
    key: 'decided',
    head: '已评定',
    width: 84,
    align: 'r',
    text: r => `${r.decided}/${r.rows}`,
    cell: r => (r.state === 'closed' || r.state === 'decided' ? `${r.decided} / ${r.rows}` : dash),
  },
]
