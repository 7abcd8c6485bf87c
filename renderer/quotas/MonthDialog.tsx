import type { ReactNode } from 'react'
import { lastDate } from '../../shared/rules/days.ts'
import { useQuery } from '../api/hooks.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Link } from '../ui/Link.tsx'
import { spanText } from '../attendance/words.ts'
import { amountText } from '../ui/say-amount.ts'
import { recordPath, type Terms } from './terms.ts'

/** Whose cell: of one subject between two days, or of an organization (or all that the screen shows) in a month. */
export type CellAsked =
  | { readonly subjectId: string; readonly name: string; readonly label: string; readonly from: string; readonly until: string }
  | {
      readonly month: number
      readonly name: string
      readonly organizationId?: string | undefined
      /** What the cell says: the mean of those who owe anything. */
      readonly mean?: { readonly amount: number; readonly of: number }
    }

/** One subject's month as a cell. */
export function monthOfSubject({ subjectId, name }: { readonly subjectId: string; readonly name: string }, year: number, month: number): CellAsked {
  const prefix = `${year}-${String(month).padStart(2, '0')}-`
  return { subjectId, name, label: `${year} 年 ${month} 月`, from: `${prefix}01`, until: `${prefix}${lastDate(year, month)}` }
}

interface Props {
  readonly terms: Terms
  readonly asked: CellAsked | undefined
  readonly year: number
  onClose(): void
}

/** The records that made one cell: of an organization in a month, or of one subject. */
export function MonthDialog({ terms, asked, year, onClose }: Props) {
  if (!asked) return null
  const rest = { terms, year, onClose }
  return 'subjectId' in asked ? <SubjectCell asked={asked} {...rest} /> : <MonthCell asked={asked} {...rest} />
}

interface CellProps<A> {
  readonly terms: Terms
  readonly asked: A
  readonly year: number
  onClose(): void
}

type OfSubject = Extract<CellAsked, { subjectId: string }>

function MonthCell({ terms, asked, year, onClose }: CellProps<Exclude<CellAsked, OfSubject>>) {
  const { quota, unit, owed, head } = terms
  const reply = useQuery('quota.month', { quota, year, month: asked.month, organizationId: asked.organizationId }, { keep: false })
  const rows = reply.data ?? []
  const total = rows.reduce((sum, r) => sum + r.amount, 0)
  const sub = `${asked.name}，${rows.length} ${terms.missed ? '次' : '条'}，计 ${amountText(total)} ${unit}`
  // The list has everyone who came, the cell only those who owe anything.
  const mean = asked.mean && asked.mean.of > 0 ? `；其中${owed}的 ${asked.mean.of} ${head}，人均 ${amountText(asked.mean.amount, 1)}` : ''
  return (
    <RecordRows
      terms={terms}
      title={`${year} 年 ${asked.month} 月的${terms.record}`}
      sub={`${sub}${mean}`}
      year={year}
      error={reply.error}
      rows={reply.data?.map(r => ({ ...r, id: r.recordId }))}
      columns={[
        { head: '类型', width: 96, cell: r => r.kind },
        { head: '人次', width: 64, className: 'r', cell: r => r.subjects },
        { head: `${unit}合计`, width: 88, className: 'r', cell: r => amountText(r.amount) },
      ]}
      empty={
        <EmptyState icon="calendar" title={`这个月没有计入的${terms.records}。`}>
          {terms.missed ? '登记活动后填出勤，或从签到表导入。' : '登记以后出现在这里。'}
        </EmptyState>
      }
      onClose={onClose}
    />
  )
}

function SubjectCell({ terms, asked, year, onClose }: CellProps<OfSubject>) {
  const { subjectId, from, until } = asked
  const reply = useQuery('quota.subject', { quota: terms.quota, year, subjectId }, { keep: false })
  const rows = reply.data?.lines.filter(l => l.startsOn <= until && l.endsOn >= from)
  return (
    <RecordRows
      terms={terms}
      title={`${asked.name} ${asked.label}`}
      sub={`${rows?.length ?? 0} ${terms.missed ? '次活动' : '条记录'}`}
      year={year}
      error={reply.error}
      rows={rows?.map(l => ({ ...l, id: l.recordId }))}
      columns={[
        terms.missed && { head: '出勤', width: 64, cell: l => l.state },
        { head: '计入', width: 72, className: 'r', cell: l => <span className={l.counted > 0 ? '' : 'zero'}>{amountText(l.counted)}</span> },
        { head: '说明', width: 184, className: 't12 ink-3 ellipsis', cell: l => <span title={l.why ?? ''}>{l.why}</span> },
      ]}
      empty={<EmptyState icon="calendar" title={`这${asked.label.includes('月') ? '个月' : '段时间'}没有${terms.records}。`} />}
      onClose={onClose}
    />
  )
}

interface Listed {
  readonly recordType: string
  readonly id: string
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
}

interface RecordColumn<R> {
  readonly head: string
  readonly width: number
  readonly className?: string
  cell(row: R): ReactNode
}

interface ListProps<R extends Listed> {
  readonly terms: Terms
  readonly title: string
  readonly sub: string
  readonly year: number
  readonly error: unknown
  /** Undefined while they are on the way. */
  readonly rows: readonly R[] | undefined
  /** What there is to say beside the day and the name. */
  readonly columns: readonly (RecordColumn<R> | undefined)[]
  readonly empty: ReactNode
  onClose(): void
}

function RecordRows<R extends Listed>({ terms, title, sub, year, error, rows, columns: all, empty, onClose }: ListProps<R>) {
  const columns = all.filter(column => column !== undefined)
  return (
    <Dialog open size={720} title={title} sub={sub} onClose={onClose}>
      <ErrorBanner error={error} />
      {rows?.length === 0 && empty}
      {rows && rows.length > 0 && (
        <table className="table dense month-table">
          <thead>
            <tr>
              <th style={{ width: 104 }}>日期</th>
              <th>{terms.record}</th>
              {columns.map(c => (
                <th key={c.head} className={c.className === 'r' ? 'r' : ''} style={{ width: c.width }}>
                  {c.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.id}>
                <td>{spanText(row.startsOn, row.endsOn, year)}</td>
                <td className="ellipsis">
                  <Link to={recordPath(terms, row.recordType, row.id)}>{row.title}</Link>
                </td>
                {columns.map(c => (
                  <td key={c.head} className={c.className ?? ''}>
                    {c.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
