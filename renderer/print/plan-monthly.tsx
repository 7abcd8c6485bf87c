import { planMonthly, planMonthlyCells, planMonthlyColumns, type PlanMonthlyProps } from '../../shared/forms/development/plan-monthly.ts'
import { longDay } from '../../shared/forms/text.ts'
import { FiguresForm } from './figures-form.tsx'

export const PlanMonthly = ({ year, month, until, rows, total, ...rest }: PlanMonthlyProps) => (
  <FiguresForm
    {...rest}
    form={planMonthly}
    title={`${year}年${month}月${planMonthly.label}`}
    asOf={[`统计截止：${longDay(until)}`]}
    columns={planMonthlyColumns}
    each="党组织"
    rows={rows.map(row => ({ number: row.number, name: row.name, cells: planMonthlyCells(row) }))}
    total={planMonthlyCells(total)}
  />
)
