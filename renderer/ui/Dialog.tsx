import MuiDialog from '@mui/material/Dialog'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Button } from './Button.tsx'
import type { IconName } from './icons.ts'
import { LayerContext, useLayer } from './layer.ts'

export interface DialogAction {
  readonly label: string
  readonly icon?: IconName
  readonly disabled?: boolean
  perform(): void
}

interface Props {
  readonly open: boolean
  readonly title: string
  readonly sub?: ReactNode
  readonly size?: 480 | 720
  readonly primary?: DialogAction
  /** Outlined, before the primary. */
  readonly others?: readonly DialogAction[]
  /** At the left end of the foot. */
  readonly note?: ReactNode
  readonly closeLabel?: string | undefined
  /** While work goes on that cannot be left. */
  readonly busy?: boolean
  readonly children?: ReactNode
  onClose(): void
}

/** A dialog: Esc closes, Ctrl Enter and Enter in a field do the primary, which stands last. */
export function Dialog({ open, title, sub, size = 480, primary, others = [], note, closeLabel = '取消', busy = false, children, onClose }: Props) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const layer = useLayer(open)
  const ready = primary && !primary.disabled && !busy
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (ready) primary.perform()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      event.stopPropagation()
      form.current?.requestSubmit()
    }
  }
  return (
    <MuiDialog
      open={open}
      aria-labelledby={id}
      onClose={() => !busy && onClose()}
      onKeyDown={keys}
      transitionDuration={{ enter: 100, exit: 80 }}
      slotProps={{ paper: { sx: { width: size, maxWidth: 'none' } } }}
    >
      <form ref={form} className="dialog" noValidate onSubmit={submit}>
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          {sub && <p>{sub}</p>}
        </header>
        <div className="dialog-body">
          <LayerContext value={layer}>{children}</LayerContext>
        </div>
        <footer className="dialog-foot">
          {note && <span className="t12 ink-3">{note}</span>}
          <span className="space" />
          <Button keys="Esc" disabled={busy} autoFocus={!primary} onClick={onClose}>
            {primary ? closeLabel : '关闭'}
          </Button>
          {others.map(other => (
            <Button key={other.label} disabled={busy || other.disabled} icon={other.icon} onClick={other.perform}>
              {other.label}
            </Button>
          ))}
          {primary && (
            <Button kind="primary" submit keys="Ctrl ↵" disabled={!ready} icon={primary.icon}>
              {primary.label}
            </Button>
          )}
        </footer>
      </form>
    </MuiDialog>
  )
}
