import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { differencesOf, type EnteredPaper } from '../../../shared/rules/ballot-papers.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { CountLine } from './count-content.ts'
import { withoutPaper, withPaper } from './paper-model.ts'

interface Props {
  readonly plan: Plan
  readonly lines: readonly CountLine[]
  readonly first: readonly EnteredPaper[]
  readonly second: readonly EnteredPaper[]
  onPapers(entry: 1 | 2, papers: readonly EnteredPaper[]): void
  /** Opens a paper of one entry, to be entered again. */
  onOpen(entry: 1 | 2, number: number): void
}

/** One place where the two entries differ: a row of a paper, or a whole paper. */
interface Difference {
  readonly key: string
  readonly number: number
  readonly row: number | null
  readonly name: string
  readonly says: readonly [string, string]
}

/** 对照: where two people entered the same stack differently, paper by paper; the paper itself says who is right. */
export function TwiceCompare({ plan, lines, first, second, onPapers, onOpen }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const leads = lines.filter(line => line.leads)
  const found = differencesOf(first, second)
  const of = (papers: readonly EnteredPaper[], number: number) => papers.find(p => p.number === number)
  const differences = found.flatMap(({ number, rows }): Difference[] => {
    const [a, b] = [of(first, number), of(second, number)]
    if (rows.length === 0) return [{ key: `${number}`, number, row: null, name: '整张', says: [wholeSays(a), wholeSays(b)] }]
    return rows.map(row => ({
      key: `${number} ${row}`,
      number,
      row,
      name: `第 ${row + 1} 行${leads[row]?.row.name ?? ''}`,
      says: [cellSays(plan, a, row), cellSays(plan, b, row)],
    }))
  })
  const here = Math.min(at, differences.length - 1)
  useEffect(() => frame.current?.focus(), [])
  const take = (difference: Difference, from: 1 | 2) => {
    const [source, target] = from === 1 ? [first, second] : [second, first]
    const to = from === 1 ? 2 : 1
    const [right, wrong] = [of(source, difference.number), of(target, difference.number)]
    if (!right) return onPapers(to, withoutPaper(target, difference.number))
    if (!wrong || difference.row === null) return onPapers(to, withPaper(target, { ...right, entry: to }))
    const marks = wrong.marks.split(';').with(difference.row, right.marks.split(';')[difference.row] ?? '')
    onPapers(to, withPaper(target, { ...wrong, marks: marks.join(';') }))
  }
  const keys = (event: KeyboardEvent) => {
    const difference = differences[here]
    if (event.ctrlKey || event.altKey || !difference) return
    if (event.key === 'ArrowDown') setAt(Math.min(differences.length - 1, here + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, here - 1))
    else if (event.key === '1' || event.key === '2') take(difference, event.key === '1' ? 1 : 2)
    else if (event.key === 'Enter') onOpen(2, difference.number)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const papers = new Set(differences.map(d => d.number)).size
  return (
    <div className="paper-entry">
      <div className="paper-head">
        <b>两遍对照</b>
        <span className="ink-3">
          第一遍 {first.length} 张，第二遍 {second.length} 张
        </span>
        <span className="space" />
        <span className={papers > 0 ? 'tone-short' : 'tone-ok'}>{papers > 0 ? `${papers} 张不同，${differences.length} 处` : '两遍相同'}</span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the list as a whole takes the keys */}
      <div ref={frame} className="paper-keys" tabIndex={0} role="application" aria-label="两遍对照" onKeyDown={keys}>
        {differences.length === 0 ? (
          <EmptyState icon="check" title={first.length === 0 ? '两遍都还没有录。' : '没有不同的票。'}>
            {first.length === 0 ? '先录第一遍，换一个人再录第二遍。' : '两遍一致，可以封票。'}
          </EmptyState>
        ) : (
          <table className="table dense" aria-label="不同之处">
            <thead>
              <tr>
                <th style={{ width: 88 }}>票</th>
                <th>哪一行</th>
                <th style={{ width: 200 }}>第一遍</th>
                <th style={{ width: 200 }}>第二遍</th>
                <th style={{ width: 88 }} />
              </tr>
            </thead>
            <tbody>
              {differences.map((difference, i) => (
                <tr key={difference.key} className={i === here ? 'current' : ''} aria-current={i === here || undefined} onMouseDown={() => setAt(i)}>
                  <td>第 {difference.number} 张</td>
                  <td className="bold">{difference.name}</td>
                  {difference.says.map((says, j) => (
                    <td key={j === 0 ? 'first' : 'second'}>
                      <Button small onClick={() => take(difference, j === 0 ? 1 : 2)} keys={j === 0 ? '1' : '2'}>
                        {says}
                      </Button>
                    </td>
                  ))}
                  <td>
                    <button type="button" className="link t12" tabIndex={-1} onClick={() => onOpen(2, difference.number)}>
                      看这张
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <footer className="table-foot">
        <span className="ink-3">找出原票，以原票为准。</span>
        <span className="space" />
        <span className="ink-3">1 取第一遍　2 取第二遍　↑↓ 上下　Enter 看第二遍的这张</span>
      </footer>
    </div>
  )
}

const wholeSays = (paper: EnteredPaper | undefined): string => (paper === undefined ? '没有这张' : paper.invalid ? '无效票' : '有效票')

/** 优秀, or 政治素质优秀、德称职 where a row has more than one item. */
function cellSays(plan: Plan, paper: EnteredPaper | undefined, row: number): string {
  const cells = (paper?.marks.split(';')[row] ?? '').split(',')
  const words = cells.map((cell, i) => {
    const item = plan.items[i]
    const word = item?.points === null ? (item.options[Number(cell) - 1]?.label ?? plan.blank.label) : cell === '-' ? '未打' : `${cell} 分`
    return plan.items.length > 1 ? `${item?.label ?? ''}${word}` : word
  })
  return words.join('、')
}
