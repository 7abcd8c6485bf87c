import { useMemo, useState } from 'react'
import type { QuotaPerson } from '../../../shared/api/quota.ts'
import type { Sort } from '../../ui/DataTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { QuotaChip } from '../../ui/StatusChip.tsx'
import { HeatCard } from './HeatCard.tsx'
import type { HeatColumn } from './HeatTable.tsx'
import { sortPeople } from './people-order.ts'
import { hours } from '../../attendance/words.ts'

interface Props {
  /** Undefined while they are on the way. */
  readonly people: readonly QuotaPerson[] | undefined
  readonly branch: string
  readonly begun: number
  readonly elapsed: number
  readonly behindPoints: number
  personTo(id: string): string
  onPerson(person: QuotaPerson): void
  onMonth(person: QuotaPerson, month: number): void
}

const nobody: readonly QuotaPerson[] = []
const none: readonly number[] = Array.from({ length: 12 }, () => 0)
const monthsOf = (person: QuotaPerson): readonly number[] => person.months ?? none

/** 月份 × 党员, for one branch: everyone's hours by month. A cell opens what the person attended in that month. */
export function PeopleMatrix({ people: listed, branch, begun, elapsed, behindPoints, personTo, onPerson, onMonth }: Props) {
  const people = listed ?? nobody
  const [sort, setSort] = useState<Sort>({ field: 'missing', descending: true })
  const rows = useMemo(() => {
    const month = Number(/^m(\d+)$/.exec(sort.field)?.[1] ?? 0)
    if (month === 0) return sortPeople(people, sort)
    const sign = sort.descending ? -1 : 1
    // toSorted keeps the order of equals, so the names stay in theirs.
    return sortPeople(people, { field: 'name', descending: false }).toSorted((a, b) => ((monthsOf(a)[month - 1] ?? 0) - (monthsOf(b)[month - 1] ?? 0)) * sign)
  }, [people, sort])
  const before: readonly HeatColumn<QuotaPerson>[] = [
    {
      key: 'name',
      head: '姓名',
      width: '18.5%',
      sortable: true,
      cell: p => (
        <span className="heat-name ellipsis">
          <Link to={personTo(p.personId)} className="bold">
            {p.name}
          </Link>
          {p.post && <span className="t12 ink-3"> {p.post}</span>}
        </span>
      ),
    },
  ]
  const after: readonly HeatColumn<QuotaPerson>[] = [
    { key: 'done', head: '已学', width: 48, align: 'r', sortable: true, cell: p => hours(p.done, 1) },
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
      title="月份 × 党员"
      note={listed && `${branch} ${people.length} 人，格内为当月学时`}
      rows={rows}
      idOf={p => p.personId}
      nameOf={p => p.name}
      monthsOf={monthsOf}
      {...{ before, after, begun, sort, onMonth }}
      onSort={setSort}
      onOpen={onPerson}
    />
  )
}
