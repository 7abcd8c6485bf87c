import { type LocalRequirement, localKinds, type ProcedureName } from '../../../shared/domain/procedure-case.ts'
import type { Step } from '../../../shared/procedures/procedure.ts'
import { useScope } from '../../app/scope.tsx'
import { blankValues, valuesOf } from '../../records/draft.ts'
import { FormDialog } from '../../records/FormDialog.tsx'
import { recordType } from '../../records/record-name.ts'
import { useRecordForm } from '../../records/use-record-form.ts'
import { DateBox } from '../../ui/DateBox.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

interface Props {
  readonly procedure: ProcedureName
  /** The national steps, of which one is chosen by its name. */
  readonly steps: readonly Step[]
  readonly record: LocalRequirement | undefined
  readonly after: string | null
  onDone(label: string): void
  onClose(): void
}

const type = recordType('localRequirement')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** A step or material that the office adds, at a step that is chosen by name. */
export function RequirementDialog({ procedure, steps, record, after, onDone, onClose }: Props) {
  const { today } = useScope()
  const form = useRecordForm(type, record ? valuesOf(type, record) : blankValues(type, { procedure, kind: 'step', afterStep: after, startsOn: today }))
  const { values, faults } = form
  const own = values['kind'] === 'material' ? 'material' : 'step'
  const set = (key: string) => (value: unknown) => form.set(key, value)
  const leave = (key: string) => () => form.leave(key)
  return (
    <FormDialog
      type="localRequirement"
      form={form}
      record={record}
      title={record ? `修改“${record.label}”` : '增加本单位要求'}
      sub="只在国家规定之外增加，不改动、不缩短国家规定的步骤。"
      verb="增加"
      gap={12}
      onSaved={saved => onDone(String(saved['label']))}
      onClose={onClose}
    >
      <div>
        <Segmented<'step' | 'material'>
          label="增加"
          value={own}
          options={[
            { value: 'step', label: localKinds.step },
            { value: 'material', label: localKinds.material },
          ]}
          onChange={kind => {
            form.set('kind', kind)
            if (kind === 'material') for (const key of ['withinDays', 'workingDays']) form.set(key, null)
          }}
        />
      </div>
      <div className="form-grid">
        <Field label="名称" required fault={faults['label']}>
          <TextBox value={text(values['label'])} autoFocus maxLength={200} onChange={set('label')} onBlur={leave('label')} />
        </Field>
        <Field label={own === 'step' ? '在哪一步之后' : '属于哪一步'} required fault={faults['afterStep']}>
          <SelectBox
            value={orNull(values['afterStep'])}
            options={steps.map(({ key, no, label }) => ({ value: key, label: `${no ?? ''} ${label}` }))}
            onChange={set('afterStep')}
            onBlur={leave('afterStep')}
          />
        </Field>
        {own === 'step' && (
          <>
            <Field label="几天内完成" help="从前一步完成的那天算起；不限的空着" fault={faults['withinDays']}>
              <NumberBox value={number(values['withinDays'])} unit="天" onChange={set('withinDays')} onBlur={leave('withinDays')} />
            </Field>
            <Field label="至少几个工作日" help="如另设的公示；当天办完的空着" fault={faults['workingDays']}>
              <NumberBox value={number(values['workingDays'])} unit="个" onChange={set('workingDays')} onBlur={leave('workingDays')} />
            </Field>
          </>
        )}
        <Field label="依据" required help="本单位哪个文件、哪一条" fault={faults['clause']}>
          <TextBox value={text(values['clause'])} maxLength={200} onChange={set('clause')} onBlur={leave('clause')} />
        </Field>
        <Field label="自何日起" required fault={faults['startsOn']}>
          <DateBox value={orNull(values['startsOn'])} today={today} onChange={set('startsOn')} onBlur={leave('startsOn')} />
        </Field>
      </div>
      <Field label="说明" fault={faults['remark']}>
        <TextBox value={text(values['remark'])} lines={2} maxLength={4000} onChange={set('remark')} onBlur={leave('remark')} />
      </Field>
    </FormDialog>
  )
}
