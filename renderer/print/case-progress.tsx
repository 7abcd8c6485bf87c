import { caseProgress, caseProgressColumns, type CaseProgressProps, progressNotes } from '../../shared/forms/case-progress.ts'
import { longDay, spacedName } from '../../shared/forms/text.ts'
import { TableForm } from './table-form.tsx'

export const CaseProgress = ({ watermark, title, organization, office, author, printedOn, rows, byPhase, overdue }: CaseProgressProps) => (
  <TableForm
    form={caseProgress}
    watermark={watermark}
    title={title}
    under={[`党组织：${organization}`, `截至：${longDay(printedOn)}`]}
    columns={caseProgressColumns}
    notes={progressNotes({ rows, byPhase, overdue })}
    foot={[office, `填表人：${author}　`]}
  >
    {rows.map(row => (
      <tr key={row.number}>
        <td>{row.number}</td>
        <td>{spacedName(row.name)}</td>
        <td className="l">{row.branch}</td>
        <td>{row.phase}</td>
        <td className="l">{row.step}</td>
        <td>{row.state}</td>
        <td>{row.dueOn}</td>
        <td>{row.missing}</td>
        <td>{row.remarks}</td>
        <td>{row.owner}</td>
        <td>{row.openedOn}</td>
      </tr>
    ))}
  </TableForm>
)
