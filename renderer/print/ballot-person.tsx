import { type BallotKind, overall } from '../../shared/ballots/kind.ts'
import { itemsOf } from '../../shared/forms/ballot-paper-columns.ts'
import { Widths } from './document.tsx'

/** 是否同意提拔使用: what is asked with answers of its own stands under the table. */
const ownOptions = (kind: BallotKind) => itemsOf(kind).filter(item => item.options !== undefined)

/** One cadre on a paper: what is judged with what is meant by it, then the whole. */
export function PersonTable({ kind }: { readonly kind: BallotKind }) {
  const { options } = kind.paper
  const boxes = options.map(({ key }) => <td key={key} />)
  return (
    <table className="g person" data-flow="">
      <Widths of={[20, 104.1 - 15 * options.length, ...options.map(() => 15)]} />
      <thead>
        <tr>
          <th colSpan={2} rowSpan={2}>
            测评内容
          </th>
          <th colSpan={options.length}>测　评　意　见</th>
        </tr>
        <tr>
          {options.map(({ key, label }) => (
            <th key={key}>{label.length > 3 ? [label.slice(0, 2), <br key="" />, label.slice(2)] : label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {itemsOf(kind)
          .filter(item => item.options === undefined)
          .map(({ key, label, hint }) => (
            <tr key={key}>
              {key === overall ? (
                <th colSpan={2}>{label}</th>
              ) : (
                <>
                  <td className="close">{label}</td>
                  <td className="l hint">{hint}</td>
                </>
              )}
              {boxes}
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** 主要不足, and what has answers of its own, below the table. */
export const Asked = ({ kind }: { readonly kind: BallotKind }) => (
  <table className="g asked">
    <Widths of={[26, 98.1]} />
    <tbody>
      {ownOptions(kind).map(({ key, label, options = [] }) => (
        <tr key={key}>
          <th>
            {label.slice(0, 4)}
            <br />
            {label.slice(4)}
          </th>
          <td>
            {options.map(option => (
              <span key={option.key} className="choice">
                <i className="box" />
                {option.label}
              </span>
            ))}
          </td>
        </tr>
      ))}
      <tr className="free">
        <th>主要不足</th>
        <td />
      </tr>
    </tbody>
  </table>
)
