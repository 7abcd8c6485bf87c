import { useMemo, useState } from 'react'
import type { SupervisionBoard } from '../../../shared/api/supervision.ts'
import { watchedKinds } from '../../../shared/rules/supervision-figures.ts'
import { HeatCard } from '../../quotas/HeatCard.tsx'
import type { HeatColumn } from '../../quotas/HeatTable.tsx'
import type { Sort } from '../../ui/DataTable.tsx'

type Row = SupervisionBoard['kinds'][number]

interface Props {
  readonly kinds: readonly Row[]
  readonly begun: number
  onOpen(title: string, ids: readonly string[]): void
}

const before: readonly HeatColumn<Row>[] = [{ key: 'kind', head: '种类', width: 132, cell: ({ kind }) => <b>{watchedKinds[kind]}</b> }]
const after: readonly HeatColumn<Row>[] = [
  { key: 'total', head: '全年', width: 56, align: 'r', sortable: true, cell: ({ total }) => total },
  { key: 'before', head: '去年同期', width: 80, align: 'r', sortable: true, cell: ({ before: last }) => last },
]

const monthsOf = (row: Row): readonly number[] => row.months.map(ids => ids.length)
const nameOf = ({ kind }: Row): string => watchedKinds[kind]

/** 种类 × 月份: how many of each kind there were in each month; a cell opens its records, a name those of the year. */
export function MonthsCard({ kinds, begun, onOpen }: Props) {
  const [sort, setSort] = useState<Sort>({ field: 'kind', descending: false })
  const rows = useMemo(() => sorted(kinds, sort), [kinds, sort])
  return (
    <HeatCard
      title="种类 × 月份"
      note="格内为当月件数，点开看记录"
      unit="件"
      rows={rows}
      idOf={({ kind }) => kind}
      nameOf={nameOf}
      monthsOf={monthsOf}
      begun={begun}
      least={5}
      before={before}
      after={after}
      sort={sort}
      onSort={setSort}
      onMonth={(row, month) => onOpen(`${nameOf(row)}，${month} 月`, row.months[month - 1] ?? [])}
      onOpen={row => onOpen(nameOf(row), row.months.flat())}
    />
  )
}

function sorted(kinds: readonly Row[], { field, descending }: Sort): readonly Row[] {
  if (field === 'kind') return kinds
  const month = /^m(\d+)$/.exec(field)?.[1]
  const valueOf = (row: Row) => (month ? (row.months[Number(month) - 1]?.length ?? 0) : field === 'before' ? row.before : row.total)
  return kinds.toSorted((a, b) => (descending ? valueOf(b) - valueOf(a) : valueOf(a) - valueOf(b)))
}
