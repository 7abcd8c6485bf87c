import { useEffect, useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { call } from '../api/client.ts'
import { useSession } from '../app/session.tsx'
import { sentenceOf } from '../ui/Banner.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import './records.css'

/** How long a revealed value stays in sight. */
const seconds = 10

interface Props {
  readonly type: RecordName
  readonly id: string
  readonly field: string
  /** As it comes from a list: already masked. */
  readonly masked: string
  /** The eye is always there, not only under the mouse. */
  readonly steady?: boolean
}

/** A masked value with an eye: shows the whole for ten seconds and writes an audit line. */
export function MaskedText({ type, id, field, masked, steady = false }: Props) {
  const say = useSay()
  const { mayWrite } = useSession()
  const [value, setValue] = useState<string>()
  useEffect(() => {
    if (value === undefined) return
    const timer = setTimeout(() => setValue(undefined), seconds * 1000)
    return () => clearTimeout(timer)
  }, [value])
  useEffect(() => setValue(undefined), [id, field])
  const reveal = () =>
    void call('records.reveal', { type, id, field }).then(
      reply => setValue(reply.value ?? masked),
      (error: unknown) => say(sentenceOf(error)),
    )
  return (
    <span className={steady ? 'masked-text steady' : 'masked-text'}>
      {value ?? masked}
      {mayWrite && masked !== '' && (
        <button
          type="button"
          tabIndex={steady ? 0 : -1}
          aria-label={value ? '遮住' : '显示完整内容，记入审计'}
          title={value ? '遮住' : `显示 ${seconds} 秒，记入审计`}
          onClick={event => {
            event.stopPropagation()
            if (value) setValue(undefined)
            else reveal()
          }}
        >
          <Icon name={value ? 'eyeOff' : 'eye'} size={14} />
        </button>
      )}
    </span>
  )
}
