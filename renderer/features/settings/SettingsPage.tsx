import { type PageProps, useKept } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import type { Role } from '../../../shared/domain/roles.ts'
import { Banner } from '../../ui/Banner.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AboutTab } from './AboutTab.tsx'
import { AuditTab } from './AuditTab.tsx'
import { BackupTab } from './BackupTab.tsx'
import { ParametersTab } from './ParametersTab.tsx'
import { PasswordTab } from './PasswordTab.tsx'
import { UpdateTab } from './UpdateTab.tsx'
import { UsersTab } from './UsersTab.tsx'
import './settings.css'

const labels = {
  users: '使用人与权限',
  parameters: '指标与参数',
  password: '口令与锁定',
  backup: '备份与恢复',
  update: '程序更新',
  audit: '审计',
  about: '关于',
} as const
type Tab = keyof typeof labels

/** Who enters users, grants or audits begins with them; who sees business records with the numbers behind them. */
function tabsOf(role: Role, mayRead: boolean): readonly Tab[] {
  if (mayRead) return ['parameters', 'password', 'backup', 'audit', 'about']
  if (role === 'none') return ['password', 'audit', 'about']
  return ['users', 'backup', ...(role === 'admin' ? (['update'] as const) : []), 'audit', 'password', 'about']
}

/** 参数与设置. Those who see no business records have no parameters either. */
export function SettingsPage({ query }: PageProps) {
  const { mayRead, role } = useSession()
  const tabs = tabsOf(role, mayRead)
  const asked = tabs.find(tab => tab === query.get('tab'))
  const [kept, setTab] = useKept<Tab | undefined>('tab', asked)
  const [key, setKey] = useKept('parameter', query.get('parameter') ?? 'study.member')
  const tab = tabs.find(name => name === kept) ?? tabs[0] ?? 'password'
  return (
    <div className="page">
      <PageHead title="参数与设置" sub={mayRead ? '数字都有依据和起用日；改了以后的，不动以前的' : undefined} />
      <div className="settings-tabs">
        <Tabs<Tab> label="参数与设置" value={tab} tabs={tabs.map(value => ({ value, label: labels[value] }))} onChange={setTab} />
      </div>
      {role === 'none' && (
        <div style={{ marginBottom: 16 }}>
          <Banner kind="info">
            <b>还没有授权。</b>请安全保密管理员授予身份；授权之前只能改自己的口令。
          </Banner>
        </div>
      )}
      {tab === 'users' && <UsersTab />}
      {tab === 'parameters' && <ParametersTab current={key} onCurrent={setKey} />}
      {tab === 'password' && <PasswordTab onParameter={chosen => (setKey(chosen), setTab('parameters'))} />}
      {tab === 'backup' && <BackupTab onParameter={mayRead ? chosen => (setKey(chosen), setTab('parameters')) : undefined} />}
      {tab === 'update' && <UpdateTab />}
      {tab === 'audit' && <AuditTab />}
      {tab === 'about' && <AboutTab />}
    </div>
  )
}
