import { createPortal } from 'react-dom'
import { RecoveryCodeSheet } from '../print/RecoveryCodeSheet.tsx'
import './recovery-code.css'

interface Props {
  readonly office: string
  readonly code: string
}

/** 恢复码 on the screen, to be copied; on paper, when the window is printed, the one page that is sealed. */
export function RecoveryCode({ office, code }: Props) {
  const today = new Date().toLocaleDateString('zh-CN', { year: 'numeric', month: 'long', day: 'numeric' })
  return (
    <>
      <div className="recovery-code" role="group" aria-label="恢复码">
        {code.split('-').map(group => (
          <span key={group}>{group}</span>
        ))}
      </div>
      {createPortal(
        <div className="form-paper-only" aria-hidden>
          <RecoveryCodeSheet office={office} code={code} on={today} />
        </div>,
        document.body,
      )}
    </>
  )
}
