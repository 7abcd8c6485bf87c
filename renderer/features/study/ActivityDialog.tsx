import { useScope } from '../../app/scope.tsx'
import { blankValues, valuesOf } from '../../records/draft.ts'
import { FormDialog } from '../../records/FormDialog.tsx'
import { recordType } from '../../records/record-name.ts'
import type { Stored } from '../../records/use-record-save.ts'
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
  return (
    <FormDialog
      type="activity"
      form={state.form}
      record={record}
      title={record ? '修改活动' : '登记活动'}
      sub={record ? undefined : '登记后接着填出勤。'}
      verb="登记"
      gap={12}
      onSaved={onSaved}
      onClose={onClose}
    >
      <ActivityFields form={state.form} names={['name', 'kind', 'startsOn', 'endsOn']} first />
      <HoursField state={state} />
      <ActivityFields form={state.form} names={['organizationId', 'organizer', 'place', 'lecturer', 'remark']} />
    </FormDialog>
  )
}
