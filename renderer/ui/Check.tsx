import { type ReactNode, useEffect, useRef } from 'react'
import { useField } from './Field.tsx'

interface Props {
  readonly checked: boolean
  /** Some but not all. */
  readonly mixed?: boolean
  readonly disabled?: boolean
  readonly label?: ReactNode
  /** Words for a check without a label beside it. */
  readonly title?: string
  readonly tabIndex?: number
  /** `shift`: the key was held, as for everything from the last tick on. */
  onChange(checked: boolean, shift: boolean): void
}

/** A check box, 16 px, ink when on. */
export function Check({ checked, mixed = false, disabled, label, title, tabIndex, onChange }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const field = useField()
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed
  }, [mixed])
  const input = (
    <input
      ref={box}
      type="checkbox"
      className="check"
      checked={checked}
      disabled={disabled}
      aria-label={title}
      tabIndex={tabIndex}
      id={label ? undefined : field?.id}
      onChange={event => onChange(event.target.checked, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
    />
  )
  return label ? (
    <label className="check-label">
      {input}
      {label}
    </label>
  ) : (
    input
  )
}

interface RadioProps<V extends string> {
  readonly value: V | null
  readonly options: readonly { readonly value: NoInfer<V>; readonly label: ReactNode }[]
  readonly name: string
  readonly disabled?: boolean
  onChange(value: NoInfer<V>): void
}

/** One of a few, in a row: 计入 / 不计入. */
export function Radios<V extends string>({ value, options, name, disabled, onChange }: RadioProps<V>) {
  const field = useField()
  return (
    <div className="row" style={{ gap: 16, minHeight: 32 }} role="radiogroup" aria-describedby={field?.describedBy}>
      {options.map((option, i) => (
        <label key={option.value} className="check-label">
          <input
            type="radio"
            className="check"
            name={name}
            checked={option.value === value}
            disabled={disabled}
            id={i === 0 ? field?.id : undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
