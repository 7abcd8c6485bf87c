import { type KeyboardEvent, useEffect, useRef } from 'react'
import { fullScore } from '../../../shared/rules/schemes.ts'
import { rounded } from '../../../shared/rules/fractions.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ItemRow } from './ItemRow.tsx'
import { blankItem, byArea, inTreeOrder, type ItemDraft } from './scheme-draft.ts'

interface Props {
  readonly items: readonly ItemDraft[]
  readonly mayWrite: boolean
  onItems(items: readonly ItemDraft[], edit?: string): void
}

/** 指标树: items under their 一级指标, with the points of each. Enter begins the next item, Alt ↑ and Alt ↓ move one. */
export function ItemTree({ items, mayWrite, onItems }: Props) {
  const fresh = useRef<number>(undefined)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fresh.current === undefined) return
    body.current?.querySelector<HTMLElement>(`[data-item="${fresh.current}"] input`)?.focus()
    fresh.current = undefined
  })
  const add = (area: string, after?: number) => {
    const made = blankItem(area)
    fresh.current = made.key
    const at = after === undefined ? items.length : items.findIndex(({ key }) => key === after) + 1
    onItems(inTreeOrder(items.toSpliced(at, 0, made)))
  }
  const addArea = () => {
    const names = new Set(items.map(({ area }) => area))
    let n = names.size + 1
    while (names.has(`一级指标 ${n}`)) n++
    add(`一级指标 ${n}`)
  }
  const change = (key: number, patch: Partial<ItemDraft>, field: string) =>
    onItems(
      items.map(item => (item.key === key ? { ...item, ...patch } : item)),
      `item ${key} ${field}`,
    )
  const move = (key: number, step: -1 | 1) => {
    const at = items.findIndex(item => item.key === key)
    const [own, other] = [items[at], items[at + step]]
    if (!own || !other) return
    fresh.current = key
    // Over the edge of its 一级指标 it goes into the next one.
    if (other.area === own.area) onItems(items.with(at, other).with(at + step, own))
    else onItems(inTreeOrder(items.with(at, { ...own, area: other.area })))
  }
  const keys = (item: ItemDraft) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !mayWrite) return
    const step = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : undefined
    if (step !== undefined) move(item.key, step)
    else if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && event.target instanceof HTMLInputElement) add(item.area, item.key)
    else return
    event.preventDefault()
  }
  const renameArea = (area: string, to: string, first: number) =>
    onItems(
      items.map(item => (item.area === area ? { ...item, area: to } : item)),
      `area ${first}`,
    )
  if (items.length === 0)
    return (
      <EmptyState
        icon="tree"
        title="还没有指标。"
        action={
          mayWrite && (
            <Button icon="plus" onClick={addArea}>
              加一级指标
            </Button>
          )
        }
      >
        先加一级指标，再在下面写打分的各项、分值和计分规则。
      </EmptyState>
    )
  let number = 0
  return (
    <div ref={body} className="card-body scheme-tree">
      {byArea(items).map(({ area, items: own }) => (
        <section key={own[0]?.key} className="scheme-area" aria-label={area}>
          <header>
            {mayWrite ? (
              <input
                className="tree-input area"
                aria-label="一级指标"
                value={area}
                maxLength={200}
                onChange={event => renameArea(area, event.target.value, own[0]?.key ?? 0)}
              />
            ) : (
              <b>{area}</b>
            )}
            <span className="space" />
            {mayWrite && (
              <Button kind="text" small icon="plus" onClick={() => add(area, own.at(-1)?.key)}>
                加一项
              </Button>
            )}
            <span className="scheme-points bold">{rounded(fullScore(own.map((item, i) => ({ ...item, number: i, points: finite(item.points) }))), 2)} 分</span>
          </header>
          <ol>
            {own.map(item => (
              <ItemRow
                key={item.key}
                item={item}
                number={++number}
                mayWrite={mayWrite}
                onChange={(patch, field) => change(item.key, patch, field)}
                onKeys={keys(item)}
                onRemove={() => onItems(items.filter(({ key }) => key !== item.key))}
              />
            ))}
          </ol>
        </section>
      ))}
      {mayWrite && (
        <div className="row scheme-more">
          <Button icon="plus" onClick={addArea}>
            加一级指标
          </Button>
          <span className="t12 ink-3">Enter 下一项，Alt ↑ ↓ 移动，Ctrl Z 撤销</span>
        </div>
      )}
    </div>
  )
}

const finite = (value: number | null): number => (value === null || Number.isNaN(value) ? 0 : value)
