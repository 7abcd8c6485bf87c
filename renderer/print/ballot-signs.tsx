import { type BallotPaperSheet, type PaperRow, placesOf } from '../../shared/forms/ballot-paper.ts'
import { Widths } from './document.tsx'

/** Candidates to a band at most, and boxes at least: three names do not make three barn doors. */
const [most, least] = [8, 4]
/** The width of the paper beside the labels, in millimetres. */
const room = 108

interface Band {
  readonly label: string
  readonly names: readonly string[]
}

/** So many names to a band that the bands are alike and the paper is filled. */
const fitting = (names: number): number => Math.ceil(names / Math.ceil(names / most))

const inBands = (label: string, names: readonly string[], across: number): Band[] =>
  Array.from({ length: Math.ceil(names.length / across) }, (_, i) => ({ label, names: names.slice(i * across, (i + 1) * across) }))

/** 候选人, then as many empty columns for 另选人 as there are places, office by office; and how many columns all of them have. */
function bandsOf(rows: readonly PaperRow[], places: number | null): { readonly bands: readonly Band[]; readonly across: number } {
  const sections = rows.some(row => row.section !== '') ? placesOf(rows) : [{ section: '', places: places ?? 0, names: rows }]
  const across = Math.max(least, ...sections.flatMap(({ names, places: seats }) => [names.length, seats].filter(n => n > 0).map(fitting)))
  const bands = sections.flatMap(({ section, places: seats, names }) => {
    const of = sections.length > 1 ? section : ''
    return [
      ...inBands(
        `${of}候选人`,
        names.map(row => row.name),
        across,
      ),
      ...inBands(
        `${of}另选人`,
        Array.from({ length: seats }, () => ''),
        across,
      ),
    ]
  })
  return { bands, across }
}

/** 选票: a box for ○ or × above each name, and names from top to bottom. A band is one row, so that no page parts a name from its box. */
export function ElectionTable({ rows, places }: Pick<BallotPaperSheet, 'rows' | 'places'>) {
  const { bands, across } = bandsOf(rows, places)
  return (
    <table className="g signs" data-flow="">
      <Widths of={[16.1, ...Array.from({ length: across }, () => room / across)]} />
      <tbody>
        {bands.map(({ label, names }, i) => (
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
}
