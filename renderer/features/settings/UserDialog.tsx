import { useState } from 'react'
import { roles } from '../../../shared/domain/roles.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { emptyPassword, NewPassword, usePasswordReady } from '../../app/NewPassword.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { TiesDialog } from './TiesDialog.tsx'

type User = CallOutput<'users.list'>['users'][number]
type First = CallOutput<'users.list'>['first']

export type Asked = { readonly what: 'create' } | { readonly what: 'reset' | 'enable' | 'disable' | 'grant' | 'ties'; readonly user: User }

interface Ends {
  onDone(said: string): void
  onClose(): void
}

/** What 系统管理员 and 安全保密管理员 do with a user, one dialog each. Mounted while it is open. */
export function UserDialog({ asked, first, ...ends }: { readonly asked: Asked; readonly first: First } & Ends) {
  switch (asked.what) {
    case 'create':
      return <Create first={first} {...ends} />
    case 'disable':
      return <Disable user={asked.user} {...ends} />
    case 'grant':
      return <GrantDialog user={asked.user} {...ends} />
    case 'ties':
      return <TiesDialog user={asked.user} {...ends} />
    default:
      return <Password user={asked.user} what={asked.what} {...ends} />
  }
}

const toTell = '口令当面告诉本人。本人第一次进入时必须改成自己的，改之前什么也打不开。'

function Create({ first, onDone, onClose }: { readonly first: First } & Ends) {
  const [name, setName] = useState('')
  const [office, setOffice] = useState<string | null>(null)
  const [next, setNext] = useState(emptyPassword)
  const create = useCommand('users.create')
  const ready = usePasswordReady(name, next) && name.trim() !== ''
  const chosen = first.find(role => role === office)
  const perform = () =>
    create.mutate(
      { name, password: next.password, ...(chosen && { first: chosen }) },
      { onSuccess: () => onDone(chosen ? `已新增${roles[chosen]}：${name.trim()}` : `已新增：${name.trim()}，待安全保密管理员授权`) },
    )
  return (
    <Dialog open title="新增使用人" sub={toTell} primary={{ label: '新增', disabled: !ready, perform }} busy={create.isPending} onClose={onClose}>
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={create.error} />
        <Field label="姓名" required help="解锁时照此输入；重名的加部门区分">
          <TextBox value={name} maxLength={40} autoFocus onChange={setName} />
        </Field>
        {first.length > 0 && (
          <Field label="身份" help="安全保密管理员、安全审计员只能在还没有时各指定一次">
            <SelectBox value={office} none="待授权" options={first.map(role => ({ value: role, label: roles[role] }))} onChange={setOffice} />
          </Field>
        )}
        <NewPassword user={name} value={next} label="初始口令" onChange={setNext} />
      </div>
    </Dialog>
  )
}

const passwordDialogs = {
  reset: { title: '重设口令', verb: '重设', says: '原口令立即失效。重设记入审计。' },
  enable: { title: '启用使用人', verb: '启用', says: '启用后是“待授权”，由安全保密管理员重新授权。' },
} as const

function Password({ user, what, onDone, onClose }: { readonly user: User; readonly what: 'reset' | 'enable' } & Ends) {
  const [next, setNext] = useState(emptyPassword)
  const reset = useCommand('users.resetPassword')
  const enable = useCommand('users.enable')
  const command = what === 'reset' ? reset : enable
  const ready = usePasswordReady(user.name, next)
  const { title, verb, says } = passwordDialogs[what]
  const perform = () =>
    command.mutate(
      { id: user.id, version: user.version, password: next.password },
      { onSuccess: () => onDone(what === 'reset' ? `已重设${user.name}的口令` : `已启用：${user.name}，待授权`) },
    )
  return (
    <Dialog
      open
      title={`${title}：${user.name}`}
      sub={`${says}${toTell}`}
      primary={{ label: verb, disabled: !ready, perform }}
      busy={command.isPending}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={command.error} />
        <NewPassword user={user.name} value={next} label="初始口令" autoFocus onChange={setNext} />
      </div>
    </Dialog>
  )
}

function Disable({ user, onDone, onClose }: { readonly user: User } & Ends) {
  const disable = useCommand('users.disable')
  return (
    <ConfirmDialog
      open
      reason
      title={`停用${user.name}？`}
      sub={roles[user.role]}
      consequences={[
        { what: '口令', says: '钥匙槽立即从台账里去掉，原口令再也打不开' },
        { what: '记录', says: '登记过的记录、审计里的姓名都不变' },
        { what: '再启用', says: '要重设口令，并由安全保密管理员重新授权' },
      ]}
      verb="停用"
      busy={disable.isPending}
      error={disable.error}
      onClose={onClose}
      onConfirm={reason => disable.mutate({ id: user.id, version: user.version, reason }, { onSuccess: () => onDone(`已停用：${user.name}`) })}
    />
  )
}
