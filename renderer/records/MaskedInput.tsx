import type { ReactNode } from 'react'
import { isMasked } from '../../shared/records/masked.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { call } from '../api/client.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { recordName } from './record-name.ts'

interface Props {
  readonly type: RecordType
  readonly recordId: string
  readonly name: string
  readonly value: unknown
  /** Something else has been typed here: it stays open. */
  readonly touched: boolean
  /** Takes the whole value into the form. */
  onReveal(value: string | null): void
  /** The input, once the value may be seen. */
  readonly children: ReactNode
}

/** A kept ID number or phone in a form: masked, as it came, until someone asks for it, which the audit remembers. */
export function MaskedInput({ type, recordId, name, value, touched, onReveal, children }: Props) {
  const say = useSay()
  const field = type.fields[name]
  if (touched || !field || !isMasked(field, value)) return children
  const reveal = () =>
    void call('records.reveal', { type: recordName(type.name), id: recordId, field: name }).then(
      reply => onReveal(reply.value),
      (error: unknown) => say(sentenceOf(error)),
    )
  return (
    <div className="derived masked">
      <span>{value}</span>
      <span className="space" />
      <IconAction icon="eye" title="查看并修改，记入审计" onClick={reveal} />
    </div>
  )
}
