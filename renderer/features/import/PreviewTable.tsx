import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { moved } from '../../ui/table-keys.ts'
import { heightOf, linesOf, RowLines, RowStatus, rowHeight } from './PreviewRow.tsx'
import type { Preview, PreviewRow } from './use-preview.ts'

interface Props {
  readonly preview: Preview
  readonly labelOf: (field: string) => string
  /** Where the file has several sheets, each row says which. */
  readonly sheets: boolean
  /** Labels of the columns that the kind is about; the first two tell rows apart. */
  readonly leading: readonly string[]
  /** Lines under a row that is not here yet. */
  readonly usualLines: 0 | 1
  readonly empty: ReactNode
  /** In every row where the field says `from`, `to` is meant. */
  onMean(field: string, from: string, to: string): void
  /** Leaves the row out. */
  onSkip(row: PreviewRow): void
}

const fixed = { row: 64, status: 84, sheet: 112 } as const

/** What is shown of a value is about this wide: 13 px for a Chinese character, 7 for the rest. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 13 : 7), 20)

/** Columns as wide as the first rows need, within reason. */
function widths(columns: Preview['columns'], rows: readonly PreviewRow[]): readonly number[] {
  return columns.map(({ field, label }) => {
    const most = Math.max(widthOf(label), ...rows.map(row => widthOf(row.values[field] ?? '')))
    return Math.round(Math.min(208, Math.max(64, most)))
  })
}

/** What tells rows apart comes first, then what is at fault, then what the kind is about; the rest as in the file. */
function inOrder(columns: Preview['columns'], faulty: ReadonlySet<string>, first: readonly string[]): Preview['columns'] {
  const rank = ({ label, field }: Preview['columns'][number]) => {
    const at = first.indexOf(label)
    if (at === 0 || at === 1) return at
    return faulty.has(field) ? 2 : at > 0 ? 3 + at : 100
  }
  return columns.toSorted((a, b) => rank(a) - rank(b))
}

/** Order and widths, settled when the first rows are here: columns do not move while one scrolls. */
function useColumns({ columns, total, rowAt }: Preview, leading: readonly string[]) {
  const here = total > 0 && rowAt(0) !== undefined
  const fields = columns.map(c => c.field).join()
  const settled = useRef<{ readonly fields: string; readonly here: boolean; readonly columns: Preview['columns']; readonly wide: readonly number[] }>(undefined)
  const { current } = settled
  if (!current || current.fields !== fields || (here && !current.here)) {
    const sample = Array.from({ length: Math.min(60, total) }, (_, i) => rowAt(i)).filter(row => row !== undefined)
    const ordered = inOrder(columns, new Set(sample.flatMap(row => row.faults.map(f => f.field))), leading)
    settled.current = { fields, here, columns: ordered, wide: widths(ordered, sample) }
  }
  return settled.current ?? { columns, wide: [] }
}

/** The rows of a file with what would become of each; faults and changes stand directly under the row. */
export function PreviewTable({ preview, labelOf, sheets, leading, usualLines, empty, onMean, onSkip }: Props) {
  const { total, rowAt, show, arrived } = preview
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(-1)
  const view = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: i => heightOf(rowAt(i), usualLines),
    overscan: 8,
    scrollPaddingStart: 36,
  })
  const items = view.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  useEffect(() => show(first, last), [first, last, show])
  useLayoutEffect(() => view.measure(), [arrived, total, view])
  const { columns, wide } = useColumns(preview, leading)

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const here = event.key === 'Delete' ? rowAt(current) : undefined
    if (here) {
      event.preventDefault()
      return onSkip(here)
    }
    const to = moved(event.key, current, total, 10)
    if (to === undefined || total === 0) return
    event.preventDefault()
    setCurrent(to)
    view.scrollToIndex(to)
  }

  const before = fixed.row + fixed.status + (sheets ? fixed.sheet : 0)
  const span = columns.length + (sheets ? 3 : 2)
  const above = items[0]?.start ?? 0
  const below = Math.max(0, view.getTotalSize() - (items.at(-1)?.end ?? 0))
  const pin = (left: number) => ({ className: 'pinned', style: { left } })
  return (
    <div
      ref={frame}
      className="table-scroll import-preview"
      tabIndex={0}
      role="region"
      aria-label="逐行预览"
      onKeyDown={keys}
      onScroll={event => event.currentTarget.classList.toggle('aside', event.currentTarget.scrollLeft > 0)}
    >
      <table className="table" style={{ minWidth: before + wide.reduce((sum, w) => sum + w, 0) }}>
        <colgroup>
          <col style={{ width: fixed.row }} />
          <col style={{ width: fixed.status }} />
          {sheets && <col style={{ width: fixed.sheet }} />}
          {columns.map((c, i) => (
            <col key={c.field} style={{ width: wide[i] }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            <th {...pin(0)} className="pinned r">
              行
            </th>
            <th {...pin(fixed.row)}>处理</th>
            {sheets && <th {...pin(fixed.row + fixed.status)}>工作表</th>}
            {columns.map((c, i) => (
              <th key={c.field} {...(i === 0 ? { ...pin(before), className: 'pinned pin-edge' } : {})}>
                {c.label}
              </th>
            ))}
            <th aria-hidden />
          </tr>
        </thead>
        {above > 0 && (
          <tbody aria-hidden>
            <tr className="spacer">
              <td colSpan={span + 1} style={{ height: above }} />
            </tr>
          </tbody>
        )}
        {items.map(({ index, size }) => {
          const row = rowAt(index)
          if (!row)
            return (
              <tbody key={index}>
                <tr style={{ height: size }}>
                  <td colSpan={span + 1}>
                    <span className="pending" />
                  </td>
                </tr>
              </tbody>
            )
          const faulty = new Set(row.faults.map(f => f.field))
          const bare = linesOf(row) === 0
          const state = [index === current ? 'current' : '', bare ? '' : 'led'].filter(Boolean).join(' ')
          return (
            <tbody key={index} onClick={() => setCurrent(index)}>
              <tr className={state} style={{ height: rowHeight }}>
                <td {...pin(0)} className="pinned r ink-3">
                  <button
                    type="button"
                    className="import-skip"
                    tabIndex={-1}
                    aria-label={`略去第 ${row.row} 行`}
                    title="略去这一行 Delete"
                    onClick={() => onSkip(row)}
                  >
                    <Icon name="cross" size={14} />
                  </button>
                  {row.row}
                </td>
                <td {...pin(fixed.row)}>
                  <RowStatus status={row.status} />
                </td>
                {sheets && (
                  <td {...pin(fixed.row + fixed.status)} title={row.sheet}>
                    {row.sheet}
                  </td>
                )}
                {columns.map((c, i) => {
                  const text = row.values[c.field] ?? ''
                  const classes = [i === 0 ? 'pinned pin-edge bold' : '', faulty.has(c.field) ? 'framed' : ''].filter(Boolean).join(' ')
                  return (
                    <td key={c.field} className={classes} style={i === 0 ? { left: before } : {}} title={text}>
                      {text}
                    </td>
                  )
                })}
                <td />
              </tr>
              <RowLines row={row} span={span + 1} labelOf={labelOf} onMean={onMean} />
            </tbody>
          )
        })}
        {below > 0 && (
          <tbody aria-hidden>
            <tr className="spacer">
              <td colSpan={span + 1} style={{ height: below }} />
            </tr>
          </tbody>
        )}
      </table>
      {total === 0 && empty}
    </div>
  )
}
