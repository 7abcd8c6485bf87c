import { useEffect, useRef } from 'react'
import { blankKey } from '../../../shared/ballots/kind.ts'
import { encodeMarks, overfullSections, decodeMarks } from '../../../shared/rules/ballot-papers.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import type { CountLine } from './count-content.ts'
import { marksOf, type PaperInHand } from './paper-model.ts'

interface Props {
  readonly plan: Plan
  readonly lines: readonly CountLine[]
  readonly paper: PaperInHand
  readonly readOnly: boolean
  onCell(at: number, digit: string): void
}

/** One paper as it lies there: a row to a name, a tick where the voter put it; the digit of each option stands in the head. */
export function PaperTable({ plan, lines, paper, readOnly, onCell }: Props) {
  const current = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    current.current?.scrollIntoView?.({ block: 'nearest' })
  }, [paper.at, paper.number])
  const most = Math.max(0, ...plan.items.map(item => item.options.length))
  const several = plan.items.length > 1
  const sections = lines.some(({ row }) => row.section !== null)
  const common = plan.items[0]?.options ?? []
  const heads = [...Array.from({ length: most }, (_, i) => ({ digit: i + 1, label: common[i]?.label ?? '' })), { digit: 0, label: plan.blank.label }]
  return (
    <div className={paper.invalid ? 'paper-table invalid' : 'paper-table'}>
      <table className="table dense" aria-label={`第 ${paper.number} 张票`}>
        <colgroup>
          <col style={{ width: 48 }} />
          <col style={{ width: 104 }} />
          {sections && <col style={{ width: 132 }} />}
          <col />
          {heads.map(({ digit }) => (
            <col key={digit} style={{ width: 88 }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th className="r">序</th>
            <th>姓名</th>
            {sections && <th>职位</th>}
            <th>{several ? '项目' : '职务'}</th>
            {heads.map(({ digit, label }) => (
              <th key={digit} className="c">
                <kbd>{digit}</kbd> {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const text = paper.texts[at] ?? ''
            const here = at === paper.at && !paper.invalid && !readOnly
            return (
              <tr key={line.id} ref={here ? current : undefined} className={here ? 'current' : undefined} aria-current={here || undefined}>
                <td className="r ink-3">{line.leads ? line.place : ''}</td>
                <td className="bold">{line.leads ? line.row.name : ''}</td>
                {sections && <td>{line.leads ? line.row.section : ''}</td>}
                <td className="ink-3 ellipsis">{several ? line.item.label : line.row.post}</td>
                {heads.map(({ digit }) => {
                  const option = digit === 0 ? { key: blankKey, label: plan.blank.label } : line.item.options[digit - 1]
                  if (!option) return <td key={digit} className="no-option" />
                  const chosen = text === String(digit)
                  return (
                    <td key={digit} className={chosen ? 'c paper-mark chosen' : 'c paper-mark'}>
                      <button
                        type="button"
                        tabIndex={-1}
                        disabled={readOnly}
                        aria-pressed={chosen}
                        aria-label={`${line.row.name} ${option.label}`}
                        onClick={() => onCell(at, String(digit))}
                      >
                        {chosen ? (digit === 0 ? '○' : '√') : ''}
                      </button>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What the rules of the paper say of it: sections with more names than places count nowhere. */
export function overfullSays(plan: Plan, lines: readonly CountLine[], paper: PaperInHand): string | undefined {
  const rows = lines.flatMap(line => (line.leads ? [line.row] : []))
  const marks = decodeMarks(plan, rows.length, marksOf(plan, paper))
  if (!marks || paper.invalid || encodeMarks(plan, marks) === '') return undefined
  const over = [...overfullSections(plan, rows, marks)]
  return over.length === 0 ? undefined : `${over.map(section => section ?? '人选').join('、')}超过名额，按无效计，不计入得票`
}
