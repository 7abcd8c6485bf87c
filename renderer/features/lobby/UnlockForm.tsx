import { type FormEvent, useState } from 'react'
import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { lobbyApi, Session } from '../../../shared/api/lobby.ts'
import { isRole, roles } from '../../../shared/domain/roles.ts'
import { AppError } from '../../../shared/errors.ts'
import { useCommand } from '../../api/command.ts'
import { Banner, ErrorBanner, Sentences, sentenceOf } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { useCountdown } from './countdown.ts'
import { PasswordBox } from '../../ui/PasswordBox.tsx'

export type LobbyStatus = OutputOf<(typeof lobbyApi)['lobby.status']>

/** The seconds to wait that a refused attempt brings with it. */
export function waitOf(error: unknown): number {
  if (!(error instanceof AppError)) return 0
  return 'waitSeconds' in error.facts ? error.facts.waitSeconds : 0
}

interface Props {
  readonly status: LobbyStatus
  /** Who was at work when it was locked. */
  readonly user: string
  onEnter(session: Session): void
}

/** 解锁: who, and the password. */
export function UnlockForm({ status, user: before, onEnter }: Props) {
  const [user, setUser] = useState(before || (status.users[0]?.name ?? ''))
  const [password, setPassword] = useState('')
  const [box, setBox] = useState<HTMLInputElement | null>(null)
  const [left, setLeft] = useState(false)
  const [wait, setWait] = useCountdown(status.waitSeconds)
  const unlock = useCommand('lobby.unlock')
  const named = user.trim() !== ''

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setLeft(true)
    if (!named || password === '' || wait > 0 || unlock.isPending) return
    unlock.mutate(
      { user, password },
      {
        onSuccess: onEnter,
        onError: error => {
          setWait(waitOf(error))
          setPassword('')
          box?.focus()
        },
      },
    )
  }
  const wrong = unlock.error instanceof AppError && unlock.error.code === 'session.wrongPassword'
  return (
    <form className="lobby-fields col" style={{ gap: 20 }} noValidate onSubmit={submit}>
      <h2>解锁</h2>
      {wrong && (
        <Banner kind="warn">
          <Sentences text={sentenceOf(unlock.error)} />
          {wait > 0 && '等待时间会逐次加长，关机也不清零。'}
        </Banner>
      )}
      {unlock.error && !wrong && <ErrorBanner error={unlock.error} />}
      {status.users.length > 0 ? (
        <div className="field">
          <label>使用人</label>
          <div className="lobby-users" role="radiogroup" aria-label="使用人">
            {status.users.map(u => (
              <button
                key={u.name}
                type="button"
                role="radio"
                aria-checked={u.name === user}
                onClick={() => {
                  setUser(u.name)
                  box?.focus()
                }}
              >
                <Icon name="user" />
                <span>
                  <b>{u.name}</b>
                  <small>{isRole(u.role) ? roles[u.role] : u.role}</small>
                </span>
              </button>
            ))}
          </div>
        </div>
      ) : (
        <Field label="使用人" fault={left && !named ? '请填使用人' : undefined}>
          <TextBox value={user} size="big" maxLength={40} autoFocus={!before} onChange={setUser} />
        </Field>
      )}
      <Field label="口令" fault={left && named && password === '' && !unlock.error ? '请输入口令' : undefined}>
        <PasswordBox value={password} size="big" autoFocus={Boolean(before) || status.users.length > 0} inputRef={setBox} onChange={setPassword} />
      </Field>
      <Button kind="primary" submit className="lobby-go" disabled={wait > 0 || unlock.isPending}>
        解锁
        {wait > 0 && (
          <span className="t12" style={{ fontWeight: 400 }}>
            {wait} 秒后可用
          </span>
        )}
        {unlock.isPending && (
          <span className="t12" style={{ fontWeight: 400 }}>
            正在验证
          </span>
        )}
      </Button>
    </form>
  )
}
