import type { ReactNode } from 'react'

interface Props<K extends string> {
  readonly items: readonly {
    readonly key: K
    readonly label: string
    readonly count: number | undefined
    /** It is a fault that there are any. */ readonly bad?: boolean
  }[]
  readonly value: K
  onChange(key: K): void
  /** What stands at the end of the bar. */
  readonly children?: ReactNode
}

/** How many there are of each kind, each a filter; … where it is not known yet. */
export const CountsBar = <K extends string>({ items, value, onChange, children }: Props<K>) => (
  <header className="counts-bar">
    {items.map(({ key, label, count, bad = false }) => (
      <button key={key} type="button" aria-pressed={value === key} className={bad && (count ?? 0) > 0 ? 'faulty' : ''} onClick={() => onChange(key)}>
        <b>{count ?? '…'}</b>
        {label}
      </button>
    ))}
    {children}
  </header>
)
