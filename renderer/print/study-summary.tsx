import { percentOf, type StudySummaryProps, studySummary, summaryColumns, type SummaryRow } from '../../shared/forms/study-summary.ts'
import { studyGroupNames } from '../../shared/forms/study-kinds.ts'
import { hoursText, longDay, spacedName } from '../../shared/forms/text.ts'
import { Columns, FormDocument, nameClass, Notes } from './document.tsx'

export const StudySummary = ({ watermark, unit, year, rows, total, omitted, author, filledOn, notes }: StudySummaryProps) => (
  <FormDocument
    form={studySummary}
    watermark={watermark}
    preview={omitted > 0 ? `前 ${rows.length} 人，共 ${rows.length + omitted} 人` : undefined}
    head={
      <>
        <h1>{studySummary.label}</h1>
        <div className="form-sub">
          <span>填报单位（盖章）：{unit}</span>
          <span>年度：{year}年</span>
          <span>单位：学时</span>
        </div>
      </>
    }
    table={
      <table className="g num" data-flow="">
        <Columns columns={summaryColumns} />
        <tbody>
          {rows.map(row => (
            <PersonRow key={row.number} row={row} />
          ))}
          {omitted > 0 && (
            <tr>
              <td colSpan={summaryColumns.length}>（预览略去其余 {omitted} 人，打印和导出时齐全）</td>
            </tr>
          )}
          <tr data-total="">
            <th colSpan={4}>合　计</th>
            <td>{hoursText(total.target)}</td>
            <td>{hoursText(total.done)}</td>
            <td>{total.percent}</td>
            {studyGroupNames.map(group => (
              <td key={group}>{hoursText(total.hours[group])}</td>
            ))}
            <td>{total.met}人</td>
            <td>免{total.exempt}人</td>
          </tr>
        </tbody>
      </table>
    }
    tail={
      <>
        <div className="form-foot">
          <span>审核人：　　　　　　</span>
          <span>填表人：{author}</span>
          <span>联系电话：　　　　　　　　</span>
          <span>填报日期：{longDay(filledOn)}</span>
        </div>
        <Notes word="注" notes={notes} />
      </>
    }
  />
)

const PersonRow = ({ row }: { readonly row: SummaryRow }) => (
  <tr>
    <td>{row.number}</td>
    <td className={nameClass(row.name)}>{spacedName(row.name)}</td>
    <td className="l">{row.post}</td>
    <td>{row.category}</td>
    <td>{row.target === null ? '—' : hoursText(row.target)}</td>
    <td>{hoursText(row.done)}</td>
    <td>{percentOf(row)}</td>
    {studyGroupNames.map(group => (
      <td key={group}>{hoursText(row.hours[group])}</td>
    ))}
    <td>{row.verdict}</td>
    <td className="close">{row.remark}</td>
  </tr>
)
