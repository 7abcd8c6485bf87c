import { type FormEvent, useState } from 'react'
import type { Session } from '../../../shared/api/lobby.ts'
import { useCommand } from '../../api/command.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { useCountdown } from './countdown.ts'
import { emptyPassword, NewPassword, usePasswordReady } from '../../app/NewPassword.tsx'
import { waitOf } from './UnlockForm.tsx'

/** A recovery code in the groups of five in which it is printed. Look-alikes that a code never has are left as typed. */
export function groupCode(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 30)
  return letters.match(/.{1,5}/g)?.join('-') ?? ''
}

interface Props {
  readonly waitSeconds: number
  readonly user: string
  onEnter(session: Session): void
  onBack(): void
}

/** 用恢复码打开: the printed code, who, and a new password for them. */
export function RecoverForm({ waitSeconds, user: before, onEnter, onBack }: Props) {
  const [code, setCode] = useState('')
  const [user, setUser] = useState(before)
  const [next, setNext] = useState(emptyPassword)
  const [wait, setWait] = useCountdown(waitSeconds)
  const recover = useCommand('lobby.recover')
  const ready = usePasswordReady(user, next) && user.trim() !== '' && code.replaceAll('-', '').length === 30
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || wait > 0 || recover.isPending) return
    recover.mutate({ code, user, newPassword: next.password }, { onSuccess: onEnter, onError: error => setWait(waitOf(error)) })
  }
  return (
    <form className="col" style={{ gap: 16 }} noValidate onSubmit={submit}>
      <h2>用恢复码打开</h2>
      <p className="t13 ink-2">照封存的打印件输入恢复码，给使用人设一个新口令。记录不变，恢复码还可再用。</p>
      <ErrorBanner error={recover.error} />
      <Field label="恢复码" required help="六组，每组五位；大小写不分，横线自动加">
        <TextBox value={code} autoFocus placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX" onChange={typed => setCode(groupCode(typed))} />
      </Field>
      <Field label="使用人" required help="台账里已有的使用人，姓名照原样">
        <TextBox value={user} maxLength={40} onChange={setUser} />
      </Field>
      <NewPassword user={user} value={next} label="新口令" onChange={setNext} />
      <div className="lobby-foot">
        <Button kind="text" icon="left" onClick={onBack}>
          返回
        </Button>
        <span className="space" />
        <Button kind="primary" submit disabled={!ready || wait > 0 || recover.isPending}>
          打开并改口令{wait > 0 && `（${wait} 秒后可用）`}
        </Button>
      </div>
    </form>
  )
}
