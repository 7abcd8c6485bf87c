import type { BallotPaperSheet } from '../../shared/forms/ballot-paper-sheet.ts'
import { bandsOf } from '../../shared/forms/election-bands.ts'
import { Widths } from './document.tsx'

/** The width of the paper beside the labels, in millimetres. */
const room = 108

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
