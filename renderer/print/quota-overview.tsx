import { overviewCells, overviewColumns, quotaOverview, type QuotaOverviewProps } from '../../shared/forms/quota-overview.ts'
import { longDay } from '../../shared/forms/text.ts'
import { TableForm } from './table-form.tsx'

export const QuotaOverview = ({ watermark, unit, year, until, rows, author, filledOn, notes }: QuotaOverviewProps) => (
  <TableForm
    form={quotaOverview}
    watermark={watermark}
    under={[`单位（盖章）：${unit}`, `年度：${year}年`, `统计截止：${longDay(until)}`]}
    columns={overviewColumns}
    figures
    remarks={notes}
    foot={['审核人：　　　　　　', `填表人：${author}`, `填报日期：${longDay(filledOn)}`]}
  >
    {rows.map((row, i) => (
      <tr key={`${row.topic}${row.label}`}>
        {overviewCells(row, i).map((cell, c) => (
          <td key={c} className={overviewLeft[c] ? 'l' : undefined}>
            {cell}
          </td>
        ))}
      </tr>
    ))}
  </TableForm>
)

const overviewLeft = overviewColumns.map(column => 'left' in column)
