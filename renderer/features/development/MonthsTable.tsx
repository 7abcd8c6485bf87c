import { happeningNames, happenings } from '../../../shared/rules/development.ts'
import { useQuery } from '../../api/hooks.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Count } from './Count.tsx'
import type { Opened } from './words.ts'
import { perCent } from './words.ts'

interface Props {
  readonly year: number
  readonly organizationId: string | undefined
  readonly name: string
  readonly opened: Opened | undefined
  onOpen(opened: Opened): void
}

/** 逐月: what happened in each month, and how far the plan was by its end. */
export function MonthsTable({ year, organizationId, name, opened, onOpen }: Props) {
  const reply = useQuery('development.months', { year, organizationId })
  if (!reply.data) return <ErrorBanner error={reply.error} />
  const { months, planned } = reply.data
  return (
    <div className="dev-months">
      <table className="table dense">
        <thead>
          <tr>
            <th>月份</th>
            {happeningNames.map(one => (
              <th key={one} className="r">
                {happenings[one]}
              </th>
            ))}
            <th className="r">累计接收</th>
            <th className="r">完成计划</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month, i) => (
            <tr key={i}>
              <td>{i + 1} 月</td>
              {happeningNames.map(one => (
                <td key={one} className="r">
                  {month === null ? (
                    <span className="dash">—</span>
                  ) : (
                    <Count
                      count={month.happened[one]}
                      label={`${i + 1} 月，${happenings[one]}`}
                      on={opened?.figure === one && opened.month === i + 1}
                      onOpen={() => onOpen({ figure: one, organizationId, name, month: i + 1 })}
                    />
                  )}
                </td>
              ))}
              <td className="r">{month === null ? <span className="dash">—</span> : month.received}</td>
              <td className="r">{month === null || !planned ? <span className="dash">—</span> : perCent(month.received, planned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
