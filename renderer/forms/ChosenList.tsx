import { useState } from 'react'
import { Check } from '../ui/Check.tsx'
import { FilterBox } from '../ui/FilterBox.tsx'
import './hand-out.css'

interface Props {
  readonly items: readonly { readonly id: string; readonly name: string }[]
  /** Those that were taken out; every other one is chosen. */
  readonly left: ReadonlySet<string>
  readonly placeholder: string
  readonly empty: string
  onLeave(left: ReadonlySet<string>): void
}

/** More names than this are found by typing. */
const mostShown = 200

/** Names of which all are chosen until some are taken out, to be found by typing where they are many. */
export function ChosenList({ items, left, placeholder, empty, onLeave }: Props) {
  const [search, setSearch] = useState('')
  const found = items.filter(item => item.name.includes(search.trim()))
  const chosen = items.filter(item => !left.has(item.id)).length
  const put = (ids: readonly string[], on: boolean) => {
    const next = new Set(left)
    for (const id of ids)
      if (on) next.delete(id)
      else next.add(id)
    onLeave(next)
  }
  return (
    <div className="hand-out">
      <div className="row" style={{ gap: 12 }}>
        <Check
          label={`全部 ${items.length} 个`}
          checked={chosen === items.length}
          mixed={chosen > 0 && chosen < items.length}
          onChange={on =>
            put(
              items.map(item => item.id),
              on,
            )
          }
        />
        <span className="space" />
        {items.length > 12 && <FilterBox value={search} placeholder={placeholder} onChange={setSearch} />}
      </div>
      <div className="hand-out-list">
        {found.slice(0, mostShown).map(item => (
          <Check key={item.id} label={item.name} checked={!left.has(item.id)} onChange={on => put([item.id], on)} />
        ))}
        {found.length > mostShown && <p className="t12 ink-3">还有 {found.length - mostShown} 个，输入名称再找</p>}
        {items.length === 0 && <p className="t13 ink-3">{empty}</p>}
      </div>
    </div>
  )
}
