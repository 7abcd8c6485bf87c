import { type ReactNode, useState } from 'react'
import type { RecordType } from '../../shared/records/record.ts'
import { call } from '../api/client.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { IconAction } from '../ui/Button.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { recordName } from './record-name.ts'
import { maskedText } from './shown-text.ts'

interface Props {
  readonly type: RecordType
  readonly recordId: string
  readonly name: string
  readonly value: unknown
  /** Something else has been typed here: it stays open. */
  readonly touched: boolean
  /** The input, once the value may be seen. */
  readonly children: ReactNode
}

/** A kept ID number or phone in a form: masked until someone asks for it, which the audit remembers. */
export function MaskedInput({ type, recordId, name, value, touched, children }: Props) {
  const say = useSay()
  const [seen, setSeen] = useState(false)
  const field = type.fields[name]
  if (seen || touched || !field || typeof value !== 'string') return children
  const reveal = () =>
    void call('records.reveal', { type: recordName(type.name), id: recordId, field: name }).then(
      () => setSeen(true),
      (error: unknown) => say(sentenceOf(error)),
    )
  return (
    <div className="derived masked">
      <span>{maskedText(field, value)}</span>
      <span className="space" />
      <IconAction icon="eye" title="查看并修改，记入审计" onClick={reveal} />
    </div>
  )
}
