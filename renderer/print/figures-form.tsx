import type { Form, FormColumn, SheetCell } from '../../shared/forms/form.ts'
import { longDay } from '../../shared/forms/text.ts'
import { TableForm } from './table-form.tsx'

interface Row {
  readonly number: number
  readonly name: string
  readonly cells: readonly SheetCell[]
}

interface Props {
  readonly form: Pick<Form, 'name' | 'paper' | 'label'>
  readonly watermark: string | null
  readonly title?: string
  readonly unit: string
  /** Under the title after the unit: the year, the day the figures are of. */
  readonly asOf: readonly string[]
  readonly columns: readonly FormColumn[]
  /** 党支部, 党组织: what stands in a row. */
  readonly each: string
  readonly rows: readonly Row[]
  readonly total: Row['cells']
  /** Rows that a preview leaves out. */
  readonly omitted: number
  readonly notes: readonly string[]
  readonly author: string
  readonly filledOn: string
}

/** 报表: figures of every organization with their sum, sealed by the unit that reports them. */
export const FiguresForm = ({ unit, asOf, each, rows, total, omitted, author, filledOn, ...table }: Props) => (
  <TableForm
    {...table}
    preview={omitted > 0 ? `前 ${rows.length} 个${each}，共 ${rows.length + omitted} 个` : undefined}
    under={[`填报单位（盖章）：${unit}`, ...asOf]}
    figures
    foot={['审核人：　　　　　　', `填表人：${author}`, `填报日期：${longDay(filledOn)}　`]}
  >
    {rows.map(({ number, name, cells }) => (
      <tr key={number}>
        <td>{number}</td>
        <td className="l">{name}</td>
        <Cells cells={cells} />
      </tr>
    ))}
    <tr data-total="">
      <th colSpan={2}>合　计</th>
      <Cells cells={total} />
    </tr>
  </TableForm>
)

const Cells = ({ cells }: Pick<Row, 'cells'>) =>
  cells.map((cell, i) => (
    <td key={i} className="close">
      {cell}
    </td>
  ))
