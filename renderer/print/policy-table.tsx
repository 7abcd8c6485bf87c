import { policyTable, policyTableColumns, type PolicyTableProps, type PolicyTableRow } from '../../shared/forms/policy-table.ts'
import { longDay } from '../../shared/forms/text.ts'
import { TableForm } from './table-form.tsx'

/** One table for each document; each starts on a page of its own and counts its own pages. */
export const PolicyTable = ({ documents, ...common }: PolicyTableProps) =>
  documents.map(document => <DocumentTable key={document.title} {...common} {...document} />)

type DocumentProps = Omit<PolicyTableProps, 'documents'> & PolicyTableProps['documents'][number]

const DocumentTable = ({ watermark, office, author, printedOn, notes, title, totals, rows }: DocumentProps) => (
  <TableForm
    form={policyTable}
    watermark={watermark}
    under={[`文件：${title}`, `截至：${longDay(printedOn)}`]}
    columns={policyTableColumns}
    notes={notes}
    foot={[`共 ${rows.length} 条：${totals}`, office, `经办人：${author}　`]}
  >
    {rows.map(row => (
      <ClauseRow key={row.code} row={row} />
    ))}
  </TableForm>
)

const ClauseRow = ({ row }: { readonly row: PolicyTableRow }) => (
  <tr>
    <td>{row.code}</td>
    <td className="l">{row.phrase}</td>
    <td>{row.number}</td>
    <td className="l">{row.text}</td>
    <td className="l">{row.servedBy}</td>
    <td>{row.state}</td>
  </tr>
)
