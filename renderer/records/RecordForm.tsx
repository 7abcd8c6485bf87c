import { Fragment, type ReactNode, useState } from 'react'
import { useSession } from '../app/session.tsx'
import { Derived, Field } from '../ui/Field.tsx'
import { isEmpty } from './draft.ts'
import { inputs } from './inputs.tsx'
import { MaskedInput } from './MaskedInput.tsx'
import { shownText } from './shown-text.ts'
import type { RecordFormState } from './use-record-form.ts'
import './records.css'

interface Props {
  readonly form: RecordFormState
  /** The kept record, so that its masked values stay masked until someone asks. */
  readonly recordId?: string | undefined
  /** Fields that the place decides, and so are not asked. */
  readonly fixed?: readonly string[]
  /** Headings, by the first field of a group; those of the declaration where the place gives none. */
  readonly headings?: Readonly<Partial<Record<string, string>>>
  /** What a place puts before a group, by the group's first field. */
  readonly before?: Readonly<Partial<Record<string, ReactNode>>>
  /** How many fields stand side by side. */
  readonly across?: 2 | 4
}

/** The form of any record type: label above, fault below, in the groups that the type declares. */
export function RecordForm({ form, recordId, fixed = [], headings = form.type.sections, before = {}, across = 2 }: Props) {
  const groups = form.type.form.map(keys => keys.filter(key => !fixed.includes(key))).filter(keys => keys.length > 0)
  // The keyboard begins where something is missing; at the top when nothing is.
  const [first] = useState(() => groups.flat().find(key => !(key in form.derived) && isEmpty(form.values[key])) ?? groups[0]?.[0])
  return (
    <div className={`record-form across-${across}`}>
      {groups.map(keys => (
        <Fragment key={keys[0]}>
          {before[keys[0] ?? '']}
          <Group heading={headings[keys[0] ?? '']}>
            {keys.map(key => (
              <RecordField key={key} form={form} name={key} recordId={recordId} autoFocus={key === (recordId ? groups[0]?.[0] : first)} />
            ))}
          </Group>
        </Fragment>
      ))}
    </div>
  )
}

const Group = ({ heading, children }: { readonly heading: string | undefined; readonly children: ReactNode }) => (
  <fieldset>
    {heading && <legend>{heading}</legend>}
    <div className="record-fields">{children}</div>
  </fieldset>
)

function RecordField({
  form,
  name,
  recordId,
  autoFocus,
}: {
  readonly form: RecordFormState
  readonly name: string
  readonly recordId: string | undefined
  readonly autoFocus: boolean
}) {
  const { today } = useSession()
  const [revealed, setRevealed] = useState(false)
  const field = form.type.fields[name]
  if (!field) return null
  const value = form.values[name]
  if (name in form.derived) return <Derived label={field.label} value={shownText(field, value, form.titles)} from={field.help ?? '由其他内容得出'} />
  const reveal = (whole: string | null) => {
    form.reveal(name, whole)
    setRevealed(true)
  }
  const Input = inputs[field.kind]
  const input = (
    <Input
      field={field}
      value={value ?? null}
      title={typeof value === 'string' ? form.titles[value] : undefined}
      today={today}
      autoFocus={autoFocus || revealed}
      onChange={next => form.set(name, next)}
      onTitle={form.noteTitle}
      onBlur={() => form.leave(name)}
    />
  )
  return (
    <div className={field.kind === 'note' || field.kind === 'multi' ? 'record-field wide' : 'record-field'}>
      <Field label={field.label} required={field.required ?? false} help={field.help} fault={form.faults[name]}>
        {field.masked && recordId ? (
          <MaskedInput type={form.type} recordId={recordId} name={name} value={value} touched={form.changed.includes(name)} onReveal={reveal}>
            {input}
          </MaskedInput>
        ) : (
          input
        )}
      </Field>
    </div>
  )
}
