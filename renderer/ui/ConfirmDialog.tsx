import { type ReactNode, useState } from 'react'
import { ErrorBanner } from './Banner.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { TextBox } from './TextBox.tsx'

interface Props {
  readonly open: boolean
  /** A question: 作废这条参训记录？ */
  readonly title: string
  readonly sub?: ReactNode
  /** What will be different, in figures, before it asks. */
  readonly consequences?: readonly { readonly what: string; readonly says: ReactNode }[]
  /** Asks for a reason of at least two characters, which goes into the audit. */
  readonly reason?: boolean
  readonly verb: string
  /** What the other button says, where 取消 could mean either: 接着填. */
  readonly closeLabel?: string
  readonly busy?: boolean
  readonly error?: unknown
  onConfirm(reason: string): void
  onClose(): void
}

/** Asks once, with the consequences in sight. */
export function ConfirmDialog(props: Props) {
  return props.open ? <Asked {...props} /> : null
}

function Asked({ title, sub, consequences = [], reason: asksReason = false, verb, closeLabel, busy = false, error, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState(false)
  const given = reason.trim().length >= 2
  const confirm = () => {
    setLeft(true)
    if (!asksReason || given) onConfirm(reason.trim())
  }
  return (
    <Dialog open title={title} sub={sub} primary={{ label: verb, disabled: busy, perform: confirm }} closeLabel={closeLabel} busy={busy} onClose={onClose}>
      <ErrorBanner error={error} />
      {consequences.length > 0 && (
        <dl className="consequences">
          {consequences.map(c => (
            <div key={c.what}>
              <dt>{c.what}</dt>
              <dd>{c.says}</dd>
            </div>
          ))}
        </dl>
      )}
      {asksReason && (
        <div style={{ marginTop: 16 }}>
          <Field label="理由" required help="写进审计，不能改" fault={left && !given ? '请写明理由，至少 2 字' : undefined}>
            <TextBox value={reason} autoFocus maxLength={200} onChange={setReason} onBlur={() => setLeft(reason !== '')} />
          </Field>
        </div>
      )}
    </Dialog>
  )
}
