import { type FormEvent, useState } from 'react'
import type { Session } from '../../../shared/api/lobby.ts'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { emptyPassword, NewPassword, usePasswordReady } from '../../app/NewPassword.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { PasswordBox } from '../../ui/PasswordBox.tsx'
import { LobbyFrame } from './LobbyFrame.tsx'

interface Props {
  /** Who came in with a password that 系统管理员 had set. */
  readonly session: Session
  readonly version: string
  onEnter(session: Session): void
}

/** 先改口令: a password that somebody else knows opens nothing but this. */
export function FirstPassword({ session, version, onEnter }: Props) {
  const { user, office, roleLabel, idleMinutes } = session
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(emptyPassword)
  const [failure, setFailure] = useState<unknown>(null)
  const change = useCommand('session.changePassword')
  const ready = usePasswordReady(user, next) && current !== '' && !change.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    change.mutate(
      { current, next: next.password },
      {
        onSuccess: () => {
          call('session.current', {}).then(onEnter, setFailure)
        },
      },
    )
  }
  const left = (
    <>
      <p className="t13 ink-3">口令要换成自己的</p>
      <h1>{office}</h1>
      <dl>
        <div>
          <dt>使用人</dt>
          <dd>{user}</dd>
        </div>
        <div>
          <dt>身份</dt>
          <dd>{roleLabel}</dd>
        </div>
      </dl>
    </>
  )
  return (
    <LobbyFrame left={left} foot={`组工台账 ${version}　闲置 ${idleMinutes} 分钟自动锁定`}>
      <form className="lobby-form col" style={{ gap: 16 }} noValidate onSubmit={submit}>
        <h2>先改口令</h2>
        <p className="t13 ink-2">现在的口令是系统管理员设的，他也知道。改成只有自己知道的，再往下用。若不是本人要求重设的，请告诉安全审计员。</p>
        <ErrorBanner error={change.error ?? failure} />
        <Field label="当前口令" required help="系统管理员告诉的那一个">
          <PasswordBox value={current} autoFocus onChange={typed => (setCurrent(typed), change.reset())} />
        </Field>
        <NewPassword user={user} value={next} label="新口令" onChange={setNext} />
        <div className="lobby-foot">
          <Button kind="text" icon="lock" onClick={() => void call('lobby.lock', {}).catch(() => {})}>
            锁定
          </Button>
          <span className="space" />
          <Button kind="primary" submit disabled={!ready}>
            改口令并进入
          </Button>
        </div>
      </form>
    </LobbyFrame>
  )
}
