import { useEffect, useState } from 'react'
import { call } from '../api/client.ts'
import { Field } from '../ui/Field.tsx'
import { PasswordBox } from '../ui/PasswordBox.tsx'

export interface PasswordDraft {
  readonly password: string
  readonly again: string
}

export const emptyPassword: PasswordDraft = { password: '', again: '' }

/** 够用, 较强, 强: by length, since the rules already ask for three kinds of character. */
export function strengthOf(password: string): string {
  if (password.length >= 16) return '强'
  return password.length >= 13 ? '较强' : '够用'
}

/** What is still wrong with a new password, asked from main as one types; undefined while that is not known. */
export function usePasswordFaults(user: string, password: string): readonly string[] | undefined {
  const [faults, setFaults] = useState<readonly string[]>()
  useEffect(() => {
    if (password === '') return setFaults(undefined)
    let stale = false
    call('lobby.checkPassword', { user, password }).then(
      found => !stale && setFaults(found),
      () => !stale && setFaults(undefined),
    )
    return () => {
      stale = true
    }
  }, [user, password])
  return password === '' ? undefined : faults
}

interface Props {
  /** Whose it will be: a password must not contain the name. */
  readonly user: string
  readonly value: PasswordDraft
  readonly label?: string
  readonly autoFocus?: boolean
  /** True once the user wanted to go on: what is missing is said too. */
  readonly tried?: boolean
  onChange(value: PasswordDraft): void
}

/** A new password, twice, with its rules as one types. */
export function NewPassword({ user, value, label = '口令', autoFocus, tried = false, onChange }: Props) {
  const faults = usePasswordFaults(user, value.password)
  const [left, setLeft] = useState(false)
  const [leftAgain, setLeftAgain] = useState(false)
  const wrong = faults && faults.length > 0 ? `口令${faults.join('，')}` : undefined
  const differs = (leftAgain || tried) && value.again !== '' && value.again !== value.password
  const missing = tried && value.password === '' ? `请设${label}` : undefined
  const missingAgain = tried && value.again === '' ? '请再输一次' : undefined
  const help =
    faults && faults.length === 0 ? (
      <span className="tone-ok">符合要求，{strengthOf(value.password)}</span>
    ) : (
      (wrong ?? '至少 10 位，含大写、小写、数字、符号中的三种')
    )
  return (
    <>
      <Field label={label} required help={help} fault={left || tried ? (missing ?? wrong) : undefined}>
        <PasswordBox value={value.password} autoFocus={autoFocus} onChange={password => onChange({ ...value, password })} onBlur={() => setLeft(true)} />
      </Field>
      <Field label="再输一次" required fault={differs ? '两次输入不一样' : missingAgain}>
        <PasswordBox value={value.again} onChange={again => onChange({ ...value, again })} onBlur={() => setLeftAgain(true)} />
      </Field>
    </>
  )
}

/** True when the pair can be used. */
export const usePasswordReady = (user: string, { password, again }: PasswordDraft): boolean => {
  const faults = usePasswordFaults(user, password)
  return faults !== undefined && faults.length === 0 && password === again
}
