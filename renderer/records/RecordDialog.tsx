import { type KeyboardEvent, useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { useQuery } from '../api/hooks.ts'
import { useUnsaved } from '../app/unsaved.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ConflictBanner } from './ConflictBanner.tsx'
import { blankValues, type Values, valuesOf } from './draft.ts'
import { RecordForm } from './RecordForm.tsx'
import { recordType } from './record-name.ts'
import type { Titles } from './shown-text.ts'
import { useRecordForm } from './use-record-form.ts'
import { isStored, type Stored, useRecordSave } from './use-record-save.ts'

interface Props {
  readonly type: RecordName
  /** The record to change; a new one without it. */
  readonly id?: string | undefined
  readonly title?: string
  /** What a new one begins with, and the titles of what that refers to. */
  readonly preset?: Values
  readonly presetTitles?: Titles
  /** Fields that the place decides, and so are not asked. */
  readonly fixed?: readonly string[]
  readonly headings?: Readonly<Partial<Record<string, string>>>
  /** Offers to save and begin another. */
  readonly again?: boolean
  onSaved(record: Stored, another: boolean): void
  onClose(): void
}

/** Creates or changes a record of any type. Mounted while it is open. */
export function RecordDialog(props: Props) {
  const { type, id } = props
  const reply = useQuery('records.get', { type, id: id ?? '' }, { enabled: id !== undefined, keep: false })
  const [opened, setOpened] = useState<{ readonly record: Stored; readonly titles: Titles }>()
  if (id === undefined) return <Opened {...props} record={undefined} titles={props.presetTitles ?? {}} />
  // The form keeps what it was opened with: a change by someone else is met when saving, not under the fingers.
  if (!opened && reply.data && !reply.isFetching && isStored(reply.data.record)) setOpened({ record: reply.data.record, titles: reply.data.titles })
  if (opened) return <Opened {...props} record={opened.record} titles={opened.titles} />
  return reply.error ? (
    <Dialog open title={`修改${recordType(type).label}`} onClose={props.onClose}>
      <ErrorBanner error={reply.error} />
    </Dialog>
  ) : null
}

function Opened({
  type: name,
  record,
  titles,
  title,
  preset,
  fixed,
  headings,
  again,
  onSaved,
  onClose,
}: Props & { readonly record: Stored | undefined; readonly titles: Titles }) {
  const type = recordType(name)
  const form = useRecordForm(type, record ? valuesOf(type, record) : blankValues(type, preset), titles)
  const saving = useRecordSave(name, form, record)
  const [leaving, setLeaving] = useState(false)
  const settle = useUnsaved(form.dirty)

  const save = async (another: boolean) => {
    const written = await saving.save()
    if (!written) return
    settle()
    if (another) {
      form.restart(blankValues(type, preset))
      setTimeout(() => document.querySelector<HTMLElement>('.record-form input')?.focus())
    }
    onSaved(written, another)
  }
  const keys = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    event.stopPropagation()
    if (!saving.busy) void save(false)
  }
  const close = () => (form.dirty ? setLeaving(true) : onClose())
  const giveUp = () => {
    settle()
    onClose()
  }
  return (
    <>
      <Dialog
        open
        size={720}
        title={title ?? `${record ? '修改' : '新增'}${type.label}`}
        busy={saving.busy}
        onClose={close}
        primary={{ label: '保存', disabled: saving.conflict !== undefined || (record !== undefined && !form.dirty), perform: () => void save(false) }}
        {...(again && !record ? { others: [{ label: '保存并继续新增', perform: () => void save(true) }] } : {})}
        note={
          <span className="row t12">
            <span className="star">*</span>必填
          </span>
        }
      >
        <div className="col" style={{ gap: 16 }} onKeyDown={keys}>
          {saving.conflict && <ConflictBanner type={type} form={form} conflict={saving.conflict} onReload={saving.reload} />}
          <ErrorBanner error={saving.error} />
          <RecordForm form={form} recordId={record?.id} {...(fixed ? { fixed } : {})} {...(headings ? { headings } : {})} />
        </div>
      </Dialog>
      <ConfirmDialog
        open={leaving}
        title={`放弃${record ? '改动' : '填写的内容'}？`}
        sub={`改了 ${form.changed.length} 项，还没有保存。`}
        verb="放弃"
        closeLabel="接着填"
        onConfirm={giveUp}
        onClose={() => setLeaving(false)}
      />
    </>
  )
}
