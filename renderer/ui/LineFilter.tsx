import { type ReactNode, useState } from 'react'
import { DateBox } from './DateBox.tsx'
import { FilterBox } from './FilterBox.tsx'
import { SelectBox } from './SelectBox.tsx'

interface Props {
  readonly className: string
  readonly today: string
  readonly actor: string | undefined
  readonly actors: readonly string[]
  readonly placeholder: string
  /** Of the search box, in pixels. */
  readonly width: number
  /** What else narrows, between the users and the search box. */
  readonly children: ReactNode
  readonly after?: ReactNode
  onNarrow(part: { readonly from?: string | null; readonly until?: string | null; readonly actor?: string | null; readonly search?: string }): void
}

const isDay = (typed: string | null): typed is string => typed !== null && /^\d{4}-\d{2}-\d{2}$/.test(typed)

/** Narrows lines of the audit: 时间, 使用人, what the list has of its own, 文字. */
export function LineFilter({ className, today, actor, actors, placeholder, width, children, after, onNarrow }: Props) {
  const [days, setDays] = useState<{ readonly from: string | null; readonly until: string | null }>({ from: null, until: null })
  const [search, setSearch] = useState('')
  const setDay = (end: 'from' | 'until') => (typed: string | null) => {
    setDays({ ...days, [end]: typed })
    if (typed === null || isDay(typed)) onNarrow({ [end]: typed })
  }
  return (
    <div className={className} role="search">
      <DateBox label="从" value={days.from} today={today} onChange={setDay('from')} />
      <span className="ink-3">至</span>
      <DateBox label="至" value={days.until} today={today} onChange={setDay('until')} />
      <SelectBox
        label="使用人"
        none="全部使用人"
        value={actor ?? null}
        options={actors.map(name => ({ value: name, label: name }))}
        onChange={name => onNarrow({ actor: name })}
      />
      {children}
      <FilterBox
        width={width}
        placeholder={placeholder}
        value={search}
        onChange={typed => {
          setSearch(typed)
          onNarrow({ search: typed.trim() })
        }}
      />
      {after}
    </div>
  )
}
