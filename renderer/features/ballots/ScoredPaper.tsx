import { type KeyboardEvent, useRef } from 'react'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import { Grid } from '../../ui/Grid.tsx'
import type { Change, GridColumn } from '../../ui/grid-cells.ts'
import type { CountLine } from './count-content.ts'
import type { PaperInHand } from './paper-model.ts'
import { useFirstCell } from './use-first-cell.ts'

interface Props {
  readonly plan: Plan
  readonly lines: readonly CountLine[]
  readonly paper: PaperInHand
  readonly saved: string
  onPaper(paper: PaperInHand): void
  /** PageUp or PageDown. */
  onTurn(key: string): void
  /** Enter in the last cell. */
  onNext(): void
}

interface ScoredRow {
  readonly line: CountLine
  /** The place of its first item among the paper's cells. */
  readonly from: number
}

/** A paper of points: a row to a name, a column to an item, with the most that each can get. */
export function ScoredPaper({ plan, lines, paper, saved, onPaper, onTurn, onNext }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef({ onTurn, onNext })
  latest.current = { onTurn, onNext }
  const across = plan.items.length
  const rows = lines.flatMap((line, i): ScoredRow[] => (line.leads ? [{ line, from: i }] : []))
  useFirstCell(frame)
  const faultAt = (i: number): string | undefined => {
    const text = paper.texts[i] ?? ''
    const most = plan.items[i % across]?.points ?? 0
    if (text === '') return undefined
    if (!/^\d{1,6}(\.\d{1,2})?$/.test(text)) return `“${text}”不是分数`
    return Number(text) > most ? `${text} 分超过 ${most} 分` : undefined
  }
  const columns: GridColumn<ScoredRow>[] = [
    { key: 'number', head: '序', width: 48, align: 'r', cell: ({ line }) => <span className="ink-3">{line.place}</span> },
    { key: 'name', head: '姓名', width: 108, cell: ({ line }) => <b>{line.row.name}</b> },
    ...plan.items.map((item, i): GridColumn<ScoredRow> => ({
      key: item.key,
      head: <span title={[item.area, item.label].filter(Boolean).join('：')}>{`${item.label} ${item.points ?? ''}`}</span>,
      width: 96,
      align: 'r',
      edit: { kind: 'number' },
      value: ({ from }) => paper.texts[from + i] ?? '',
      cell: ({ from }) => paper.texts[from + i] ?? '',
    })),
    {
      key: 'sum',
      head: '合计',
      width: 68,
      align: 'r',
      cell: ({ from }) => {
        const given = paper.texts.slice(from, from + across).filter(text => text !== '')
        return given.length === 0 ? <span className="dash">—</span> : <b>{Math.round(given.reduce((sum, text) => sum + Number(text) * 100, 0)) / 100}</b>
      },
    },
  ]
  const change = (changes: readonly Change[]) => {
    let texts = paper.texts
    for (const { index, key, value } of changes) {
      const place = (rows[index]?.from ?? -1) + plan.items.findIndex(item => item.key === key)
      if (place >= 0 && place < texts.length) texts = texts.with(place, value)
    }
    onPaper({ ...paper, texts })
  }
  const keys = (event: KeyboardEvent) => {
    const cells = [...(frame.current?.querySelectorAll('tbody tr[aria-rowindex]') ?? [])]
    const input = document.activeElement
    const inLast = input?.closest('tr') === cells.at(-1) && input?.closest('td')?.nextElementSibling?.nextElementSibling === null
    const leaves = ['PageUp', 'PageDown'].includes(event.key) || (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && inLast)
    if (event.altKey && event.key.toLowerCase() === 'x') {
      event.preventDefault()
      event.stopPropagation()
      onPaper({ ...paper, invalid: !paper.invalid })
      return
    }
    if (!leaves) return
    // What stands in the cell goes into the paper before it is turned.
    if (input instanceof HTMLElement) input.blur()
    event.preventDefault()
    event.stopPropagation()
    const { key } = event
    setTimeout(() => (key === 'Enter' ? latest.current.onNext() : latest.current.onTurn(key)))
  }
  return (
    <div ref={frame} className={paper.invalid ? 'paper-scores invalid' : 'paper-scores'} onKeyDownCapture={keys}>
      <Grid
        label={`第 ${paper.number} 张票`}
        columns={columns}
        pinned={2}
        count={rows.length}
        rowAt={i => rows[i]}
        idOf={({ line }) => line.id}
        onChange={change}
        foot={<span className="ink-3">{saved}</span>}
        faultOf={({ line, from }) => {
          const at = plan.items.findIndex((_, i) => faultAt(from + i) !== undefined)
          return at < 0 ? undefined : { key: plan.items[at]?.key ?? '', message: `第 ${line.place} 行${line.row.name}：${faultAt(from + at) ?? ''}` }
        }}
      />
    </div>
  )
}
