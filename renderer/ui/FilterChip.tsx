import type { MouseEvent } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

interface ToggleProps {
  readonly label: string
  readonly count?: number
  readonly on: boolean
  onToggle(): void
}

/** A chip that is on or off: 全部 31. */
export function ToggleChip({ label, count, on, onToggle }: ToggleProps) {
  return (
    <button type="button" className={on ? 'chip on' : 'chip'} aria-pressed={on} onClick={onToggle}>
      {label}
      {count !== undefined && <span className="count">{count}</span>}
    </button>
  )
}

interface FilterProps {
  /** The field, e.g. 人员类别. */
  readonly label: string
  /** What it is held to; without one the chip only opens. */
  readonly value?: string | undefined
  readonly icon?: IconName
  onOpen?(event: MouseEvent<HTMLElement>): void
  onClear?(): void
}

/** A filter in force: field, value, and a cross that takes it away. */
export function FilterChip({ label, value, icon, onOpen, onClear }: FilterProps) {
  return (
    <span className="chip tall">
      <button type="button" className="chip-main" onClick={onOpen} aria-haspopup={onOpen ? 'true' : undefined}>
        {icon && <Icon name={icon} size={12} />}
        {label}
        {value !== undefined && <b>{value}</b>}
        {onOpen && !onClear && !icon && <Icon name="down" size={12} />}
      </button>
      {onClear && (
        <button type="button" className="chip-off" aria-label={`去掉条件“${label}”`} onClick={onClear}>
          <Icon name="cross" size={12} />
        </button>
      )}
    </span>
  )
}
