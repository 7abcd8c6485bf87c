import { useState } from 'react'
import type { Session } from '../../../shared/api/lobby.ts'
import { call } from '../../api/client.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { momentShort } from '../../ui/say-date.ts'
import { CreateWizard } from './CreateWizard.tsx'
import { LobbyFrame } from './LobbyFrame.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { RestoreWizard } from './RestoreWizard.tsx'
import { type LobbyStatus, UnlockForm } from './UnlockForm.tsx'

interface Props {
  readonly status: LobbyStatus
  /** Who was at work when it was locked. */
  readonly user?: string
  onEnter(session: Session): void
  /** Another office was chosen. */
  onStatus(status: LobbyStatus): void
}

function Way({ icon, title, note, onClick }: { readonly icon: IconName; readonly title: string; readonly note: string; onClick(): void }) {
  return (
    <button type="button" onClick={onClick}>
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <small>{note}</small>
      </span>
      <Icon name="right" size={14} />
    </button>
  )
}

/** Before an office is open: unlock the last one, open another, or make a new one. */
export function LockScreen({ status, user = '', onEnter, onStatus }: Props) {
  const [mode, setMode] = useState<'unlock' | 'recover' | 'create' | 'restore'>('unlock')
  const [error, setError] = useState<unknown>(null)
  const { office } = status
  const openOther = async () => {
    setError(null)
    try {
      const folder = await call('shell.chooseFolder', { title: '存放台账的文件夹' })
      if (folder) onStatus(await call('lobby.open', { folder: folder.token }))
    } catch (cause) {
      setError(cause)
    }
  }
  if (mode === 'create') return <CreateWizard version={status.version} onEnter={onEnter} onBack={() => setMode('unlock')} />
  if (mode === 'restore')
    return (
      <RestoreWizard
        version={status.version}
        onRestored={restored => {
          setMode('unlock')
          onStatus(restored)
        }}
        onBack={() => setMode('unlock')}
      />
    )
  const left = office ? (
    <>
      <p className="t13 ink-3">已锁定的台账</p>
      <h1>{office.name}</h1>
      <dl>
        {office.lastUsedAt && (
          <div>
            <dt>上次使用</dt>
            <dd>{momentShort(office.lastUsedAt)}</dd>
          </div>
        )}
        <div>
          <dt>存放位置</dt>
          <dd>{office.folder}</dd>
        </div>
      </dl>
      <button type="button" className="link t13 ink-2" onClick={() => void openOther()}>
        打开另一处台账
      </button>
    </>
  ) : (
    <>
      <p className="t13 ink-3">组织部门的台账</p>
      <h1>一次录入，全表生成</h1>
      <dl>
        <div>
          <dt>记录</dt>
          <dd>党组织、党员、学习活动、签到与学时</dd>
        </div>
        <div>
          <dt>提示</dt>
          <dd>谁达标、谁临期、差多少，依据哪一条</dd>
        </div>
        <div>
          <dt>打印</dt>
          <dd>统计表、未达标名单、学习档案、签到表</dd>
        </div>
      </dl>
    </>
  )
  return (
    <LobbyFrame left={left} foot={`组工台账 ${status.version}${office ? `　闲置 ${status.idleMinutes} 分钟自动锁定` : ''}`}>
      <div className="lobby-form">
        <ErrorBanner error={error} />
        {mode === 'recover' && office && <RecoverForm waitSeconds={status.waitSeconds} user={user} onEnter={onEnter} onBack={() => setMode('unlock')} />}
        {mode === 'unlock' && office && <UnlockForm key={office.folder} status={status} user={user} onEnter={onEnter} />}
        {mode === 'unlock' && (
          <>
            {!office && <h2>开始</h2>}
            <div className="lobby-ways">
              {office && <Way icon="key" title="用恢复码打开" note="忘记口令时，用打印封存的恢复码" onClick={() => setMode('recover')} />}
              <Way icon="plus" title="新建台账" note="第一次使用，约十分钟" onClick={() => setMode('create')} />
              <Way icon="refresh" title="从备份恢复" note="换电脑，或台账损坏、丢失时" onClick={() => setMode('restore')} />
              {!office && <Way icon="folder" title="打开已有的台账" note="选存放台账的文件夹" onClick={() => void openOther()} />}
            </div>
          </>
        )}
      </div>
    </LobbyFrame>
  )
}
