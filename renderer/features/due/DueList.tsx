import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { navigate } from '../../app/router.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { Selection } from '../../ui/use-selection.ts'
import { DueRow } from './DueRow.tsx'
import type { Entry, Group } from './groups.ts'

interface Props {
  readonly label: string
  readonly entries: readonly Entry[]
  readonly today: string
  /** Absent where nothing can be snoozed. */
  readonly selection: Selection | undefined
  /** The key of the current line. */
  readonly current: string | undefined
  readonly empty?: ReactNode
  onCurrent(key: string): void
  onFold(group: Group): void
}

const heights = { head: 36, item: 48 }
const keyOf = (entry: Entry): string => ('head' in entry ? `head ${entry.head.key}` : entry.item.key)

/** What is due under its headings. ↑↓ move, Enter opens its place, Space ticks; on a heading they fold and unfold. */
export function DueList({ label, entries, today, selection, current, empty, onCurrent, onFold }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const view = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: i => (entries[i] && 'head' in entries[i] ? heights.head : heights.item),
    getItemKey: i => (entries[i] ? keyOf(entries[i]) : i),
    overscan: 10,
  })
  useEffect(() => view.measure(), [view, entries])
  useEffect(() => {
    const now = document.activeElement
    if (entries.length > 0 && (now === document.body || now?.closest('nav'))) frame.current?.focus({ preventScroll: true })
  }, [entries.length])
  const at = Math.max(
    0,
    entries.findIndex(entry => keyOf(entry) === current),
  )
  const move = (to: number) => {
    const index = Math.max(0, Math.min(entries.length - 1, to))
    const entry = entries[index]
    if (!entry) return
    view.scrollToIndex(index)
    onCurrent(keyOf(entry))
  }
  const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / heights.item) - 1)
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const entry = entries[at]
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current === undefined ? 0 : at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: entries.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (to !== undefined) move(to)
    else if (entry && 'head' in entry) onFold(entry.head)
    else if (entry && event.key === 'Enter') navigate(entry.item.path)
    else if (entry) selection?.toggle(entry.item.key)
  }
  const line = (entry: Entry) =>
    'head' in entry ? (
      <Head entry={entry} current={keyOf(entry) === current} onFold={onFold} />
    ) : (
      <DueRow
        item={entry.item}
        today={today}
        current={entry.item.key === current}
        ticked={selection?.ids.has(entry.item.key)}
        onCurrent={() => onCurrent(entry.item.key)}
        onOpen={() => navigate(entry.item.path)}
        onTick={() => selection?.toggle(entry.item.key)}
      />
    )
  return (
    <div ref={frame} className="due-list" role="grid" aria-label={label} aria-rowcount={entries.length} tabIndex={0} onKeyDown={keys}>
      {entries.length === 0 ? (
        empty
      ) : (
        // In the flow, not placed: what is placed would lie over the ring that shows where the keyboard is.
        <div style={{ height: view.getTotalSize(), paddingTop: view.getVirtualItems()[0]?.start ?? 0, boxSizing: 'border-box' }}>
          {view.getVirtualItems().map(({ index, key, size }) => {
            const entry = entries[index]
            return (
              <div key={key} role="presentation" style={{ height: size }}>
                {entry && line(entry)}
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}

function Head({ entry, current, onFold }: { readonly entry: Extract<Entry, { head: Group }>; readonly current: boolean; onFold(group: Group): void }) {
  const { head, folded } = entry
  return (
    <div role="row" className={current ? 'due-head current' : 'due-head'}>
      <button type="button" role="gridcell" aria-expanded={!folded} tabIndex={-1} className={head.tone} onClick={() => onFold(head)}>
        <Icon name={folded ? 'right' : 'down'} size={14} />
        <b>{head.title}</b>
        {head.tone !== 'snoozed' && <span className="due-count">{head.items.length}</span>}
        <span className="ink-3 ellipsis">{head.note}</span>
      </button>
    </div>
  )
}
