import type { ReactNode } from 'react'
import { familyOf, summaryColumns } from '../../shared/forms/ballot-columns.ts'
import { ballotSummary, type BallotSummaryProps, shownCell, type SummaryDocument, summaryPaper, summaryTitle } from '../../shared/forms/ballot-summary.ts'
import { ballots } from '../../shared/ballots/index.ts'
import type { FormColumn, SheetCell } from '../../shared/forms/form.ts'
import { spacedName } from '../../shared/forms/text.ts'
import { broken, Columns, FormDocument, Notes, Widths } from './document.tsx'

export const BallotSummary = ({ watermark, kind, shape, documents }: BallotSummaryProps) => {
  const form = { name: ballotSummary.name, paper: summaryPaper(kind) }
  const columns = summaryColumns(kind, shape)
  const family = familyOf(ballots[kind])
  const wide = form.paper.landscape
  return documents.map((document, i) => (
    <FormDocument
      key={i}
      form={form}
      watermark={watermark}
      head={
        <>
          <h1>{summaryTitle(kind)}</h1>
          <Head document={document} />
        </>
      }
      table={
        <table className={`g num ${family}${document.boxes.length > 0 ? ' joined' : ''}`} data-flow="">
          <Columns columns={columns} />
          <tbody>
            {document.rows.map((row, r) => (
              <tr key={r}>{columns.map((column, c) => cellOf(document.rows, columns, r, c, row[c] ?? null, column))}</tr>
            ))}
          </tbody>
        </table>
      }
      tail={<Tail document={document} wide={wide} />}
    />
  ))
}

/** A character of 11 pt. */
const letterMm = 3.9

/** A cell; none where the rows above say the same of the same and share theirs. */
function cellOf(rows: SummaryDocument['rows'], columns: readonly FormColumn[], r: number, c: number, value: SheetCell, column: FormColumn): ReactNode {
  const text = shownCell(value, column)
  const look = column.left ? 'l' : typeof value === 'string' && text.length * letterMm > column.mm - 2 ? 'tight' : undefined
  const shown = column.key === 'name' ? spacedName(text) : text
  if (!column.merged)
    return (
      <td key={c} className={look}>
        {shown}
      </td>
    )
  if (r > 0 && same(rows, columns, r - 1, r, c)) return null
  let end = r + 1
  while (end < rows.length && same(rows, columns, r, end, c)) end += 1
  return (
    <td key={c} className={look} rowSpan={end - r > 1 ? end - r : undefined}>
      {shown}
    </td>
  )
}

/** Whether two rows say the same in a column and in the one that decides who they are about. */
function same(rows: SummaryDocument['rows'], columns: readonly FormColumn[], a: number, b: number, c: number): boolean {
  const decides = columns.findIndex(({ key }) => key === columns[c]?.merged)
  return rows[a]?.[c] === rows[b]?.[c] && rows[a]?.[decides] === rows[b]?.[decides]
}

const Head = ({ document: { under, says, boxes, figures } }: { readonly document: SummaryDocument }) => (
  <>
    {under && (
      <div className="form-sub c">
        <span>{under}</span>
      </div>
    )}
    {says.map((line, i) => (
      <div key={i} className="form-sub">
        {line.map((text, j) => (
          <span key={j} className={j === 0 ? 'shrink' : undefined}>
            {text}
          </span>
        ))}
      </div>
    ))}
    {boxes.length > 0 && (
      <table className="g">
        <Widths of={[34, 50.8, 34, 50.8]} />
        <tbody>
          {boxes.map((box, i) => {
            const next = boxes[i + 1]
            return i % 2 === 0 ? (
              <tr key={box.label}>
                <th>{box.label}</th>
                <td className="l">{box.value}</td>
                <th>{next?.label}</th>
                <td className="l">{next?.value}</td>
              </tr>
            ) : null
          })}
        </tbody>
      </table>
    )}
    {figures.length > 0 && (
      <table className="g num joined figures">
        <Widths of={figures.map(() => 169.6 / figures.length)} />
        <tbody>
          <tr>
            {figures.map(({ label }) => (
              <th key={label}>{broken(label)}</th>
            ))}
          </tr>
          <tr>
            {figures.map(({ label, value }) => (
              <td key={label}>{value}</td>
            ))}
          </tr>
        </tbody>
      </table>
    )}
  </>
)

const Tail = ({ document: { verdicts, signatures, seal, notes }, wide }: { readonly document: SummaryDocument; readonly wide: boolean }) => (
  <>
    {verdicts.length > 0 && (
      <table className="g joined verdicts">
        <Widths of={wide ? [32, 224.6] : [34, 135.6]} />
        <tbody>
          {verdicts.map(({ label, value }, i) => (
            <tr key={i}>
              <th>{label}</th>
              <td className="l">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {signatures.map((line, i) => (
      <div key={i} className="form-foot signs">
        {line.map(text => (
          <span key={text}>{text}</span>
        ))}
      </div>
    ))}
    {seal.length > 0 && (
      <div className="form-seal">
        {seal.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
    )}
    <Notes word="注" notes={notes} />
  </>
)
