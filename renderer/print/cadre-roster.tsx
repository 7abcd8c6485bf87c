import { cadreRoster, type CadreRosterProps, columnsOfRoster } from '../../shared/forms/cadre-roster.ts'
import { longDay, spacedName } from '../../shared/forms/text.ts'
import { nameClass } from './document.tsx'
import { TableForm } from './table-form.tsx'

export function CadreRoster({ watermark, title, unit, on, author, columns: keys, paper, rows, omitted, total }: CadreRosterProps) {
  const columns = columnsOfRoster(keys, paper)
  return (
    <TableForm
      form={{ ...cadreRoster, paper: { ...cadreRoster.paper, size: paper } }}
      watermark={watermark}
      preview={omitted > 0 ? `前 ${rows.length} 人，共 ${total} 人` : undefined}
      title={title}
      under={[`单位：${unit}`, `截止 ${longDay(on)}`, `共 ${total} 人`]}
      columns={columns}
      foot={[`填表人：${author}`, `填报日期：${longDay(on)}`]}
    >
      {rows.map((row, i) => (
        <tr key={i}>
          <td>{i + 1}</td>
          {row.map((cell, n) => {
            const column = columns[n + 1]
            if (column?.key === 'personId')
              return (
                <td key={n} className={nameClass(cell)}>
                  {spacedName(cell)}
                </td>
              )
            return (
              <td key={n} className={column?.left ? 'l' : undefined}>
                {cell}
              </td>
            )
          })}
        </tr>
      ))}
      {omitted > 0 && (
        <tr>
          <td colSpan={columns.length}>（预览略去其余 {omitted} 人，打印和导出时齐全）</td>
        </tr>
      )}
    </TableForm>
  )
}
