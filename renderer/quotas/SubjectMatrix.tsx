import { useMemo, useState } from 'react'
import type { QuotaSubject } from '../../shared/api/quota.ts'
import type { Sort } from '../ui/DataTable.tsx'
import { Link } from '../ui/Link.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { QuotaChip } from '../ui/StatusChip.tsx'
import { HeatCard } from './HeatCard.tsx'
import type { HeatColumn } from './HeatTable.tsx'
import { sortSubjects } from './subject-order.ts'
import { amountText } from '../ui/say-amount.ts'
import type { Terms } from './terms.ts'

interface Props {
  /** Undefined while they are on the way. */
  readonly subjects: readonly QuotaSubject[] | undefined
  readonly terms: Terms
  /** Where they all stand. */
  readonly place: string
  readonly begun: number
  readonly elapsed: number
  readonly behindPoints: number
  subjectTo(id: string): string
  onOpen(subject: QuotaSubject): void
  onMonth(subject: QuotaSubject, month: number): void
}

const nobody: readonly QuotaSubject[] = []
const none: readonly number[] = Array.from({ length: 12 }, () => 0)
const monthsOf = (subject: QuotaSubject): readonly number[] => subject.months ?? none

/** 月份 × 党员, for one branch: everyone's amounts by month. A cell opens what made it. */
export function SubjectMatrix({ subjects: listed, terms, place, begun, elapsed, behindPoints, subjectTo, onOpen, onMonth }: Props) {
  const subjects = listed ?? nobody
  const [sort, setSort] = useState<Sort>({ field: 'missing', descending: true })
  const rows = useMemo(() => {
    const month = Number(/^m(\d+)$/.exec(sort.field)?.[1] ?? 0)
    if (month === 0) return sortSubjects(subjects, sort)
    const sign = sort.descending ? -1 : 1
    // toSorted keeps the order of equals, so the names stay in theirs.
    return sortSubjects(subjects, { field: 'name', descending: false }).toSorted(
      (a, b) => ((monthsOf(a)[month - 1] ?? 0) - (monthsOf(b)[month - 1] ?? 0)) * sign,
    )
  }, [subjects, sort])
  const before: readonly HeatColumn<QuotaSubject>[] = [
    {
      key: 'name',
      head: terms.of === 'people' ? '姓名' : '党组织',
      width: '18.5%',
      sortable: true,
      cell: p => (
        <span className="heat-name ellipsis">
          <Link to={subjectTo(p.subjectId)} className="bold">
            {p.name}
          </Link>
          {p.post && <span className="t12 ink-3"> {p.post}</span>}
        </span>
      ),
    },
  ]
  const after: readonly HeatColumn<QuotaSubject>[] = [
    { key: 'done', head: terms.done, width: 48, align: 'r', sortable: true, cell: p => amountText(p.done, 1) },
    {
      key: 'share',
      head: '完成',
      width: 108,
      sortable: true,
      cell: p =>
        p.target > 0 ? (
          <span className="heat-rate">
            <ProgressBar share={p.done / p.target} elapsed={elapsed} behindPoints={behindPoints} />
            <span>{Math.floor((p.done / p.target) * 100)}%</span>
          </span>
        ) : null,
    },
    { key: 'state', head: '状态', width: 92, sortable: true, cell: p => <QuotaChip state={p.state} /> },
  ]
  return (
    <HeatCard
      title={`月份 × ${terms.subject}`}
      unit={terms.unit}
      note={listed && `${place} ${subjects.length} ${terms.head}，格内为当月${terms.label}`}
      rows={rows}
      idOf={p => p.subjectId}
      nameOf={p => p.name}
      monthsOf={monthsOf}
      {...{ before, after, begun, sort, onMonth }}
      onSort={setSort}
      onOpen={onOpen}
    />
  )
}
