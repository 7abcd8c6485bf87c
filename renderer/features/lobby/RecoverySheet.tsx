import { createPortal } from 'react-dom'
import { RecoveryCodeSheet } from '../../print/RecoveryCodeSheet.tsx'

interface Props {
  readonly office: string
  readonly code: string
  readonly on: string
}

/** The one page that is printed and sealed. On paper only; the screen shows the code by itself. */
export function RecoverySheet({ office, code, on }: Props) {
  return createPortal(
    <div className="form-paper-only" aria-hidden>
      <RecoveryCodeSheet office={office} code={code} on={on} />
    </div>,
    document.body,
  )
}
