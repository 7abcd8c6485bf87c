import Popover from '@mui/material/Popover'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import type { ListState } from './use-list-state.ts'

/** 列 10/28: which columns are shown, in what order. The first stays pinned. */
export function ColumnChooser({ state }: { readonly state: ListState }) {
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <Button icon="columns" onClick={event => setAnchor(event.currentTarget)}>
        列 {state.shown.length}/{state.all.length}
      </Button>
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor ?? null}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <Chooser state={state} />
      </Popover>
    </>
  )
}

function Chooser({ state }: { readonly state: ListState }) {
  const inOrder = (keys: readonly string[]) => [...keys, ...state.all.map(c => c.key).filter(key => !keys.includes(key))]
  // The order stands while the list is open: ticking a column must not make it jump.
  const [order, setOrder] = useState(() => inOrder(state.shown.map(c => c.key)))
  const [text, setText] = useState('')
  const [dragged, setDragged] = useState<string>()
  const on = new Set(state.shown.map(c => c.key))
  const pinned = order[0]
  const tell = (next: readonly string[], ticked: ReadonlySet<string>) => state.setColumns(next.filter(key => ticked.has(key)))
  const tick = (key: string, is: boolean) => tell(order, new Set(is ? [...on, key] : [...on].filter(k => k !== key)))
  const move = (key: string, to: string | undefined) => {
    if (!to || key === to || to === pinned || key === pinned) return
    const without = order.filter(k => k !== key)
    const at = order.indexOf(to)
    const next = [...without.slice(0, at), key, ...without.slice(at)]
    setOrder(next)
    tell(next, on)
  }
  const keys = (key: string) => (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || !step) return
    event.preventDefault()
    move(key, order[order.indexOf(key) + step])
    // Moving a row takes the keyboard off it.
    const box = event.target
    if (box instanceof HTMLElement) setTimeout(() => box.focus())
  }
  const over = (key: string) => (event: DragEvent) => {
    event.preventDefault()
    if (dragged) move(dragged, key)
  }
  const restore = () => {
    setOrder(inOrder(state.defaults))
    state.setColumns(null)
  }
  return (
    <div className="list-popover columns">
      <div className="row">
        <b>显示的列</b>
        <span className="space" />
        <span className="t12 ink-3" title="或在列上按 Alt ↑ ↓">
          拖动排序
        </span>
      </div>
      <TextBox value={text} placeholder="找列" label="找列" before={<Icon name="search" />} onChange={setText} />
      <ul>
        {order.map(key => {
          const column = state.all.find(c => c.key === key)
          if (!column?.head.includes(text.trim())) return null
          return (
            <li
              key={key}
              draggable={key !== pinned}
              data-dragged={key === dragged || undefined}
              onKeyDown={keys(key)}
              onDragStart={() => setDragged(key)}
              onDragEnter={over(key)}
              onDragOver={event => event.preventDefault()}
              onDragEnd={() => setDragged(undefined)}
            >
              <span className="grip" aria-hidden />
              <Check label={column.head} checked={on.has(key)} disabled={key === pinned} onChange={is => tick(key, is)} />
              <span className="space" />
              {key === pinned && <span className="t12 ink-3">固定</span>}
            </li>
          )
        })}
      </ul>
      <div className="list-popover-foot row">
        <button type="button" className="link t13" onClick={restore}>
          恢复默认
        </button>
        <span className="space" />
        <span className="t12 ink-3">
          {state.shown.length} / {state.all.length}
        </span>
      </div>
    </div>
  )
}
