import { useState } from 'react'
import { roles } from '../../../shared/domain/roles.ts'
import { secretClasses } from '../../../shared/records/secrecy.ts'
import { topics } from '../../../shared/records/topics.ts'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { KeysCard } from './KeysCard.tsx'
import { RightsTable } from './RightsTable.tsx'
import { type Asked, UserDialog } from './UserDialog.tsx'

type User = CallOutput<'users.list'>['users'][number]

const passwordWords = { own: '本人的', initial: '初始，进入时须改', none: '没有' } as const

/** 使用人与权限: 系统管理员 creates and disables, 安全保密管理员 grants, 安全审计员 looks on. */
export function UsersTab() {
  const { user: me, role } = useSession()
  const { data, error } = useQuery('users.list', {})
  const say = useSay()
  const [chosen, setChosen] = useState<string>()
  const [asked, setAsked] = useState<Asked>()
  const creates = role === 'admin'
  useActions([{ name: '新增使用人', keys: 'N', command: 'new', when: () => creates && asked === undefined, perform: () => setAsked({ what: 'create' }) }])
  if (error) return <ErrorBanner error={error} />
  if (!data) return null
  const current = data.users.find(u => u.id === chosen) ?? data.users.find(u => u.name === me)
  return (
    <div className="settings-users">
      {creates && data.first.length > 0 && (
        <Banner kind="info">
          <b>还没有{data.first.map(name => roles[name]).join('和')}。</b>
          没有安全保密管理员，新增的人谁也授不了权。系统管理员可以各指定一次，以后由安全保密管理员授权。
        </Banner>
      )}
      <Card
        title="使用人"
        note={`${data.users.filter(u => !u.disabled).length} 人在用`}
        actions={
          creates && (
            <Button kind="primary" icon="plus" keys="N" small onClick={() => setAsked({ what: 'create' })}>
              新增使用人
            </Button>
          )
        }
      >
        <table className="table" aria-label="使用人">
          <colgroup>
            <col style={{ width: 176 }} />
            <col style={{ width: 136 }} />
            <col style={{ width: 96 }} />
            <col style={{ width: 152 }} />
            <col style={{ width: 136 }} />
            <col style={{ width: 264 }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>姓名</th>
              <th>身份</th>
              <th>状态</th>
              <th>口令</th>
              <th>上次进入</th>
              <th>范围</th>
              <th>{role === 'auditor' ? '' : '办理'}</th>
            </tr>
          </thead>
          <tbody>
            {data.users.map(u => (
              <tr key={u.id} className={u.id === current?.id ? 'current' : ''} aria-selected={u.id === current?.id} onClick={() => setChosen(u.id)}>
                <td className="bold" title={u.name}>
                  {u.name}
                  {u.name === me && <span className="ink-3">（本人）</span>}
                </td>
                <td className={u.role === 'none' ? 'tone-soon' : ''}>{roles[u.role]}</td>
                <td>{u.disabled ? <StatusChip tone="plain" word="停用" /> : <StatusChip tone="met" word="在用" />}</td>
                <td className={u.password === 'own' ? 'ink-2' : 'tone-soon'}>{passwordWords[u.password]}</td>
                <td className="ink-2">{u.enteredAt ? momentShort(u.enteredAt) : '没有进入过'}</td>
                <td className="ink-2 ellipsis" title={extentWords(u)}>
                  {extentWords(u)}
                </td>
                <td>
                  {u.name !== me && <Verbs user={u} role={role} onAsk={setAsked} />}
                  {u.name === me && role !== 'auditor' && <span className="ink-3">本人的由别人办</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      {creates && <KeysCard users={data.users} />}
      <RightsTable role={current?.role ?? role} />
      {asked && (
        <UserDialog
          asked={asked}
          first={data.first}
          onClose={() => setAsked(undefined)}
          onDone={said => {
            setAsked(undefined)
            say(said)
          }}
        />
      )}
    </div>
  )
}

/** What of the office a user works in, in a line. */
function extentWords({ role, modules, scope, grants }: User): string {
  if (!business.includes(role)) return ''
  const where = scope?.name ?? '全台账'
  const what = modules === null ? '' : modules.map(name => topics[name]).join('、')
  const secrets = grants.length === 0 ? '' : `监督资料：${grants.map(name => secretClasses[name]).join('、')}`
  return [where, what, secrets].filter(Boolean).join('；')
}

const business: readonly string[] = ['clerk', 'head', 'reader']

function Verbs({ user, role, onAsk }: { readonly user: User; readonly role: string; onAsk(asked: Asked): void }) {
  if (role === 'security')
    return user.disabled ? (
      <span className="ink-3">启用后再授权</span>
    ) : (
      <span className="row">
        <Button small onClick={() => onAsk({ what: 'grant', user })}>
          {user.role === 'none' ? '授权' : '改授权'}
        </Button>
        {business.includes(user.role) && (
          <Button small onClick={() => onAsk({ what: 'ties', user })}>
            回避{user.ties.length > 0 && ` ${user.ties.length}`}
          </Button>
        )}
      </span>
    )
  if (role !== 'admin') return null
  return user.disabled ? (
    <Button small onClick={() => onAsk({ what: 'enable', user })}>
      启用
    </Button>
  ) : (
    <span className="row">
      <Button small onClick={() => onAsk({ what: 'reset', user })}>
        重设口令
      </Button>
      <Button small kind="danger" onClick={() => onAsk({ what: 'disable', user })}>
        停用
      </Button>
    </span>
  )
}
