import { lifeCells, lifeColumns, lifeSummary, type LifeSummaryProps } from '../../shared/forms/life-summary.ts'
import { longDay } from '../../shared/forms/text.ts'
import { FiguresForm } from './figures-form.tsx'

export const LifeSummary = ({ year, until, kinds, rows, total, ...rest }: LifeSummaryProps) => (
  <FiguresForm
    {...rest}
    form={lifeSummary}
    asOf={[`${year}年度`, `统计截止：${longDay(until)}`]}
    columns={lifeColumns(kinds)}
    each="党支部"
    rows={rows.map(row => ({ number: row.number, name: row.branch, cells: lifeCells(row) }))}
    total={lifeCells(total)}
  />
)
