import { listColumns, quotaList, type QuotaListProps, type QuotaListRow } from '../../shared/forms/quota-list.ts'
import { hoursText, longDay, spacedName } from '../../shared/forms/text.ts'
import { nameClass } from './document.tsx'
import { TableForm } from './table-form.tsx'

export function QuotaList({ watermark, unit, year, until, quota, amounts, people, rows, omitted, totals, author, filledOn, notes }: QuotaListProps) {
  const columns = listColumns(people)
  return (
    <TableForm
      form={quotaList}
      watermark={watermark}
      preview={omitted > 0 ? `前 ${rows.length} 行，共 ${rows.length + omitted} 行` : undefined}
      title={`${quota}完成情况名单`}
      under={[`单位：${unit}`, `${year}年度，截止 ${longDay(until)}`, `计量：${amounts}`]}
      columns={columns}
      figures
      remarks={notes}
      foot={[totals, `填表人：${author}`, `填报日期：${longDay(filledOn)}`]}
    >
      {rows.map(row => (
        <SubjectRow key={row.number} row={row} people={people} />
      ))}
      {omitted > 0 && (
        <tr>
          <td colSpan={columns.length}>（预览略去其余 {omitted} 行，打印和导出时齐全）</td>
        </tr>
      )}
    </TableForm>
  )
}

const SubjectRow = ({ row, people }: { readonly row: QuotaListRow; readonly people: boolean }) => (
  <tr>
    <td>{row.number}</td>
    {people ? <td className={nameClass(row.name)}>{spacedName(row.name)}</td> : <td className="l">{row.name}</td>}
    {people && <td className="l">{row.organization}</td>}
    {people && <td className="l">{row.post}</td>}
    <td>{row.target === null ? '—' : hoursText(row.target)}</td>
    <td>{hoursText(row.done)}</td>
    <td>{row.target === null ? '—' : hoursText(row.missing)}</td>
    <td>{row.kept}</td>
    <td>{row.state}</td>
    <td className="l">{row.remark}</td>
  </tr>
)
