import { type KeyboardEvent, type ReactNode, useRef } from 'react'

interface Props<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: NoInfer<V>; readonly label: ReactNode }[]
  readonly small?: boolean
  onChange(value: NoInfer<V>): void
}

/** One of two to four, all in sight. ← → move. */
export function Segmented<V extends string>({ label, value, options, small, onChange }: Props<V>) {
  const frame = useRef<HTMLDivElement>(null)
  // Where none is chosen the first can still be reached.
  const reached = Math.max(
    0,
    options.findIndex(o => o.value === value),
  )
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = (reached + step + options.length) % options.length
    const next = options[at]
    if (!next) return
    onChange(next.value)
    frame.current?.querySelectorAll('button')[at]?.focus()
  }
  return (
    <div ref={frame} className={small ? 'segmented small' : 'segmented'} role="radiogroup" aria-label={label} onKeyDown={move}>
      {options.map((option, i) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={i === reached ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
