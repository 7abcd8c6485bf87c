import { call } from '../api/client.ts'
import { PickBox, type Picked } from '../ui/PickBox.tsx'
import type { InputProps } from './inputs.tsx'
import { recordName } from './record-name.ts'

/** Finds records of one type by title, 拼音 or initials. */
export const titlesOf =
  (target: string) =>
  (search: string): Promise<readonly Picked[]> =>
    call('records.titles', { type: recordName(target), search })

/** A reference, chosen by typing. */
export function RefInput({ field, value, title, disabled, autoFocus, onChange, onTitle, onBlur }: InputProps) {
  const picked = typeof value === 'string' ? { id: value, title: title ?? '…' } : null
  const pick = (next: Picked | null) => {
    if (next) onTitle(next.id, next.title)
    onChange(next?.id ?? null)
  }
  return (
    <PickBox
      key={title}
      value={picked}
      load={titlesOf(field.target ?? '')}
      placeholder={field.target === 'person' ? '姓名或拼音首字母' : undefined}
      disabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
      onChange={pick}
      onBlur={onBlur}
    />
  )
}
