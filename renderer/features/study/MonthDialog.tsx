import type { ReactNode } from 'react'
import { firstDayOf, lastDate } from '../../../shared/rules/days.ts'
import { useQuery } from '../../api/hooks.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { hours, spanText } from '../../attendance/words.ts'
import { quota } from './words.ts'

export interface MonthAsked {
  readonly month: number
  /** Whose month: a branch, a person, or the whole of what the screen shows. */
  readonly name: string
  readonly organizationId?: string | undefined
  readonly personId?: string
  /** What the cell says: the mean of those who owe hours. */
  readonly mean?: { readonly hours: number; readonly of: number }
}

interface Props {
  readonly asked: MonthAsked | undefined
  readonly year: number
  onClose(): void
}

/** The activities that made one cell: of a branch in a month, or of one person. */
export function MonthDialog({ asked, year, onClose }: Props) {
  if (!asked) return null
  return asked.personId === undefined ? (
    <BranchMonth asked={asked} year={year} onClose={onClose} />
  ) : (
    <PersonMonth asked={asked} personId={asked.personId} year={year} onClose={onClose} />
  )
}

interface MonthProps {
  readonly asked: MonthAsked
  readonly year: number
  onClose(): void
}

function BranchMonth({ asked, year, onClose }: MonthProps) {
  const reply = useQuery('quota.month', { quota, year, month: asked.month, organizationId: asked.organizationId }, { keep: false })
  const rows = reply.data ?? []
  const total = rows.reduce((sum, r) => sum + r.amount, 0)
  const sub = `${asked.name}，${rows.length} 次，计 ${hours(total)} 学时`
  // The list has everyone who came, the cell only those who owe hours.
  const mean = asked.mean && asked.mean.of > 0 ? `；其中应学的 ${asked.mean.of} 人，人均 ${hours(asked.mean.hours, 1)}` : ''
  return (
    <ActivityList
      title={`${year} 年 ${asked.month} 月的活动`}
      sub={`${sub}${mean}`}
      year={year}
      error={reply.error}
      rows={reply.data?.map(r => ({ ...r, id: r.recordId }))}
      columns={[
        { head: '类型', width: 96, cell: r => r.kind },
        { head: '人次', width: 64, className: 'r', cell: r => r.subjects },
        { head: '学时合计', width: 88, className: 'r', cell: r => hours(r.amount) },
      ]}
      empty={
        <EmptyState icon="calendar" title="这个月没有计入的参训记录。">
          登记活动后填出勤，或从签到表导入。
        </EmptyState>
      }
      onClose={onClose}
    />
  )
}

function PersonMonth({ asked, personId, year, onClose }: MonthProps & { readonly personId: string }) {
  const reply = useQuery('quota.subject', { quota, year, subjectId: personId }, { keep: false })
  const prefix = firstDayOf(year).slice(0, 5) + String(asked.month).padStart(2, '0')
  const [from, until] = [`${prefix}-01`, `${prefix}-${lastDate(year, asked.month)}`]
  const rows = reply.data?.lines.filter(l => l.startsOn <= until && l.endsOn >= from)
  return (
    <ActivityList
      title={`${asked.name} ${year} 年 ${asked.month} 月`}
      sub={`${rows?.length ?? 0} 次活动`}
      year={year}
      error={reply.error}
      rows={rows?.map(l => ({ ...l, id: l.recordId }))}
      columns={[
        { head: '出勤', width: 64, cell: l => l.state },
        { head: '计入', width: 72, className: 'r', cell: l => <span className={l.counted > 0 ? '' : 'zero'}>{hours(l.counted)}</span> },
        { head: '说明', width: 184, className: 't12 ink-3 ellipsis', cell: l => <span title={l.why ?? ''}>{l.why}</span> },
      ]}
      empty={<EmptyState icon="calendar" title="这个月没有参训记录。" />}
      onClose={onClose}
    />
  )
}

interface Listed {
  readonly id: string
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
}

interface ListProps<R extends Listed> {
  readonly title: string
  readonly sub: string
  readonly year: number
  readonly error: unknown
  /** Undefined while they are on the way. */
  readonly rows: readonly R[] | undefined
  /** What there is to say beside the day and the name. */
  readonly columns: readonly { readonly head: string; readonly width: number; readonly className?: string; cell(row: R): ReactNode }[]
  readonly empty: ReactNode
  onClose(): void
}

function ActivityList<R extends Listed>({ title, sub, year, error, rows, columns, empty, onClose }: ListProps<R>) {
  return (
    <Dialog open size={720} title={title} sub={sub} onClose={onClose}>
      <ErrorBanner error={error} />
      {rows?.length === 0 && empty}
      {rows && rows.length > 0 && (
        <table className="table dense month-table">
          <thead>
            <tr>
              <th style={{ width: 104 }}>日期</th>
              <th>活动</th>
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
                  <Link to={`/activities/${row.id}`}>{row.title}</Link>
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
