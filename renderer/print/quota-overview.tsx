import { keptOf, overviewColumns, quotaOverview, type QuotaOverviewProps, rateOf } from '../../shared/forms/quota-overview.ts'
import { longDay } from '../../shared/forms/text.ts'
import { Columns, FormDocument, Notes } from './document.tsx'

export const QuotaOverview = ({ watermark, unit, year, until, rows, author, filledOn, notes }: QuotaOverviewProps) => (
  <FormDocument
    form={quotaOverview}
    watermark={watermark}
    head={
      <>
        <h1>{quotaOverview.label}</h1>
        <div className="form-sub">
          <span>单位（盖章）：{unit}</span>
          <span>年度：{year}年</span>
          <span>统计截止：{longDay(until)}</span>
        </div>
      </>
    }
    table={
      <table className="g num" data-flow="">
        <Columns columns={overviewColumns} />
        <tbody>
          {rows.map((row, i) => (
            <tr key={`${row.topic}${row.label}`}>
              <td>{i + 1}</td>
              <td>{row.topic}</td>
              <td className="l">{row.label}</td>
              <td className="l">{row.circle}</td>
              <td>{row.every}</td>
              <td>{row.target}</td>
              <td>{row.basis}</td>
              <td>{row.required}</td>
              <td>{row.met}</td>
              <td>{rateOf(row)}</td>
              <td>{keptOf(row)}</td>
              <td>{row.short}</td>
              <td>{row.near}</td>
              <td>{row.open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    }
    tail={
      <>
        <div className="form-foot">
          <span>审核人：　　　　　　</span>
          <span>填表人：{author}</span>
          <span>填报日期：{longDay(filledOn)}</span>
        </div>
        <Notes word="注" notes={notes} />
      </>
    }
  />
)
