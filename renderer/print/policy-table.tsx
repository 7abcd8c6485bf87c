import { policyTable, policyTableColumns, type PolicyTableProps, type PolicyTableRow } from '../../shared/forms/policy-table.ts'
import { longDay } from '../../shared/forms/text.ts'
import { Columns, FormDocument, Notes } from './document.tsx'

/** One table for each document; each starts on a page of its own and counts its own pages. */
export const PolicyTable = ({ documents, ...common }: PolicyTableProps) =>
  documents.map(document => <DocumentTable key={document.title} {...common} {...document} />)

type DocumentProps = Omit<PolicyTableProps, 'documents'> & PolicyTableProps['documents'][number]

const DocumentTable = ({ watermark, office, author, printedOn, notes, title, totals, rows }: DocumentProps) => (
  <FormDocument
    form={policyTable}
    watermark={watermark}
    head={
      <>
        <h1>{policyTable.label}</h1>
        <div className="form-sub">
          <span className="shrink">文件：{title}</span>
          <span>截至：{longDay(printedOn)}</span>
        </div>
      </>
    }
    table={
      <table className="g" data-flow="">
        <Columns columns={policyTableColumns} />
        <tbody>
          {rows.map(row => (
            <ClauseRow key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    }
    tail={
      <>
        <Notes word="说明" notes={notes} />
        <div className="form-foot">
          <span>
            共 {rows.length} 条：{totals}
          </span>
          <span>{office}</span>
          <span>经办人：{author}　</span>
        </div>
      </>
    }
  />
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
