import { type PageProps, useKept } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AboutTab } from './AboutTab.tsx'
import { AuditTab } from './AuditTab.tsx'
import { ParametersTab } from './ParametersTab.tsx'
import { PasswordTab } from './PasswordTab.tsx'
import './settings.css'

const labels = { parameters: '指标与参数', password: '口令与锁定', audit: '审计', about: '关于' } as const
type Tab = keyof typeof labels

/** 参数与设置. Those who see no business records have no parameters either. */
export function SettingsPage({ query }: PageProps) {
  const { mayRead } = useSession()
  const tabs: readonly Tab[] = mayRead ? ['parameters', 'password', 'audit', 'about'] : ['password', 'audit', 'about']
  const asked = tabs.find(tab => tab === query.get('tab'))
  const [kept, setTab] = useKept<Tab | undefined>('tab', asked)
  const [key, setKey] = useKept('parameter', query.get('parameter') ?? 'study.member')
  const tab = kept ?? (mayRead ? 'parameters' : 'password')
  return (
    <div className="page">
      <PageHead title="参数与设置" sub={mayRead ? '数字都有依据和起用日；改了以后的，不动以前的' : undefined} />
      <div className="settings-tabs">
        <Tabs<Tab> label="参数与设置" value={tab} tabs={tabs.map(value => ({ value, label: labels[value] }))} onChange={setTab} />
      </div>
      {tab === 'parameters' && <ParametersTab current={key} onCurrent={setKey} />}
      {tab === 'password' && <PasswordTab onParameter={chosen => (setKey(chosen), setTab('parameters'))} />}
      {tab === 'audit' && <AuditTab />}
      {tab === 'about' && <AboutTab />}
    </div>
  )
}
