import { useState } from 'react'
import { person } from '../../../shared/domain/person.ts'
import type { Field as RecordField } from '../../../shared/records/fields.ts'
import { useCommand } from '../../api/command.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { inputs } from '../../records/inputs.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { useChosen } from './use-chosen.ts'

const fields = ['category', 'membershipState', 'partyPost', 'mobility', 'exemptReason'] as const
type SetField = (typeof fields)[number]

const isSetField = (name: string | null): name is SetField => fields.some(field => field === name)

interface Props {
  readonly ids: readonly string[]
  onDone?(): void
  onClose(): void
}

/** 改类别 and its kin: one field to one value for many people. Mounted while it is open. */
export function SetManyDialog({ ids, onDone, onClose }: Props) {
  const { today } = useSession()
  const done = useSayDone()
  const command = useCommand('person.setMany')
  const chosen = useChosen(ids)
  const [name, setName] = useState<SetField>('category')
  const [value, setValue] = useState<unknown>(null)
  const [tried, setTried] = useState(false)
  const field: RecordField = person.fields[name]
  const Input = inputs[field.kind]
  const text = typeof value === 'string' && value.trim() ? value.trim() : null
  const lacking = field.required === true && text === null
  const set = () => {
    setTried(true)
    if (lacking) return
    command.mutate(
      { ids: [...ids], field: name, value: text },
      {
        onSuccess: ({ changed }) => {
          done(`已改 ${changed} 人的${field.label}`)
          onDone?.()
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open title="成批改动" sub={chosen.sub} primary={{ label: `改 ${ids.length} 人`, perform: set }} busy={command.isPending} onClose={onClose}>
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={command.error} />
        <Field label="改哪一项">
          <SelectBox
            value={name}
            options={fields.map(key => ({ value: key, label: person.fields[key].label }))}
            onChange={next => {
              if (!isSetField(next)) return
              setName(next)
              setValue(null)
              setTried(false)
            }}
          />
        </Field>
        <Field
          label="改成"
          required={field.required ?? false}
          fault={tried && lacking ? `请选择${field.label}` : undefined}
          help={field.required ? undefined : '不填则清空这一项'}
        >
          <Input key={name} field={field} value={value} title={undefined} today={today} autoFocus onChange={setValue} onTitle={() => {}} onBlur={() => {}} />
        </Field>
      </div>
    </Dialog>
  )
}
