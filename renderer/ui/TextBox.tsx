import OutlinedInput from '@mui/material/OutlinedInput'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
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
  readonly inputRef?: Ref<HTMLInputElement | HTMLTextAreaElement>
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
  const big = size === 'big' ? { height: 40, fontSize: 16, '& input': { height: 40, padding: '0 12px' } } : {}
  return (
    <>
      <OutlinedInput
        fullWidth
        value={value}
        type={type}
        multiline={lines !== undefined}
        minRows={lines}
        maxRows={lines && lines * 3}
        placeholder={placeholder}
        disabled={disabled}
        autoFocus={autoFocus}
        error={field?.faulty}
        id={field?.id}
        name={name}
        inputRef={inputRef}
        sx={big}
        startAdornment={
          before && (
            <span className="box-adorn" style={{ padding: '0 0 0 8px' }}>
              {before}
            </span>
          )
        }
        endAdornment={after}
        slotProps={{
          input: {
            style: align ? { textAlign: align } : {},
            spellCheck: false,
            autoComplete: 'off',
            'aria-describedby': field?.describedBy,
            'aria-required': field?.required || undefined,
            'aria-label': label,
            maxLength,
            list,
          },
        }}
        onChange={event => onChange(event.target.value)}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
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
