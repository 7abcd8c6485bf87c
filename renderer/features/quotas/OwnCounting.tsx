import type { RecordFormState } from '../../records/use-record-form.ts'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { amountOptions, conditionOptions, dateOptions, type Option, sources, subjectOptions, valueOptions } from './own-fields.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

interface PickProps {
  readonly form: RecordFormState
  readonly name: string
  readonly options: readonly Option[]
  /** Words for no choice, where one need not be made. */
  readonly none?: string
  readonly help?: string
}

function Pick({ form, name, options, none, help }: PickProps) {
  const field = form.type.fields[name]
  return (
    <Field label={field?.label ?? ''} required={none === undefined} help={help} fault={form.faults[name]}>
      <SelectBox
        value={text(form.values[name])}
        options={options}
        {...(none === undefined ? {} : { none })}
        disabled={options.length === 0}
        onChange={value => form.set(name, value)}
        onBlur={() => form.leave(name)}
      />
    </Field>
  )
}

/** 怎样计数: which register, whose column, which day, how much, and which records only. All by the words of the register. */
export function OwnCounting({ form }: { readonly form: RecordFormState }) {
  const { values } = form
  const subjects = subjectOptions(values)
  const chosen = text(values['conditionValues'])?.split('、') ?? []
  const offered = valueOptions(values)
  const noSubject = text(values['source']) !== null && text(values['subjects']) !== null && subjects.length === 0
  return (
    <fieldset className="own-counting">
      <legend>怎样计数</legend>
      <div className="record-fields">
        <Pick form={form} name="source" options={sources} />
        <Pick
          form={form}
          name="subjectField"
          options={subjects}
          help={noSubject ? '这个台账没有这样的栏。换一个台账，或换考核对象。' : text(values['subjects']) === null ? '先选考核对象' : ''}
        />
        <Pick form={form} name="dateField" options={dateOptions(values)} help="按这一天归入各期" />
        <Pick form={form} name="amountField" options={amountOptions(values)} none="每条记一次" help="选了就把这一栏的数加起来" />
        <Pick form={form} name="conditionField" options={conditionOptions(values)} none="全部记录都计" />
        {offered.length > 0 && (
          <Field label="只计的值" required fault={form.faults['conditionValues']}>
            <div className="own-values" role="group" aria-label="只计的值">
              {offered.map(({ value, label }) => (
                <Check
                  key={value}
                  label={label}
                  checked={chosen.includes(value)}
                  onChange={on => {
                    const next = offered.map(o => o.value).filter(v => (v === value ? on : chosen.includes(v)))
                    form.set('conditionValues', next.length > 0 ? next.join('、') : null)
                  }}
                />
              ))}
            </div>
          </Field>
        )}
      </div>
    </fieldset>
  )
}
