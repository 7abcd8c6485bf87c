import { planMonthly, planMonthlyCells, planMonthlyColumns, type PlanMonthlyProps } from '../../shared/forms/development/plan-monthly.ts'
import { longDay } from '../../shared/forms/text.ts'
import { TableForm } from './table-form.tsx'

export const PlanMonthly = ({ watermark, unit, year, month, until, rows, total, omitted, author, filledOn, notes }: PlanMonthlyProps) => (
  <TableForm
    form={planMonthly}
    watermark={watermark}
    title={`${year}年${month}月${planMonthly.label}`}
    preview={omitted > 0 ? `前 ${rows.length} 个党组织，共 ${rows.length + omitted} 个` : undefined}
    under={[`填报单位（盖章）：${unit}`, `统计截止：${longDay(until)}`]}
    columns={planMonthlyColumns}
    figures
    notes={notes}
    foot={['审核人：　　　　　　', `填表人：${author}`, `填报日期：${longDay(filledOn)}　`]}
  >
    {rows.map(row => (
      <tr key={row.number}>
        <td>{row.number}</td>
        <td className="l">{row.name}</td>
        <Cells cells={planMonthlyCells(row)} />
      </tr>
    ))}
    <tr data-total="">
      <th colSpan={2}>合　计</th>
      <Cells cells={planMonthlyCells(total)} />
    </tr>
  </TableForm>
)

const Cells = ({ cells }: { readonly cells: ReturnType<typeof planMonthlyCells> }) =>
  cells.map((cell, i) => (
    <td key={i} className="close">
      {cell}
    </td>
  ))
