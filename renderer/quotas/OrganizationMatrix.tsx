import { useMemo, useState } from 'react'
import type { CallOutput } from '../api/client.ts'
import type { Sort } from '../ui/DataTable.tsx'
import { Link } from '../ui/Link.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Card } from '../ui/Card.tsx'
import { HeatCard } from './HeatCard.tsx'
import { type HeatColumn, HeatTable } from './HeatTable.tsx'
import type { Terms } from './terms.ts'
import { rateText } from './words.ts'

type Organization = CallOutput<'quota.board'>['organizations'][number]

/** An organization with its place among the others. */
export interface Ranked extends Organization {
  /** Null where nobody owes anything. */
  readonly rank: number | null
  readonly rate: number
  readonly mean: number
}

const noHeads: readonly [] = []
const noCell = () => ({ text: '', says: '', style: {} })
const meansOf = (organization: Organization): readonly number[] => organization.months
const sumsOf = (organization: Organization): readonly number[] => organization.sums

/** By 达标率, then mean amounts; equals share a rank, and the next one is skipped as in sports. */
export function ranked(organizations: readonly Organization[]): readonly Ranked[] {
  const rows = organizations.map(b => ({ ...b, rank: null, rate: b.required > 0 ? b.met / b.required : -1, mean: b.required > 0 ? b.amount / b.required : 0 }))
  const owing = rows.filter(r => r.required > 0).sort((a, b) => b.rate - a.rate || b.mean - a.mean)
  const ranks = new Map<string, number>()
  for (const [i, row] of owing.entries()) {
    const above = owing[i - 1]
    ranks.set(row.id, above && above.rate === row.rate && above.mean === row.mean ? (ranks.get(above.id) ?? i + 1) : i + 1)
  }
  return rows.map(row => ({ ...row, rank: ranks.get(row.id) ?? null }))
}

/** The rows in the order asked for; organizations where nobody owes anything stay last. */
export function sorted(rows: readonly Ranked[], sort: Sort): readonly Ranked[] {
  const sign = sort.descending ? -1 : 1
  const valueOf = (row: Ranked): number => {
    if (sort.field.startsWith('m') && sort.field !== 'mean' && sort.field !== 'met') return row.months[Number(sort.field.slice(1)) - 1] ?? 0
    if (sort.field === 'mean') return row.mean
    if (sort.field === 'met') return row.met
    if (sort.field === 'kept') return row.due > 0 ? row.kept / row.due : -1
    return -(row.rank ?? 0)
  }
  const compare = (a: Ranked, b: Ranked) => (sort.field === 'name' ? a.name.localeCompare(b.name, 'zh-CN') : valueOf(a) - valueOf(b)) * sign
  return rows.toSorted((a, b) => Number(a.rank === null) - Number(b.rank === null) || compare(a, b) || (a.rank ?? 0) - (b.rank ?? 0))
}

interface Props {
  readonly terms: Terms
  readonly organizations: readonly Organization[]
  /** What a row is: 支部, 组织; and the words above the names. */
  readonly row: string
  readonly head: string
  /** What a cell holds: 当月人均学时. */
  readonly holds: string
  /** What a cell shows: the mean of those who owe, all of them together, or nothing where a record belongs to no month. */
  readonly cells?: 'mean' | 'sum' | 'none'
  readonly begun: number
  readonly elapsed: number
  readonly behindPoints: number
  peopleTo(organization: string, owing: boolean): string
  onOpen(organization: Organization): void
  onMonth(organization: Organization, month: number): void
}

/** 月份 × 支部: mean amounts by month, the rate and the rank. A cell opens the month's records, a row its people. */
export function OrganizationMatrix({ terms, organizations, row, head, holds, cells = 'mean', begun, elapsed, behindPoints, peopleTo, onOpen, onMonth }: Props) {
  const [sort, setSort] = useState<Sort>({ field: 'rate', descending: true })
  const rows = useMemo(() => sorted(ranked(organizations), sort), [organizations, sort])
  const before: readonly HeatColumn<Ranked>[] = [
    { key: 'rank', head: '名次', width: 44, align: 'c', cell: r => <span className="ink-3">{r.rank ?? ''}</span> },
    {
      key: 'name',
      head,
      width: '18.5%',
      sortable: true,
      cell: r => (
        <Link to={peopleTo(r.id, false)} className="heat-name ellipsis" title={r.name}>
          {r.name}
        </Link>
      ),
    },
  ]
  const kept: HeatColumn<Ranked> = {
    key: 'kept',
    head: '按期率',
    width: 60,
    align: 'r',
    sortable: true,
    cell: r => (r.due > 0 ? `${rateText(r.kept, r.due)}%` : ''),
  }
  const after: readonly HeatColumn<Ranked>[] = [
    { key: 'mean', head: '人均', width: 44, align: 'r', sortable: true, cell: r => (r.rank === null ? '' : r.mean.toFixed(1)) },
    {
      key: 'rate',
      head: '达标率',
      width: 108,
      sortable: true,
      cell: r =>
        r.rank === null ? (
          <span className="t12 ink-3">无{terms.owed}</span>
        ) : (
          <span className="heat-rate">
            <ProgressBar share={r.rate} elapsed={elapsed} behindPoints={behindPoints} />
            <span>{rateText(r.met, r.required)}%</span>
          </span>
        ),
    },
    ...(terms.several ? [kept] : []),
    {
      key: 'met',
      head: `达标/${terms.owed}`,
      width: terms.owed.length > 2 ? 88 : 72,
      align: 'r',
      sortable: true,
      cell: r =>
        r.rank === null ? (
          ''
        ) : (
          <Link to={peopleTo(r.id, true)}>
            {r.met}/{r.required}
          </Link>
        ),
    },
  ]
  if (cells === 'none')
    return (
      <Card fill className="matrix" title={`各${row}`} note={`${organizations.length} 个${row}，按达标率排名`}>
        <HeatTable
          label={`各${row}`}
          rows={rows}
          idOf={r => r.id}
          heads={noHeads}
          cellOf={noCell}
          onCell={() => {}}
          {...{ before, after, sort, onOpen }}
          onSort={setSort}
        />
      </Card>
    )
  return (
    <HeatCard
      title={`月份 × ${row}`}
      note={`${organizations.length} 个${row}，格内为${holds}，按达标率排名`}
      rows={rows}
      idOf={r => r.id}
      nameOf={r => r.name}
      monthsOf={cells === 'sum' ? sumsOf : meansOf}
      unit={terms.unit}
      {...{ before, after, begun, sort, onMonth, onOpen }}
      onSort={setSort}
    />
  )
}
