import { type BallotPaperSheet, type PaperRow, placesOf } from '../../shared/forms/ballot-paper.ts'
import { Widths } from './document.tsx'

/** Candidates to a band; the label, and so many columns. */
const across = 8

interface Band {
  readonly label: string
  readonly names: readonly string[]
}

const inBands = (label: string, names: readonly string[]): Band[] =>
  Array.from({ length: Math.ceil(names.length / across) }, (_, i) => ({ label, names: names.slice(i * across, (i + 1) * across) }))

/** 候选人, then as many empty columns for 另选人 as there are places, office by office. */
function bandsOf(rows: readonly PaperRow[], places: number | null): readonly Band[] {
  const sections = rows.some(row => row.section !== '') ? placesOf(rows) : [{ section: '', places: places ?? 0, names: rows }]
  return sections.flatMap(({ section, places: seats, names }) => {
    const of = sections.length > 1 ? section : ''
    return [
      ...inBands(
        `${of}候选人`,
        names.map(row => row.name),
      ),
      ...inBands(
        `${of}另选人`,
        Array.from({ length: seats }, () => ''),
      ),
    ]
  })
}

/** 选票: a box for ○ or × above each name, and names from top to bottom. A band is one row, so that no page parts a name from its box. */
export const ElectionTable = ({ rows, places }: Pick<BallotPaperSheet, 'rows' | 'places'>) => (
  <table className="g signs" data-flow="">
    <Widths of={[16.1, ...Array.from({ length: across }, () => 13.5)]} />
    <tbody>
      {bandsOf(rows, places).map(({ label, names }, i) => (
        <tr key={i}>
          <th>
            <div className="sign">符　号</div>
            <div className="name label">{label}</div>
          </th>
          {names.map((name, j) => (
            <td key={j}>
              <div className="sign" />
              <div className="name">{name}</div>
            </td>
          ))}
          {names.length < across && <td className="none" colSpan={across - names.length} />}
        </tr>
      ))}
    </tbody>
  </table>
)
