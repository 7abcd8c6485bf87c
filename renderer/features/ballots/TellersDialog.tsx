import { useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { Tellers } from './count-content.ts'

interface FieldsProps {
  readonly tellers: Tellers
  onChange(tellers: Tellers): void
}

const names = { first: '计票人', second: '计票人（二）', scrutineer: '监票人' } as const
const order = ['first', 'second', 'scrutineer'] as const

/** Names as they are kept: nothing where nothing stands. */
export const trimmed = ({ first, second, scrutineer }: Tellers): Tellers => ({
  first: first?.trim() || null,
  second: second?.trim() || null,
  scrutineer: scrutineer?.trim() || null,
})

/** Two who count and one who watches; the keyboard begins at the first who is missing. */
export function TellerFields({ tellers, onChange }: FieldsProps) {
  const [start] = useState(() => order.find(name => !tellers[name]) ?? 'first')
  return (
    <div className="teller-fields">
      {order.map(name => (
        <Field key={name} label={names[name]} required>
          <TextBox value={tellers[name] ?? ''} maxLength={40} autoFocus={name === start} onChange={text => onChange({ ...tellers, [name]: text })} />
        </Field>
      ))}
    </div>
  )
}

interface Props {
  readonly tellers: Tellers
  onSave(tellers: Tellers): void
  onClose(): void
}

/** Who counts and who watches, filled in before or while counting. */
export function TellersDialog({ tellers, onSave, onClose }: Props) {
  const [now, setNow] = useState(tellers)
  return (
    <Dialog
      open
      title="计票人和监票人"
      sub="印在汇总表上。封票时再核对一次。"
      primary={{ label: '记下', perform: () => onSave(trimmed(now)) }}
      onClose={onClose}
    >
      <TellerFields tellers={now} onChange={setNow} />
    </Dialog>
  )
}
