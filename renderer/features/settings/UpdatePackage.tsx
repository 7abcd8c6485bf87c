import type { JobProgress } from '../../../shared/api/bridge.ts'
import { handedOver, targetWords } from '../../../shared/api/update.ts'
import { cancelJob } from '../../app/jobs.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { JobPanel, useLasting } from '../../ui/JobPanel.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { sizeText } from '../../ui/say-size.ts'
import type { Update } from './use-update.ts'

/** What the chosen package says, and the button that begins. */
export function UpdatePackage({ update, current }: { readonly update: Update; readonly current: string }) {
  const { facts, job, busy, done } = update
  const lasting = useLasting(job !== undefined)
  if (!facts)
    return (
      <Card title="更新包">
        {lasting && job ? (
          <div className="settings-form">
            <Working job={job} />
          </div>
        ) : (
          <EmptyState icon="download" title="还没有选更新包">
            选好以后，先在这里看清是哪一版、改了什么，再决定装不装。
          </EmptyState>
        )}
      </Card>
    )
  return (
    <Card
      title="更新包"
      note={facts.name}
      actions={
        !done && (
          <Button kind="primary" icon="shield" small disabled={busy} onClick={() => void update.install()}>
            备份并更新
          </Button>
        )
      }
    >
      <div className="settings-form">
        {lasting && job && <Working job={job} />}
        {done && <Ended {...done} />}
      </div>
      <FactList
        className="settings-facts"
        label="更新包"
        of={[
          ['版本', `${facts.version}，本机现在是 ${current}`],
          ['发布时间', momentShort(facts.builtAt)],
          ['适用', targetWords(facts)],
          ['大小', sizeText(facts.size)],
          ['签名', `无误，发布密钥${facts.signedBy}`],
          ['改了什么', facts.notes.length > 0 ? facts.notes.join('；') : '发布者没有写'],
        ]}
      />
      {!done && (
        <p className="section t13 ink-2">
          先核对整个更新包，再备份并核对，然后交给系统安装，系统会要管理员口令。程序自己关闭，没有存的先存。哪一步不成都不装。
        </p>
      )}
    </Card>
  )
}

/** Once the system installs there is nothing left to cancel. */
const Working = ({ job }: { readonly job: JobProgress }) => <JobPanel job={job} {...(job.done < handedOver && { onCancel: () => cancelJob(job.id) })} />

function Ended({ version, backup, next }: NonNullable<Update['done']>) {
  return (
    <Banner kind="info" icon="check">
      <b>{next === 'restarts' ? `${version} 已装好，程序正在重新启动。` : `${version} 的安装程序已打开，本程序正在关闭。`}</b>
      {next === 'restarts' ? '' : '照安装程序的提示点完，再打开组工台账。'}更新前的备份是 {backup}。
    </Banner>
  )
}
