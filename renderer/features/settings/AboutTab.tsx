import { useQuery } from '@tanstack/react-query'
import { presetNames } from '../../../shared/domain/presets.ts'
import { call } from '../../api/client.ts'
import { useSession } from '../../app/session.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { FactList } from '../../ui/FactList.tsx'

const presetLabel = (preset: string): string => Object.entries(presetNames).find(([name]) => name === preset)?.[1] ?? preset

/** 关于: which program this is, on which PC, and which office's ledger is open. */
export function AboutTab() {
  const { office, preset, user, roleLabel, today } = useSession()
  const info = useQuery({ queryKey: ['shell.info'], queryFn: () => call('shell.info', {}) })
  const status = useQuery({ queryKey: ['lobby.status'], queryFn: () => call('lobby.status', {}) })
  return (
    <div className="settings-cards">
      <Card title="本台账">
        <FactList
          className="settings-facts"
          of={[
            ['单位', office],
            ['预置', presetLabel(preset)],
            ['存放位置', status.data?.office?.folder ?? ''],
            ['使用人', `${user}（${roleLabel}）`],
            ['办公日期', today],
          ]}
        />
        <ErrorBanner error={status.error} />
      </Card>
      <Card title="本程序">
        <FactList
          className="settings-facts"
          of={[
            ['名称', '组工台账'],
            ['版本', info.data?.version ?? ''],
            ['运行环境', info.data?.runtime ?? ''],
            ['本机', info.data?.machine ?? ''],
          ]}
        />
        <ErrorBanner error={info.error} />
        <p className="section t13 ink-2">按工作秘密管理，不得录入、存储国家秘密。数据加密存在本机；除系统管理员在单位内网设的更新服务器外，程序不连接网络。</p>
      </Card>
    </div>
  )
}
