import { lifeCells, lifeColumns, lifeSummary, type LifeSummaryProps } from '../../shared/forms/life-summary.ts'
import { longDay } from '../../shared/forms/text.ts'
import { TableForm } from './table-form.tsx'

export const LifeSummary = ({ watermark, unit, year, until, kinds, rows, total, omitted, author, filledOn, notes }: LifeSummaryProps) => (
  <TableForm
    form={lifeSummary}
    watermark={watermark}
    preview={omitted > 0 ? `前 ${rows.length} 个党支部，共 ${rows.length + omitted} 个` : undefined}
    under={[`填报单位（盖章）：${unit}`, `${year}年度`, `统计截止：${longDay(until)}`]}
    columns={lifeColumns(kinds)}
    figures
    notes={notes}
    foot={['审核人：　　　　　　', `填表人：${author}`, `填报日期：${longDay(filledOn)}　`]}
  >
    {rows.map(row => (
      <tr key={row.number}>
        <td>{row.number}</td>
        <td className="l">{row.branch}</td>
        <Cells cells={lifeCells(row)} />
      </tr>
    ))}
    <tr data-total="">
      <th colSpan={2}>合　计</th>
      <Cells cells={lifeCells(total)} />
    </tr>
  </TableForm>
)

const Cells = ({ cells }: { readonly cells: ReturnType<typeof lifeCells> }) =>
  cells.map((cell, i) => (
    <td key={i} className="close">
      {cell}
    </td>
  ))
