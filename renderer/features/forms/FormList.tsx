import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { FormName } from '../../../shared/api/forms.ts'
import type { CallOutput } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { moved } from '../../ui/table-keys.ts'

interface Props {
  readonly forms: CallOutput<'forms.list'>
  readonly current: FormName
  onCurrent(name: FormName): void
}

/** The forms there are: what each is for, on what paper. */
export function FormList({ forms, current, onCurrent }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const known = forms.length > 0
  // Another page may have asked for a form far down.
  useEffect(() => {
    if (known) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [known, current])
  const keys = (event: KeyboardEvent) => {
    const to = moved(
      event.key,
      forms.findIndex(f => f.name === current),
      forms.length,
      forms.length,
    )
    const next = to === undefined ? undefined : forms[to]
    if (to === undefined || !next) return
    event.preventDefault()
    onCurrent(next.name)
    list.current?.querySelectorAll('button')[to]?.focus()
  }
  return (
    <Card fill label="表" title="表" note={`${forms.length} 张`}>
      <ul ref={list} className="card-body form-list" role="listbox" aria-label="表" onKeyDown={keys}>
        {forms.map(form => (
          <li key={form.name} role="presentation">
            <button
              type="button"
              role="option"
              aria-selected={form.name === current}
              tabIndex={form.name === current ? 0 : -1}
              onClick={() => onCurrent(form.name)}
            >
              <b>{form.label}</b>
              <span>{form.description}</span>
              <span className="t12 ink-3">{[form.paper, savedAs(form), form.needs.join('、')].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** 可存 Word、Excel: besides PDF, which every form can be. */
function savedAs({ docx, xlsx }: { readonly docx: boolean; readonly xlsx: boolean }): string {
  const ways = [docx ? 'Word' : '', xlsx ? 'Excel' : ''].filter(Boolean)
  return ways.length > 0 ? `可存 ${ways.join('、')}` : ''
}
