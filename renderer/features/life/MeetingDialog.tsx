import { activityKinds } from '../../../shared/domain/activity.ts'
import { type MeetingKind, meetingKinds } from '../../../shared/domain/meeting.ts'
import { ActivityFields } from '../../attendance/ActivityFields.tsx'
import { HoursField } from '../../attendance/HoursField.tsx'
import { useScope } from '../../app/scope.tsx'
import { blankValues, valuesOf } from '../../records/draft.ts'
import { FormDialog } from '../../records/FormDialog.tsx'
import { recordType } from '../../records/record-name.ts'
import type { Stored } from '../../records/use-record-save.ts'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { countsUsually, hasLecturer, useMeetingForm, usualName } from './use-meeting-form.ts'
import '../../attendance/activity.css'
import '../../records/records.css'

interface Props {
  /** The meeting to change; a new one without it. */
  readonly record?: Stored
  /** What a new one begins as: of which body, and for a period that ends on `by`. */
  readonly kind?: MeetingKind | undefined
  readonly body?: string | undefined
  readonly by?: string | undefined
  readonly titles?: Readonly<Record<string, string>>
  onSaved(record: Stored): void
  onClose(): void
}

const type = recordType('activity')
const labels = { organizationId: '党组织', name: '会议名称' }
const kinds = meetingKinds.map(value => ({ value, label: activityKinds[value] }))

/** 登记会议, or a change of one: the kind first, and the rest fits it. Mounted while it is open. */
export function MeetingDialog({ record, kind, body, by, titles = {}, onSaved, onClose }: Props) {
  const { today, organizationId: atTop, tree } = useScope()
  const organizationId = body ?? atTop
  const name = tree.find(node => node.id === organizationId)?.name
  // When a meeting of a past period was held is for whoever registers it to say.
  const day = by !== undefined && by < today ? null : today
  const preset = {
    kind: kind ?? null,
    name: usualName(kind, by ?? today),
    startsOn: day,
    endsOn: day,
    counts: countsUsually(kind),
    organizationId: organizationId ?? null,
  }
  const state = useMeetingForm(
    record ? valuesOf(type, record) : blankValues(type, preset),
    organizationId && name ? { [organizationId]: name, ...titles } : titles,
    today,
    record === undefined,
  )
  const { form } = state
  const chosen = form.values['kind']
  const people = ['chair', 'recorder', ...(hasLecturer(chosen) ? ['lecturer', 'lecturerId'] : [])]
  return (
    <FormDialog
      type="activity"
      form={form}
      record={record}
      title={record ? '修改会议' : '登记会议'}
      sub={record ? undefined : '登记后接着填出勤、议题和决议。'}
      verb="登记"
      gap={12}
      onSaved={onSaved}
      onClose={onClose}
    >
      <div className="record-fields">
        <Field label="会议类型" required fault={form.faults['kind']}>
          <SelectBox
            value={typeof chosen === 'string' ? chosen : null}
            options={kinds}
            autoFocus={!record}
            onChange={next => form.set('kind', next)}
            onBlur={() => form.leave('kind')}
          />
        </Field>
        <ActivityFields form={form} names={['organizationId']} labels={labels} bare />
      </div>
      <ActivityFields form={form} names={['startsOn', 'endsOn', 'name', 'place']} labels={labels} first={record !== undefined} />
      <HoursField state={state} />
      <ActivityFields form={form} names={people} />
      <ActivityFields form={form} names={['guests', 'remark']} />
    </FormDialog>
  )
}
