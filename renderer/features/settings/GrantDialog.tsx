import { useState } from 'react'
import { rights } from '../../../shared/api/rights.ts'
import { isRole, type Role, roleNames, roles } from '../../../shared/domain/roles.ts'
import { secretClasses, secretClassNames } from '../../../shared/records/secrecy.ts'
import { topicNames, topics } from '../../../shared/records/topics.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { useQuery } from '../../api/hooks.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

type User = CallOutput<'users.list'>['users'][number]
type Place = CallOutput<'users.places'>[number]

interface Props {
  readonly user: User
  onDone(said: string): void
  onClose(): void
}

/** Who works on business records: these are given a part of them, and 监督资料 by class. */
const business: readonly (Role | null)[] = ['clerk', 'head', 'reader']

/** 授权: a role, and for who works on business records in which modules, which part of the organization, which 监督资料. */
export function GrantDialog({ user, onDone, onClose }: Props) {
  const [role, setRole] = useState<Role | null>(user.role === 'none' ? null : user.role)
  const [modules, setModules] = useState<readonly (typeof topicNames)[number][]>(user.modules ?? topicNames)
  const [scopeId, setScopeId] = useState(user.scope?.id ?? null)
  const [grants, setGrants] = useState(user.grants)
  const [reason, setReason] = useState('')
  const grant = useCommand('users.grant')
  const places = useQuery('users.places', {})
  const parted = business.includes(role)
  const allModules = topicNames.every(name => modules.includes(name))
  const given = {
    modules: parted && !allModules ? topicNames.filter(name => modules.includes(name)) : null,
    scopeId: parted ? scopeId : null,
    grants: parted ? secretClassNames.filter(name => grants.includes(name)) : [],
  }
  const before = { modules: user.modules, scopeId: user.scope?.id ?? null, grants: user.grants }
  const changed = role !== user.role || JSON.stringify(given) !== JSON.stringify(before)
  const ready = role !== null && changed && (given.modules === null || given.modules.length > 0) && reason.trim().length >= 2
  const perform = () => {
    if (role === null) return
    grant.mutate(
      { id: user.id, version: user.version, role, ...given, reason },
      { onSuccess: () => onDone(role === 'none' ? `已收回${user.name}的身份` : `已授予${user.name}：${roles[role]}`) },
    )
  }
  return (
    <Dialog
      open
      title={`授权：${user.name}`}
      sub={`现在是${roles[user.role]}。一人一种身份，从下次进入起生效。`}
      primary={{ label: role === 'none' ? '收回' : '授权', disabled: !ready, perform }}
      busy={grant.isPending}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={grant.error ?? places.error} />
        <Field label="身份" required>
          <SelectBox
            value={role}
            autoFocus
            options={roleNames.map(name => ({ value: name, label: name === 'none' ? '收回身份（待授权）' : roles[name] }))}
            onChange={next => setRole(next !== null && isRole(next) ? next : null)}
          />
        </Field>
        {parted && (
          <>
            <Field label="经办范围" help="选一个党组织，就只看、只办它和它下面的；全台账共用的设置由不分范围的人改">
              <SelectBox value={scopeId} none="全台账" options={placeOptions(places.data ?? [])} onChange={setScopeId} />
            </Field>
            <Checks label="经办模块" help="全选就是不分模块，以后新增的也在内" names={topicNames} words={topics} chosen={modules} onChange={setModules} />
            <Checks
              label="监督资料"
              help="逐类授权；没有授权的一类，连有没有都不知道。本人和登记了回避的亲属的，授权也看不到"
              names={secretClassNames}
              words={secretClasses}
              chosen={grants}
              onChange={setGrants}
            />
          </>
        )}
        <Field label="理由" required help="写进审计，不能改">
          <TextBox value={reason} maxLength={200} onChange={setReason} />
        </Field>
        {role !== null && <Can role={role} />}
      </div>
    </Dialog>
  )
}

interface ChecksProps<N extends string> {
  readonly label: string
  readonly help: string
  readonly names: readonly N[]
  readonly words: Readonly<Record<N, string>>
  readonly chosen: readonly N[]
  onChange(chosen: readonly N[]): void
}

function Checks<N extends string>({ label, help, names, words, chosen, onChange }: ChecksProps<N>) {
  const all = names.every(name => chosen.includes(name))
  return (
    <Field label={label} help={help}>
      <div className="grant-checks" role="group" aria-label={label}>
        <Check label="全选" checked={all} mixed={!all && chosen.length > 0} onChange={on => onChange(on ? names : [])} />
        {names.map(name => (
          <Check
            key={name}
            label={words[name]}
            checked={chosen.includes(name)}
            onChange={on => onChange(on ? [...chosen, name] : chosen.filter(one => one !== name))}
          />
        ))}
      </div>
    </Field>
  )
}

/** Organizations below each other, as a list that shows how deep they stand. */
function placeOptions(places: readonly Place[]) {
  const below = Map.groupBy(places, place => place.parentId)
  const known = new Set(places.map(({ id }) => id))
  const walk = (place: Place, depth: number): { value: string; label: string }[] => [
    { value: place.id, label: `${'　'.repeat(depth)}${place.name}` },
    ...(below.get(place.id) ?? []).flatMap(next => walk(next, depth + 1)),
  ]
  return places.filter(({ parentId }) => parentId === null || !known.has(parentId)).flatMap(place => walk(place, 0))
}

/** What the role in hand may do, before it is granted. */
function Can({ role }: { readonly role: Role }) {
  return (
    <ul className="user-can" aria-label={`${roles[role]}能做什么`}>
      {rights
        .filter(right => right.holders.includes(role))
        .map(right => (
          <li key={right.what}>{right.what}</li>
        ))}
    </ul>
  )
}
