import { useState } from 'react'
import type { BackupState } from '../../../shared/api/backup.ts'
import type { Role } from '../../../shared/domain/roles.ts'
import { useBackups } from '../../api/backup.ts'
import { call } from '../../api/client.ts'
import { cancelJob, newJobId, useJob } from '../../app/jobs.tsx'
import { useSession } from '../../app/session.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { JobPanel, useLasting } from '../../ui/JobPanel.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { sizeText } from '../../ui/say-size.ts'
import { useSay } from '../../ui/Snackbar.tsx'
import { BackupList } from './BackupList.tsx'

const makers: readonly Role[] = ['clerk', 'head', 'admin']

interface Props {
  /** Opens a number of the rotation; undefined for those who have no numbers. */
  readonly onParameter: ((key: string) => void) | undefined
}

/** 备份与恢复: where backups go, the last ones, and one at once. */
export function BackupTab({ onParameter }: Props) {
  const { data, error, refetch } = useBackups()
  const { role } = useSession()
  const say = useSay()
  const [id, setId] = useState<string>()
  const [failed, setFailed] = useState<unknown>(null)
  const job = useJob(id)
  const lasting = useLasting(job !== undefined)
  const may = makers.includes(role)

  /** One thing at a time; what went wrong stays above until the next. */
  const perform = async (work: (job: string) => Promise<string>) => {
    const next = newJobId()
    setId(next)
    setFailed(null)
    try {
      say(await work(next))
    } catch (cause) {
      setFailed(cause)
    } finally {
      setId(undefined)
    }
  }
  const run = () =>
    perform(async next => {
      const { name, size, removed } = await call('backup.run', { job: next })
      return `已备份并核对：${name}，${sizeText(size)}${removed.length > 0 ? `，轮换去掉 ${removed.length} 份` : ''}`
    })
  const prove = (name: string) =>
    perform(async next => {
      await call('backup.prove', { name, job: next })
      return `核对无误：${name}`
    })
  const choose = async () => {
    setFailed(null)
    try {
      const folder = await call('shell.chooseFolder', { title: '存放备份的文件夹' })
      if (!folder) return
      await call('backup.setFolder', { folder: folder.token })
      void refetch()
      await run()
    } catch (cause) {
      setFailed(cause)
    }
  }
  if (!data) return <ErrorBanner error={error} />
  const busy = id !== undefined
  return (
    <div className="settings-cards backup">
      <Card
        title="备份"
        note="整库加密，写好后读回来逐页核对"
        actions={
          may && (
            <Button kind="primary" icon="shield" small disabled={busy || data.folder === null} onClick={() => void run()}>
              立即备份
            </Button>
          )
        }
      >
        <div className="settings-form">
          <ErrorBanner error={failed} />
          {!failed && !busy && data.failure && (
            <Banner kind="warn">
              <b>{momentShort(data.failure.at)} 的备份没有成。</b>
              {data.failure.message}
            </Banner>
          )}
          {lasting && job && <JobPanel job={job} onCancel={() => cancelJob(job.id)} />}
        </div>
        <dl className="settings-rows">
          <div>
            <dt>
              备份文件夹
              <span className="t12 ink-3">{data.away === null ? '选另一块盘、U 盘或共享，盘坏了不会一起坏' : `现在用不了：${data.away}`}</span>
            </dt>
            <dd className={data.folder ? 'backup-path' : 'ink-3'} title={data.folder ?? undefined}>
              {data.folder ?? '还没有选'}
            </dd>
            {may && (
              <Button small icon="folder" kind={data.folder === null ? 'primary' : 'plain'} disabled={busy} onClick={() => void choose()}>
                {data.folder === null ? '选文件夹' : '换'}
              </Button>
            )}
          </div>
          <div>
            <dt>
              上次备份
              <span className="t12 ink-3">{data.last ? data.last.name : '选好文件夹就备份一次'}</span>
            </dt>
            <dd className={data.days >= data.warnDays ? 'tone-soon' : ''}>
              {data.last ? `${momentShort(data.last.at)}，${sizeText(data.last.size)}` : '没有'}
            </dd>
          </div>
          <div>
            <dt>
              每天自动备份
              <span className="t12 ink-3">打开台账满一分钟后在后台做，不耽误录入；锁定时停下，下次再做</span>
            </dt>
            <dd>{data.folder === null ? '未开始' : '在做'}</dd>
          </div>
        </dl>
      </Card>
      <Keeping state={data} onParameter={onParameter} />
      <BackupList state={data} busy={busy} onProve={may ? name => void prove(name) : undefined} />
    </div>
  )
}

const keeping = [
  { key: 'backup.daily', label: '最近每天一份', unit: '天', of: 'daily' },
  { key: 'backup.weekly', label: '另外每周一份', unit: '周', of: 'weekly' },
  { key: 'backup.monthly', label: '另外每月一份', unit: '个月', of: 'monthly' },
] as const

function Keeping({ state, onParameter }: { readonly state: BackupState } & Props) {
  const row = (key: string, label: string, value: string) => (
    <div key={key}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {onParameter && (
        <Button small onClick={() => onParameter(key)}>
          改
        </Button>
      )}
    </div>
  )
  return (
    <Card title="轮换与恢复" note="备份做成以后才去掉旧的">
      <dl className="settings-rows narrow">
        {keeping.map(({ key, label, unit, of }) => row(key, label, `${state.keep[of]} ${unit}`))}
        {row('backup.warnDays', '多少天没有备份就在首页提醒', `${state.warnDays} 天`)}
      </dl>
      <p className="section t13 ink-2">
        恢复在锁定画面做：点“从备份恢复”，选备份和文件夹，用备份那天的口令或恢复码。原有的台账先改名留着，不覆盖。换电脑也这样做。
      </p>
    </Card>
  )
}
