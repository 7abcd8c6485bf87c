import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { useUnsaved } from '../app/unsaved.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ConflictBanner } from './ConflictBanner.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { recordType } from './record-name.ts'
import type { RecordFormState } from './use-record-form.ts'
import { type Stored, useRecordSave } from './use-record-save.ts'

interface Props {
  readonly type: RecordName
  readonly form: RecordFormState
  /** The record to change; a new one without it. */
  readonly record: Stored | undefined
  readonly title: string
  readonly sub?: string | undefined
  /** What the button of a new one says. */
  readonly verb?: string
  /** Pixels between the parts of the form. */
  readonly gap?: 12 | 16
  /** Offers to save and begin another: this empties the form for it. */
  readonly onAgain?: (() => void) | undefined
  readonly children: ReactNode
  onSaved(record: Stored, another: boolean): void
  onClose(): void
}

/** The dialog around the form of a record: Ctrl S saves, a change by someone else is met, and what is typed is not lost unasked. */
export function FormDialog({ type, form, record, title, sub, verb = '保存', gap = 16, onAgain, children, onSaved, onClose }: Props) {
  const saving = useRecordSave(type, form, record)
  const [leaving, setLeaving] = useState(false)
  const settle = useUnsaved(form.dirty)

  const save = async (another: boolean) => {
    const written = await saving.save()
    if (!written) return
    settle()
    if (another) onAgain?.()
    onSaved(written, another)
  }
  const keys = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    event.stopPropagation()
    if (!saving.busy) void save(false)
  }
  const giveUp = () => {
    settle()
    onClose()
  }
  return (
    <>
      <Dialog
        open
        size={720}
        title={title}
        sub={sub}
        busy={saving.busy}
        onClose={() => (form.dirty ? setLeaving(true) : onClose())}
        primary={{
          label: record ? '保存' : verb,
          disabled: saving.conflict !== undefined || (record !== undefined && !form.dirty),
          perform: () => void save(false),
        }}
        {...(onAgain ? { others: [{ label: '保存并继续新增', perform: () => void save(true) }] } : {})}
        note={
          <span className="row t12">
            <span className="star">*</span>必填
          </span>
        }
      >
        <div className="col record-form" style={{ gap }} onKeyDown={keys}>
          {saving.conflict && <ConflictBanner type={recordType(type)} form={form} conflict={saving.conflict} onReload={saving.reload} />}
          <ErrorBanner error={saving.error} />
          {children}
        </div>
      </Dialog>
      <LeaveDialog open={leaving} editing={record !== undefined} changed={form.changed.length} onLeave={giveUp} onStay={() => setLeaving(false)} />
    </>
  )
}
