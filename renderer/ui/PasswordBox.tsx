import { type KeyboardEvent, type Ref, useState } from 'react'
import { Icon } from './Icon.tsx'
import { TextBox } from './TextBox.tsx'

interface Props {
  readonly value: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly size?: 'normal' | 'big'
  readonly inputRef?: Ref<HTMLInputElement>
  onChange(value: string): void
  onBlur?(): void
}

/** A password: hidden, shown on demand, with a word when Caps Lock is on. */
export function PasswordBox({ value, autoFocus, disabled, size, inputRef, onChange, onBlur }: Props) {
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <>
      <div onKeyUp={watch}>
        <TextBox
          value={value}
          type={shown ? 'text' : 'password'}
          autoFocus={autoFocus}
          disabled={disabled}
          size={size}
          maxLength={200}
          inputRef={inputRef}
          onChange={onChange}
          onBlur={onBlur}
          onKeyDown={watch}
          after={
            <button type="button" className="box-button" aria-label={shown ? '隐藏口令' : '显示口令'} aria-pressed={shown} onClick={() => setShown(!shown)}>
              <Icon name={shown ? 'eyeOff' : 'eye'} />
            </button>
          }
        />
      </div>
      {caps && (
        <div className="field-note bad" role="status">
          大写锁定已打开
        </div>
      )}
    </>
  )
}
