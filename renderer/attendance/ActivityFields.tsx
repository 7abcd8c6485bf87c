import { useScope } from '../app/scope.tsx'
import { inputs } from '../records/inputs.tsx'
import type { RecordFormState } from '../records/use-record-form.ts'
import { Field } from '../ui/Field.tsx'

interface Props {
  readonly form: RecordFormState
  readonly names: readonly string[]
  /** The first of them takes the keyboard when the form opens. */
  readonly first?: boolean
  /** They stand among fields of another row, which is theirs too. */
  readonly bare?: boolean
  /** What a meeting calls a field. */
  readonly labels?: Readonly<Record<string, string>>
}

/** Some fields of the activity's form, two side by side, in the inputs of their kinds. */
export function ActivityFields({ form, names, first = false, bare = false, labels = {} }: Props) {
  const { today } = useScope()
  const fields = names.map((name, i) => {
    const field = form.type.fields[name]
    if (!field) return null
    const Input = inputs[field.kind]
    const value = form.values[name]
    return (
      <div key={name} className={field.kind === 'note' ? 'record-field wide' : 'record-field'}>
        <Field label={labels[name] ?? field.label} required={field.required ?? false} help={field.help} fault={form.faults[name]}>
          <Input
            field={field}
            value={value ?? null}
            title={typeof value === 'string' ? form.titles[value] : undefined}
            today={today}
            autoFocus={first && i === 0}
            onChange={next => form.set(name, next)}
            onTitle={form.noteTitle}
            onBlur={() => form.leave(name)}
          />
        </Field>
      </div>
    )
  })
  return bare ? fields : <div className="record-fields">{fields}</div>
}
