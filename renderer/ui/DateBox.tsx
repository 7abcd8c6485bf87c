import Popover from '@mui/material/Popover'
import { type KeyboardEvent, useRef, useState } from 'react'
import { addDays } from '../../shared/rules/days.ts'
import { Calendar } from './Calendar.tsx'
import { Icon } from './Icon.tsx'
import { readDate } from './read-date.ts'
import { TextBox } from './TextBox.tsx'

interface Props {
  /** ISO. Text that is no day is handed on as typed, so that the field's own check can refuse it. */
  readonly value: string | null
  readonly today: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly label?: string
  onChange(value: string | null): void
  onBlur?(): void
}

/** A typed date in many styles, made ISO on leaving; ↑↓ move by a day, Alt ↓ opens the month. */
export function DateBox({ value, today, disabled, autoFocus, label, onChange, onBlur }: Props) {
  const [typed, setTyped] = useState<string>()
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const settle = () => {
    if (typed !== undefined) {
      const text = typed.trim()
      onChange(text === '' ? null : (readDate(text, today) ?? text))
      setTyped(undefined)
    }
    onBlur?.()
  }
  // A day is handed on as soon as it is one: a form saved by Ctrl S is not left first.
  const type = (text: string) => {
    setTyped(text)
    const day = text.trim() === '' ? null : readDate(text, today)
    if (day !== null || text.trim() === '') onChange(day)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    if (event.altKey) return setOpen(true)
    const day = readDate(typed ?? value ?? today, today)
    if (!day) return
    setTyped(undefined)
    onChange(addDays(day, event.key === 'ArrowUp' ? 1 : -1))
  }
  const pick = (day: string) => {
    setTyped(undefined)
    onChange(day)
    setOpen(false)
  }
  return (
    <div ref={frame}>
      <TextBox
        value={typed ?? value ?? ''}
        placeholder="年-月-日"
        disabled={disabled}
        autoFocus={autoFocus}
        label={label}
        onChange={type}
        onBlur={settle}
        onKeyDown={keys}
        after={
          <button type="button" className="box-button" tabIndex={-1} aria-label="打开日历" disabled={disabled} onClick={() => setOpen(true)}>
            <Icon name="calendar" size={14} />
          </button>
        }
      />
      <Popover open={open} anchorEl={() => frame.current} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} onClose={() => setOpen(false)}>
        <Calendar value={readDate(typed ?? value ?? '', today)} today={today} onPick={pick} />
      </Popover>
    </div>
  )
}
