import { firstDayOf, lastDate } from '../../../shared/rules/days.ts'
import { useQuery } from '../../api/hooks.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { hours, quota, spanText } from './words.ts'

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

function BranchMonth({ asked, year, onClose }: { readonly asked: MonthAsked; readonly year: number; onClose(): void }) {
  const reply = useQuery('quota.month', { quota, year, month: asked.month, organizationId: asked.organizationId }, { keep: false })
  const rows = reply.data ?? []
  const total = rows.reduce((sum, r) => sum + r.hours, 0)
  const sub = `${asked.name}，${rows.length} 次，计 ${hours(total)} 学时`
  // The list has everyone who came, the cell only those who owe hours.
  const mean = asked.mean && asked.mean.of > 0 ? `；其中应学的 ${asked.mean.of} 人，人均 ${hours(asked.mean.hours, 1)}` : ''
  return (
    <Dialog open size={720} title={`${year} 年 ${asked.month} 月的活动`} sub={`${sub}${mean}`} onClose={onClose}>
      <ErrorBanner error={reply.error} />
      {reply.data && rows.length === 0 && (
        <EmptyState icon="calendar" title="这个月没有计入的参训记录。">
          登记活动后填出勤，或从签到表导入。
        </EmptyState>
      )}
      {rows.length > 0 && (
        <table className="table dense month-table">
          <thead>
            <tr>
              <th style={{ width: 104 }}>日期</th>
              <th>活动</th>
              <th style={{ width: 96 }}>类型</th>
              <th className="r" style={{ width: 64 }}>
                人次
              </th>
              <th className="r" style={{ width: 88 }}>
                学时合计
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(r => (
              <tr key={r.activityId}>
                <td>{spanText(r.startsOn, r.endsOn, year)}</td>
                <td className="ellipsis">
                  <Link to={`/activities/${r.activityId}`}>{r.name}</Link>
                </td>
                <td>{r.kind}</td>
                <td className="r">{r.attended}</td>
                <td className="r">{hours(r.hours)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}

function PersonMonth({ asked, personId, year, onClose }: { readonly asked: MonthAsked; readonly personId: string; readonly year: number; onClose(): void }) {
  const reply = useQuery('quota.person', { quota, year, personId }, { keep: false })
  const prefix = firstDayOf(year).slice(0, 5) + String(asked.month).padStart(2, '0')
  const [from, until] = [`${prefix}-01`, `${prefix}-${lastDate(year, asked.month)}`]
  const rows = reply.data?.lines.filter(l => l.startsOn <= until && l.endsOn >= from) ?? []
  return (
    <Dialog open size={720} title={`${asked.name} ${year} 年 ${asked.month} 月`} sub={`${rows.length} 次活动`} onClose={onClose}>
      <ErrorBanner error={reply.error} />
      {reply.data && rows.length === 0 && <EmptyState icon="calendar" title="这个月没有参训记录。" />}
      {rows.length > 0 && (
        <table className="table dense month-table">
          <thead>
            <tr>
              <th style={{ width: 104 }}>日期</th>
              <th>活动</th>
              <th style={{ width: 64 }}>出勤</th>
              <th className="r" style={{ width: 72 }}>
                计入
              </th>
              <th style={{ width: 184 }}>说明</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(l => (
              <tr key={l.recordId}>
                <td>{spanText(l.startsOn, l.endsOn, year)}</td>
                <td className="ellipsis">
                  <Link to={`/activities/${l.recordId}`}>{l.title}</Link>
                </td>
                <td>{l.state}</td>
                <td className={l.counted > 0 ? 'r' : 'r zero'}>{hours(l.counted)}</td>
                <td className="t12 ink-3 ellipsis" title={l.why ?? ''}>
                  {l.why}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
