import { type KeyboardEvent, useState } from 'react'
import { useScope } from '../../app/scope.tsx'
import { useUnsaved } from '../../app/unsaved.tsx'
import { ConflictBanner } from '../../records/ConflictBanner.tsx'
import { blankValues, valuesOf } from '../../records/draft.ts'
import { recordType } from '../../records/record-name.ts'
import { type Stored, useRecordSave } from '../../records/use-record-save.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ActivityFields } from '../../attendance/ActivityFields.tsx'
import { HoursField } from '../../attendance/HoursField.tsx'
import { useActivityForm } from '../../attendance/use-activity-form.ts'
import '../../records/records.css'

interface Props {
  /** The activity to change; a new one without it. */
  readonly record?: Stored
  /** Titles of what the record, or the new one, refers to. */
  readonly titles?: Readonly<Record<string, string>>
  onSaved(record: Stored): void
  onClose(): void
}

const type = recordType('activity')

/** 登记活动, or a change of one. Mounted while it is open. */
export function ActivityDialog({ record, titles = {}, onSaved, onClose }: Props) {
  const { today, organizationId, name } = useScope()
  const preset = { startsOn: today, endsOn: today, counts: true, organizationId: organizationId ?? null }
  const state = useActivityForm(
    record ? valuesOf(type, record) : blankValues(type, preset),
    organizationId ? { [organizationId]: name, ...titles } : titles,
    today,
  )
  const saving = useRecordSave('activity', state.form, record)
  const [leaving, setLeaving] = useState(false)
  const settle = useUnsaved(state.form.dirty)

  const save = async () => {
    const written = await saving.save()
    if (!written) return
    settle()
    onSaved(written)
  }
  const giveUp = () => {
    settle()
    onClose()
  }
  const keys = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    event.stopPropagation()
    if (!saving.busy) void save()
  }
  return (
    <>
      <Dialog
        open
        size={720}
        title={record ? '修改活动' : '登记活动'}
        sub={record ? undefined : '登记后接着填出勤。'}
        busy={saving.busy}
        onClose={() => (state.form.dirty ? setLeaving(true) : onClose())}
        primary={{
          label: record ? '保存' : '登记',
          disabled: saving.conflict !== undefined || (record !== undefined && !state.form.dirty),
          perform: () => void save(),
        }}
        note={
          <span className="row t12">
            <span className="star">*</span>必填
          </span>
        }
      >
        <div className="col" style={{ gap: 12 }} onKeyDown={keys}>
          {saving.conflict && <ConflictBanner type={type} form={state.form} conflict={saving.conflict} onReload={saving.reload} />}
          <ErrorBanner error={saving.error} />
          <ActivityFields form={state.form} names={['name', 'kind', 'startsOn', 'endsOn']} first />
          <HoursField state={state} />
          <ActivityFields form={state.form} names={['organizationId', 'organizer', 'place', 'lecturer', 'remark']} />
        </div>
      </Dialog>
      <ConfirmDialog
        open={leaving}
        title={record ? '放弃改动？' : '放弃填写的内容？'}
        sub={`改了 ${state.form.changed.length} 项，还没有保存。`}
        verb="放弃"
        closeLabel="接着填"
        onConfirm={giveUp}
        onClose={() => setLeaving(false)}
      />
    </>
  )
}
