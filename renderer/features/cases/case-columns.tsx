import { daysBetween } from '../../../shared/rules/days.ts'
import { CaseChip } from '../../procedures/CaseChip.tsx'
import type { Column } from '../../ui/columns.ts'
import { Link } from '../../ui/Link.tsx'
import { dayShort } from '../../ui/say-date.ts'
import { caseStates } from '../../../shared/api/procedures.ts'
import type { ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { casePath } from '../../../shared/procedures/boards.ts'
import type { CaseListed } from '../../procedures/words.ts'

const dash = <span className="dash">—</span>
const zero = <span className="zero">0</span>

function left({ dueOn }: CaseListed, today: string): string {
  if (dueOn === null) return ''
  const days = daysBetween(today, dueOn)
  return days < 0 ? `过 ${-days} 天` : days === 0 ? '今天' : `${days} 天`
}

const name = (procedure: ProcedureName): Column<CaseListed> => ({
  key: 'name',
  head: '姓名',
  width: 104,
  text: r => r.name,
  cell: r => (
    <Link to={casePath(procedure, r.id)} className="bold study-name">
      {r.name}
    </Link>
  ),
})
const organization: Column<CaseListed> = {
  key: 'organization',
  head: '党组织',
  width: 168,
  grow: true,
  text: r => r.organization,
  cell: r => <span title={r.organization}>{r.organization}</span>,
}
const owner: Column<CaseListed> = { key: 'owner', head: '承办人', width: 80, text: r => r.owner ?? '', cell: r => r.owner ?? dash }
const openedOn = (today: string): Column<CaseListed> => ({
  key: 'openedOn',
  head: '立卷',
  width: 92,
  text: r => r.openedOn,
  cell: r => dayShort(r.openedOn, today),
})

/** What is not there yet, and what is not in order. */
const wanting: readonly Column<CaseListed>[] = [
  {
    key: 'missing',
    head: '缺材料',
    width: 68,
    align: 'r',
    text: r => String(r.missing),
    cell: r => (r.missing === 0 ? zero : <span className="tone-short">{r.missing}</span>),
  },
  {
    key: 'remarks',
    head: '提示',
    width: 56,
    align: 'r',
    text: r => String(r.remarks),
    cell: r => (r.remarks === 0 ? zero : <span className="tone-soon">{r.remarks}</span>),
  },
]

/** The columns of the board: whose case, where it stands, what comes next and until when. */
export const openColumns = (procedure: ProcedureName, today: string): readonly Column<CaseListed>[] => [
  name(procedure),
  organization,
  { key: 'phase', head: '阶段', width: 108, text: r => r.phase, cell: r => r.phase },
  { key: 'step', head: '下一步', width: 184, grow: true, text: r => r.step, cell: r => (r.step ? <span title={r.step}>{r.step}</span> : dash) },
  { key: 'state', head: '状态', width: 84, text: r => caseStates[r.state], cell: r => <CaseChip state={r.state} alarm={r.alarm} /> },
  { key: 'dueOn', head: '期限', width: 92, text: r => r.dueOn ?? '', cell: r => (r.dueOn === null ? dash : dayShort(r.dueOn, today)) },
  {
    key: 'left',
    head: '还有',
    width: 80,
    align: 'r',
    text: r => left(r, today),
    cell: r => (r.dueOn === null ? dash : <span className={r.state === 'overdue' ? 'tone-short' : ''}>{left(r, today)}</span>),
  },
  ...wanting,
  owner,
  openedOn(today),
]

/** Of the cases that have ended: how and when. */
export const endedColumns = (procedure: ProcedureName, today: string): readonly Column<CaseListed>[] => [
  name(procedure),
  organization,
  { key: 'outcome', head: '结果', width: 200, grow: true, text: r => r.outcome ?? '', cell: r => r.outcome ?? dash },
  { key: 'closedOn', head: '结束', width: 100, text: r => r.closedOn ?? '', cell: r => dayShort(r.closedOn, today) },
  { key: 'phase', head: '到哪个阶段', width: 120, text: r => r.phase, cell: r => r.phase },
  ...wanting,
  owner,
  openedOn(today),
]
