import type { FormName } from '../../shared/api/forms.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import type { Form } from '../../shared/forms/form.ts'
import { forms } from '../../shared/forms/index.ts'
import { keysOf } from '../../shared/records/keys.ts'
import { FormMenu } from '../forms/FormMenu.tsx'
import type { Values } from './draft.ts'

/** The forms that are printed of a record, by what its fields say. */
function formsOf(type: RecordName, record: Values): readonly FormName[] {
  return keysOf(forms).filter(name => {
    const { of }: Pick<Form, 'of'> = forms[name]
    return of?.type === type && Object.entries(of.only ?? {}).every(([key, among]) => among.some(value => value === record[key]))
  })
}

/** The papers of one record, a button each; nothing for a register without any. */
export function RecordPrints({ type, record, title }: { readonly type: RecordName; readonly record: Values; readonly title: string }) {
  const names = formsOf(type, record)
  if (names.length === 0) return null
  return (
    <div className="record-panel-foot record-panel-prints">
      {names.map(name => (
        <FormMenu
          key={name}
          small
          form={name}
          params={{ recordIds: [String(record['id'])] }}
          name={`${forms[name].label}（${title}）`}
          label={forms[name].label}
        />
      ))}
    </div>
  )
}
