import type { KeyboardEvent } from 'react'
import { Icon } from './Icon.tsx'
import { TextBox } from './TextBox.tsx'

interface Props {
  readonly value: string
  readonly placeholder: string
  readonly width?: number
  onChange(value: string): void
  /** ↓ goes on into the list: the first of the page, where nothing else is said. */
  onDown?(): void
}

/** Narrows the list below while one types. The key / goes here, Esc empties it. */
export function FilterBox({ value, placeholder, width = 312, onChange, onDown }: Props) {
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation()
      onChange('')
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      if (onDown) onDown()
      else event.currentTarget.closest('.page')?.querySelector<HTMLElement>('[role=grid]')?.focus()
    }
  }
  return (
    <div data-filter-box style={{ width, flex: 'none' }}>
      <TextBox value={value} label={placeholder} placeholder={placeholder} type="search" before={<Icon name="search" />} onChange={onChange} onKeyDown={keys} />
    </div>
  )
}
