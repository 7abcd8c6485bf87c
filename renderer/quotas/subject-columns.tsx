import { personCategories } from '../../shared/domain/person.ts'
import type { QuotaSubject } from '../../shared/api/quota.ts'
import type { Column } from '../ui/columns.ts'
import { Link } from '../ui/Link.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { QuotaChip } from '../ui/StatusChip.tsx'
import { amountText } from '../ui/say-amount.ts'
import { subjectPath, type Terms } from './terms.ts'

interface Around {
  readonly terms: Terms
  /** As far as it has been asked for. */
  readonly missed: Readonly<Record<string, number>>
  readonly elapsed: number
  readonly behindPoints: number
}

const categories: Readonly<Record<string, string>> = personCategories
const owes = (p: QuotaSubject) => p.target > 0

/** The columns of a list of subjects and their amounts. */
export function subjectColumns({ terms, missed, elapsed, behindPoints }: Around): readonly Column<QuotaSubject>[] {
  const people = terms.of === 'people'
  const columns: readonly (Column<QuotaSubject> | false | undefined)[] = [
    {
      key: 'name',
      head: people ? '姓名' : terms.subject,
      width: people ? 80 : 220,
      sortable: true,
      text: p => p.name,
      cell: p => (
        <Link to={subjectPath(p.kind, p.subjectId)} className="bold study-name">
          {p.name}
        </Link>
      ),
    },
    people && { key: 'organization', head: '党支部', width: 148, sortable: true, cell: p => p.organization || '—' },
    people && { key: 'post', head: '职务', width: 92, sortable: true, text: p => p.post ?? '', cell: p => p.post ?? <span className="dash">—</span> },
    people && { key: 'category', head: '类别', width: 72, sortable: true, cell: p => categories[p.category] ?? p.category },
    { key: 'done', head: terms.done, width: terms.done.length > 2 ? 64 : 52, align: 'r', sortable: true, cell: p => amountText(p.done) },
    {
      key: 'target',
      head: '指标',
      width: 48,
      align: 'r',
      sortable: true,
      text: p => (owes(p) ? String(p.target) : ''),
      cell: p => (owes(p) ? p.target : <span className="dash">—</span>),
    },
    {
      key: 'share',
      head: '进度',
      width: 72,
      sortable: true,
      text: p => (owes(p) ? `${Math.floor((p.done / p.target) * 100)}%` : ''),
      cell: p =>
        owes(p) ? (
          <ProgressBar share={p.done / p.target} elapsed={elapsed} behindPoints={behindPoints} height={4} label={`${Math.floor((p.done / p.target) * 100)}%`} />
        ) : null,
    },
    { key: 'missing', head: '差', width: 52, align: 'r', sortable: true, text: p => (owes(p) ? String(p.missing) : ''), cell: p => missingCell(p) },
    terms.several && {
      key: 'kept',
      head: '按期',
      width: 64,
      align: 'r',
      sortable: true,
      text: p => (p.due > 0 ? `${p.kept}/${p.due}` : ''),
      cell: p => (p.due > 0 ? `${p.kept} / ${p.due}` : <span className="dash">—</span>),
    },
    terms.missed && {
      key: 'missed',
      head: '缺课',
      width: 52,
      align: 'r',
      sortable: true,
      text: p => String(missed[p.subjectId] ?? ''),
      cell: p => missedCell(missed[p.subjectId]),
    },
    {
      key: 'state',
      head: '状态',
      width: 88,
      grow: true,
      sortable: true,
      text: p => p.state,
      cell: p => (
        <span title={p.exemptReason ?? undefined}>
          <QuotaChip state={p.state} />
        </span>
      ),
    },
  ]
  return columns.filter(column => column !== false && column !== undefined)
}

function missingCell(p: QuotaSubject) {
  if (!owes(p)) return <span className="dash">—</span>
  return p.missing > 0 ? <b className={p.state === 'near' ? 'tone-soon' : 'tone-short'}>{amountText(p.missing)}</b> : <span className="zero">0</span>
}

const missedCell = (times: number | undefined) => (times === undefined ? '' : times === 0 ? <span className="zero">0 次</span> : `${times} 次`)
