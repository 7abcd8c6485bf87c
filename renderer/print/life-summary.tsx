import { lifeCells, lifeColumns, lifeSummary, type LifeSummaryProps } from '../../shared/forms/life-summary.ts'
import { longDay } from '../../shared/forms/text.ts'
import { Columns, FormDocument, Notes } from './document.tsx'

export const LifeSummary = ({ watermark, unit, year, until, kinds, rows, total, omitted, author, filledOn, notes }: LifeSummaryProps) => (
  <FormDocument
    form={lifeSummary}
    watermark={watermark}
    preview={omitted > 0 ? `前 ${rows.length} 个党支部，共 ${rows.length + omitted} 个` : undefined}
    head={
      <>
        <h1>{lifeSummary.label}</h1>
        <div className="form-sub">
          <span className="shrink">填报单位（盖章）：{unit}</span>
          <span>{year}年度</span>
          <span>统计截止：{longDay(until)}</span>
        </div>
      </>
    }
    table={
      <table className="g num" data-flow="">
        <Columns columns={lifeColumns(kinds)} />
        <tbody>
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
        </tbody>
      </table>
    }
    tail={
      <>
        <Notes word="说明" notes={notes} />
        <div className="form-foot">
          <span>审核人：　　　　　　</span>
          <span>填表人：{author}</span>
          <span>填报日期：{longDay(filledOn)}　</span>
        </div>
      </>
    }
  />
)

const Cells = ({ cells }: { readonly cells: ReturnType<typeof lifeCells> }) =>
  cells.map((cell, i) => (
    <td key={i} className="close">
      {cell}
    </td>
  ))
