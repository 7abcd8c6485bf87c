import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { targetWords } from '../../../shared/api/update.ts'
import { useBackups } from '../../api/backup.ts'
import { call, type CallOutput } from '../../api/client.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { ServerDialog } from './ServerDialog.tsx'
import { UpdatePackage } from './UpdatePackage.tsx'
import { useUpdate } from './use-update.ts'

/** 程序更新: which program this is, what a package brings, and the way from one to the other, with a backup in between. */
export function UpdateTab() {
  const state = useQuery({ queryKey: ['update.state'], queryFn: () => call('update.state', {}), staleTime: 0 })
  const backups = useBackups()
  const [asking, setAsking] = useState(false)
  const update = useUpdate(() => void state.refetch())
  if (!state.data) return <ErrorBanner error={state.error} />
  const { version, target, server, last } = state.data
  const { busy, done } = update
  const still = busy || target === null || done !== undefined
  const folder = backups.data?.folder
  // Handed to the system, and the program that came back is still the old one.
  const broken = done === undefined && last !== null && last.failed === null && last.from === version
  return (
    <div className="settings-cards update">
      <Card title="程序更新" note="只认发布者签名的更新包，先备份再装，不能退回旧版">
        <div className="settings-form">
          <ErrorBanner error={update.failed} />
          {target === null && (
            <Banner kind="info">
              <b>程序是从源码运行的。</b>更新源码后重新运行就是新版，这里不用更新包。
            </Banner>
          )}
        </div>
        <dl className="settings-rows">
          <div>
            <dt>
              当前版本
              <span className="t12 ink-3">{target ? `本机用 ${targetWords(target)} 的更新包` : '从源码运行'}</span>
            </dt>
            <dd>{version}</dd>
          </div>
          <div>
            <dt>
              从 U 盘或共享更新
              <span className="t12 ink-3">更新包以 .zgu 结尾，向发布者要。选文件夹时，自动找里面本机能用的最新一个</span>
            </dt>
            <Button small icon="upload" kind={update.facts ? 'plain' : 'primary'} disabled={still} onClick={() => void update.chooseFile()}>
              从文件更新…
            </Button>
            <Button small icon="folder" disabled={still} onClick={() => void update.chooseFolder()}>
              从文件夹找…
            </Button>
          </div>
          <div>
            <dt>
              从更新服务器更新
              <span className="t12 ink-3 ellipsis" title={server ?? undefined}>
                {server ?? '单位内网有网页服务器时可以用；只在点“检查更新”时连它'}
              </span>
            </dt>
            {server !== null && (
              <Button small icon="refresh" disabled={still} onClick={() => void update.fetch()}>
                检查更新
              </Button>
            )}
            <Button small disabled={still} onClick={() => setAsking(true)}>
              {server === null ? '设地址' : '改'}
            </Button>
          </div>
          <div>
            <dt>
              更新前备份到
              <span className="t12 ink-3">{backups.data?.away ? `现在用不了：${backups.data.away}` : '备份没有成，就不更新'}</span>
            </dt>
            <dd className={folder ? 'backup-path' : 'tone-soon'} title={folder ?? undefined}>
              {folder ?? '还没有选'}
            </dd>
            {backups.data && (
              <Button small href="#/settings?tab=backup">
                {folder ? '换' : '去选'}
              </Button>
            )}
          </div>
          <div>
            <dt>
              上次更新
              <span className="t12 ink-3">{last?.failed ?? (broken ? '安装没有走完，原来的程序照常用；可以再更新一次' : '每次更新都在审计里')}</span>
            </dt>
            <dd className={last?.failed || broken ? 'tone-soon' : ''}>{lastWords(last, broken)}</dd>
          </div>
        </dl>
      </Card>
      <UpdatePackage update={update} current={version} />
      {asking && (
        <ServerDialog
          address={server}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            void state.refetch()
          }}
        />
      )}
    </div>
  )
}

function lastWords(last: CallOutput<'update.state'>['last'], broken: boolean): string {
  if (!last) return '没有'
  return `${momentShort(last.at)}，${last.from} → ${last.to}${last.failed === null && !broken ? '' : '，没有装上'}`
}
