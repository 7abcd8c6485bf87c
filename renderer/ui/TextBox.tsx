import type { ChangeEvent, KeyboardEvent, ReactNode, Ref } from 'react'
import { useField } from './Field.tsx'

interface Props {
  readonly value: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly type?: 'text' | 'password' | 'search'
  /** More than one line high. */
  readonly lines?: number
  readonly align?: 'right'
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly maxLength?: number
  readonly size?: 'normal' | 'big'
  /** Needed where no field stands around it. */
  readonly label?: string
  readonly name?: string
  readonly suggestions?: readonly string[]
  /** Of the line; text of several lines has none. */
  readonly inputRef?: Ref<HTMLInputElement> | undefined
  onChange(value: string): void
  onBlur?(): void
  onKeyDown?(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void
}

/** A line of text, or several. Suggestions are offered while typing; anything else may be typed too. */
export function TextBox(props: Props) {
  const {
    value,
    placeholder,
    disabled,
    autoFocus,
    type = 'text',
    lines,
    align,
    before,
    after,
    maxLength,
    size,
    label,
    name,
    suggestions,
    inputRef,
    onChange,
    onBlur,
    onKeyDown,
  } = props
  const field = useField()
  const list = suggestions && field ? `${field.id}-list` : undefined
  const classes = ['box', size === 'big' ? 'big' : '', lines === undefined ? '' : 'high', field?.faulty ? 'faulty' : '', disabled ? 'off' : '']
  const control = {
    id: field?.id,
    name,
    value,
    placeholder,
    disabled,
    autoFocus,
    maxLength,
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': field?.faulty,
    'aria-describedby': field?.describedBy,
    'aria-required': field?.required || undefined,
    'aria-label': label,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    onBlur,
    onKeyDown,
  }
  return (
    <>
      <div className={classes.filter(Boolean).join(' ')}>
        {before && <span className="box-adorn before">{before}</span>}
        {lines === undefined ? (
          <input {...control} ref={inputRef} type={type} list={list} style={align && { textAlign: align }} />
        ) : (
          <textarea {...control} style={{ minHeight: `${lines}lh`, maxHeight: `${lines * 3}lh` }} />
        )}
        {after}
      </div>
      {list && (
        <datalist id={list}>
          {suggestions?.map(s => (
            <option key={s} value={s} />
          ))}
        </datalist>
      )}
    </>
  )
}
