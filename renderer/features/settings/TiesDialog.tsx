import { useState } from 'react'
import { tieRelations } from '../../../shared/domain/user.ts'
import { normalizeIdNumber, readIdNumber } from '../../../shared/rules/id-number.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

type User = CallOutput<'users.list'>['users'][number]
type Relation = keyof typeof tieRelations

interface Props {
  readonly user: User
  onDone(said: string): void
  onClose(): void
}

const relations = [
  { value: 'self', label: tieRelations.self },
  { value: 'relative', label: tieRelations.relative },
] as const

/** 回避: who a user is and whom he is related to, whose 监督资料 he does not open. */
export function TiesDialog({ user, onDone, onClose }: Props) {
  const [relation, setRelation] = useState<Relation>(user.ties.some(t => t.relation === 'self') ? 'relative' : 'self')
  const [name, setName] = useState('')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const tie = useCommand('users.tie')
  const untie = useCommand('users.untie')
  const idNumber = normalizeIdNumber(typed)
  const reading = readIdNumber(idNumber)
  const one = { id: user.id, version: user.version, reason }
  const said = reason.trim().length >= 2
  const ready = name.trim() !== '' && reading.ok && said
  const perform = () => tie.mutate({ ...one, relation, name, idNumber }, { onSuccess: () => onDone(`已登记回避：${name.trim()}`) })
  return (
    <Dialog
      open
      title={`回避：${user.name}`}
      sub="本人和亲属的监督资料，授权了也打不开。没有登记本人身份号码以前，与他同名的人都按本人对待。"
      primary={{ label: '登记', disabled: !ready, perform }}
      busy={tie.isPending || untie.isPending}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={tie.error ?? untie.error} />
        {user.ties.length > 0 && (
          <ul className="user-ties" aria-label="已登记">
            {user.ties.map(t => (
              <li key={t.relation + t.name + t.idNumber} className="row">
                <span className="ink-3">{tieRelations[t.relation]}</span>
                <b>{t.name}</b>
                <span className="mono">{t.idNumber}</span>
                <span className="space" />
                <Button
                  small
                  disabled={!said}
                  title={said ? `不再回避${t.name}` : '先写理由'}
                  onClick={() => untie.mutate({ ...one, ...t }, { onSuccess: () => onDone(`已去掉：${t.name}`) })}
                >
                  去掉
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Field label="关系" required>
          <Radios name="relation" value={relation} options={relations} onChange={setRelation} />
        </Field>
        <Field label="姓名" required>
          <TextBox value={name} maxLength={40} autoFocus onChange={setName} />
        </Field>
        <Field label="身份号码" required fault={typed !== '' && !reading.ok ? reading.message : undefined} help="按号码认人；花名册里还没有的，进来以后也认得">
          <TextBox value={typed} maxLength={24} onChange={setTyped} />
        </Field>
        <Field label="理由" required help="写进审计，不能改">
          <TextBox value={reason} maxLength={200} onChange={setReason} />
        </Field>
      </div>
    </Dialog>
  )
}
