import { useState } from 'react'
import { TextBox } from './TextBox.tsx'

interface Props {
  readonly value: number | null
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly unit?: string
  readonly label?: string
  /** Empty is null; what is not a number is NaN, which the field's own check refuses. */
  onChange(value: number | null): void
  onBlur?(): void
}

/** A typed number as people write it: full-width digits and thousands marks are forgiven. Null when empty, NaN when it is none. */
export function readNumber(typed: string): number | null {
  const text = typed.normalize('NFKC').replaceAll(/[,\s]/g, '')
  if (text === '') return null
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

const write = (value: number | null) => (value === null || Number.isNaN(value) ? '' : String(value))

/** A number, right-aligned, with its unit. */
export function NumberBox({ value, disabled, autoFocus, unit, label, onChange, onBlur }: Props) {
  const [typed, setTyped] = useState<string>()
  const change = (text: string) => {
    setTyped(text)
    onChange(readNumber(text))
  }
  const leave = () => {
    // What is no number stays in sight, so that the fault below it makes sense.
    if (typed !== undefined && !Number.isNaN(readNumber(typed))) setTyped(undefined)
    onBlur?.()
  }
  return (
    <TextBox
      value={typed ?? write(value)}
      align="right"
      disabled={disabled}
      autoFocus={autoFocus}
      label={label}
      after={unit && <span className="box-adorn t12">{unit}</span>}
      onChange={change}
      onBlur={leave}
    />
  )
}
