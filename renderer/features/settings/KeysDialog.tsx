import { useState } from 'react'
import { call, type CallOutput } from '../../api/client.ts'
import { cancelJob, newJobId, useJob } from '../../app/jobs.tsx'
import { RecoveryCode } from '../../app/RecoveryCode.tsx'
import { useSession } from '../../app/session.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { JobPanel } from '../../ui/JobPanel.tsx'

interface Props {
  readonly state: CallOutput<'keys.state'>
  onDone(said: string): void
  onClose(): void
}

/** 更换数据库密钥: who goes on, who needs a password, the new recovery code on paper first; then a backup and the change. */
export function KeysDialog({ state, onDone, onClose }: Props) {
  const { office } = useSession()
  const [newCode, setNewCode] = useState(!state.codeKeeps)
  const [code, setCode] = useState<string>()
  const [sealed, setSealed] = useState(false)
  const [id, setId] = useState<string>()
  const [failed, setFailed] = useState<unknown>(null)
  const job = useJob(id)

  const prepare = async () => {
    setFailed(null)
    try {
      setCode((await call('keys.newCode', {})).recoveryCode)
    } catch (cause) {
      setFailed(cause)
    }
  }
  const change = async () => {
    const next = newJobId()
    setId(next)
    setFailed(null)
    try {
      const { backup, loses } = await call('keys.change', { job: next, newCode })
      onDone(`已更换密钥，先备份在 ${backup}${loses.length > 0 ? `；要重设口令的：${loses.join('、')}` : ''}`)
    } catch (cause) {
      setFailed(cause)
      setId(undefined)
    }
  }
  const toPrint = newCode && code === undefined
  const primary = toPrint
    ? { label: '取新恢复码', disabled: state.backupFolder === null, perform: () => void prepare() }
    : { label: '更换', disabled: state.backupFolder === null || (newCode && !sealed), perform: () => void change() }
  return (
    <Dialog
      open
      title="更换数据库密钥"
      sub="停用了人、丢过电脑或 U 盘以后做。做的时候可以看，不能登记；中途断电，再进入时用原口令，不会打不开。"
      primary={primary}
      {...(code !== undefined && { others: [{ label: '打印恢复码', icon: 'print', perform: () => window.print() }] })}
      busy={id !== undefined}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={failed} />
        {state.backupFolder === null && <Banner kind="warn">更换前要先备份。先到“备份与恢复”里选备份文件夹。</Banner>}
        {job ? (
          <JobPanel job={job} onCancel={() => cancelJob(job.id)} />
        ) : (
          <dl className="consequences">
            <div>
              <dt>口令不变</dt>
              <dd>{state.keeps.join('、')}</dd>
            </div>
            {state.loses.length > 0 && (
              <div>
                <dt>要重设口令</dt>
                <dd className="tone-soon">{state.loses.join('、')}：程序更新后还没有进入过，换过以后由系统管理员重设；也可先请本人进入一次再换</dd>
              </div>
            )}
            <div>
              <dt>恢复码</dt>
              <dd>{newCode ? '换新的，原来那张作废' : '原来那张照用'}</dd>
            </div>
            <div>
              <dt>以前的备份</dt>
              <dd>仍用那时的密钥和口令打开，停用的人留有备份时收回</dd>
            </div>
          </dl>
        )}
        {state.codeKeeps && code === undefined && !job && <Check checked={newCode} label="同时换恢复码" onChange={setNewCode} />}
        {code !== undefined && !job && (
          <>
            <RecoveryCode office={office} code={code} />
            <Check checked={sealed} label="已抄写或打印，并封存" onChange={setSealed} />
          </>
        )}
      </div>
    </Dialog>
  )
}
