import type { ReactNode } from 'react'
import { ballots } from '../../shared/ballots/index.ts'
import type { BallotKind } from '../../shared/ballots/kind.ts'
import { layoutOf } from '../../shared/ballots/layout.ts'
import { ballotPaper, type BallotPaperProps } from '../../shared/forms/ballot-paper.ts'
import { paperColumns, paperOf, placesOf, scoresOne } from '../../shared/forms/ballot-paper-columns.ts'
import type { BallotPaperSheet } from '../../shared/forms/ballot-paper-sheet.ts'
import { spacedName } from '../../shared/forms/text.ts'
import { Asked, PersonTable } from './ballot-person.tsx'
import { ElectionTable } from './ballot-signs.tsx'
import { BallotSummary } from './ballot-summary.tsx'
import { Columns, FormDocument, nameClass, Notes } from './document.tsx'

/** Every paper as often as it is wanted. A voter sees names and empty boxes: nothing on it tells one copy from another. */
export const BallotPaper = ({ watermark, kind: name, papers, summary }: BallotPaperProps) => {
  const kind = ballots[name]
  const form = { name: ballotPaper.name, paper: paperOf(name) }
  return (
    <>
      {papers.map((paper, i) => (
        <FormDocument
          key={i}
          form={form}
          watermark={watermark}
          leaves={{ copies: paper.copies, foot: paper.foot }}
          head={<Head paper={paper} />}
          table={tableOf(kind, paper)}
          tail={
            <>
              {layoutOf(kind) === 'person' && <Asked kind={kind} />}
              <Notes word="说明" notes={paper.notes} />
            </>
          }
        />
      ))}
      {summary && <BallotSummary {...summary} />}
    </>
  )
}

const Head = ({ paper: { title, under, left, right } }: { readonly paper: BallotPaperSheet }) => (
  <>
    <h1>{title}</h1>
    {under && (
      <div className="form-sub c">
        <span>{under}</span>
      </div>
    )}
    <div className="form-sub">
      <span className="shrink">{left}</span>
      <span>{right}</span>
    </div>
  </>
)

function tableOf(kind: BallotKind, paper: BallotPaperSheet): ReactNode {
  const layout = layoutOf(kind)
  if (layout === 'person') return <PersonTable kind={kind} />
  if (layout === 'signs') return <ElectionTable rows={paper.rows} places={paper.places} />
  const columns = paperColumns(kind.name, paper)
  const one = layout === 'scores' && scoresOne(paper.rows)
  return (
    <table className={`g ${one ? 'one' : lookOf(kind, paper)}`} data-flow="">
      <Columns columns={columns} />
      <tbody>{layout === 'names' ? placeRows(paper) : one ? scoredRows(paper) : paper.rows.map(row => emptyRow(row, columns))}</tbody>
    </table>
  )
}

/** So many items stand in columns of few characters. */
const crowded = 14

/** How high rows are: a vote upon few has room, long lists are set closer. */
function lookOf(kind: BallotKind, { rows: { length: rows }, scored }: BallotPaperSheet): string {
  const layout = layoutOf(kind)
  if (layout === 'scores') return scored.length > crowded ? 'points tall' : 'points'
  if (layout !== 'marks') return layout
  if (kind.paper.blankColumn) return rows > 5 ? 'vote' : 'vote roomy'
  return rows > 12 ? 'marks close' : 'marks'
}

type Columns = ReturnType<typeof paperColumns>

const emptyRow = ({ number, name, post }: BallotPaperSheet['rows'][number], columns: Columns) => (
  <tr key={number}>
    {columns.map(({ key }, i) => {
      if (key === 'number') return <td key={key}>{number}</td>
      if (key === 'name')
        return (
          <td key={key} className={nameClass(name)}>
            {spacedName(name)}
          </td>
        )
      return key === 'post' ? (
        <td key={key} className="l small">
          {post}
        </td>
      ) : (
        <td key={i} />
      )
    })}
  </tr>
)

/** The names that are printed, to be ticked, and a place to write on for each of the 名额. */
const placeRows = (paper: BallotPaperSheet) => {
  const posts = placesOf(paper.rows)
  const ticks = posts.some(({ names }) => names.length > 0)
  return posts.map(({ section, places, names }) =>
    Array.from({ length: names.length + places }, (_, i) => (
      <tr key={`${section} ${i}`}>
        {i === 0 && (
          <td className="l" rowSpan={names.length + places}>
            {section}
            <br />（{places}名）
          </td>
        )}
        <td>{i + 1}</td>
        <td>{spacedName(names[i]?.name ?? '')}</td>
        <td className="l small">{names[i]?.post}</td>
        {ticks && <td />}
      </tr>
    )),
  )
}

const scoredRows = ({ scored }: BallotPaperSheet) => (
  <>
    {scored.map(({ area, label, rule, points }, i) => (
      <tr key={i}>
        {scored[i - 1]?.area !== area && <td rowSpan={scored.filter(item => item.area === area).length}>{area}</td>}
        <td className="l">{label}</td>
        <td className="l small">{rule}</td>
        <td>{points}</td>
        <td />
      </tr>
    ))}
    <tr>
      <th colSpan={3}>合　计</th>
      <td>{scored.reduce((sum, { points }) => sum + Math.round(points * 100), 0) / 100}</td>
      <td />
    </tr>
  </>
)
