import { useState } from 'react'
import { call, type CallOutput } from '../../api/client.ts'
import { cancelJob, newJobId, useJob } from '../../app/jobs.tsx'
import { useSession } from '../../app/session.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { JobPanel, useLasting } from '../../ui/JobPanel.tsx'
import { AuditLines } from './AuditLines.tsx'

type Finding = CallOutput<'audit.verify'>

/** 审计: everyone may prove that no line was altered or taken out and that the records are what it says; 安全审计员 reads the lines. */
export function AuditTab() {
  const { role } = useSession()
  if (role !== 'auditor')
    return (
      <div className="settings-cards">
        <Chain />
      </div>
    )
  return (
    <div className="audit-tab">
      <AuditLines />
      <div className="audit-side">
        <Chain />
        <Card title="保存期限">
          <p className="settings-form t13 ink-2">
            审计记录一直保存，程序里没有删除的办法，备份时随台账一起备份。法律要求网络日志至少留存六个月，本台账不设期限。
          </p>
        </Card>
      </div>
    </div>
  )
}

function Chain() {
  const { mayRead } = useSession()
  const [finding, setFinding] = useState<Finding>()
  const [error, setError] = useState<unknown>(null)
  const [id, setId] = useState<string>()
  const busy = id !== undefined
  const job = useJob(id)
  const lasting = useLasting(busy)
  const verify = async () => {
    const started = newJobId()
    setId(started)
    setError(null)
    try {
      setFinding(await call('audit.verify', { job: started }))
    } catch (cause) {
      setError(cause)
    } finally {
      setId(undefined)
    }
  }
  return (
    <Card title="核对审计链" note="只读，不改任何内容">
      <div className="settings-form">
        <p className="t13 ink-2">
          登录、每一次改动、查看身份号码、打印和导出，各记一行，只能加，不能改，不能删。每一行都带着上一行的摘要，改动或抽走一行，从那一行起就对不上。每条记录再与它最后一行留痕核对，程序之外改的也查得出来。
        </p>
        <ErrorBanner error={error} />
        {finding && !busy && <Result finding={finding} />}
        {lasting && job && <JobPanel job={job} unit="行" onCancel={() => cancelJob(job.id)} />}
        <div className="row">
          <Button kind="primary" icon="shield" disabled={busy} onClick={() => void verify()}>
            {finding ? '再核对一次' : '核对审计链'}
          </Button>
          {mayRead && (
            <Button kind="text" href="#/forms?tab=register">
              看打印与导出登记
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}

function Result({ finding }: { readonly finding: Finding }) {
  if (finding.ok) {
    return (
      <div className="banner good" role="status">
        <b>共 {finding.lines} 行，链完整。</b>没有一行被改动或抽走，每条记录都与留痕相符。
      </div>
    )
  }
  return (
    <Banner kind="error">
      <b>核对没有通过。</b>
      {finding.why ? `${finding.why}。` : ''}共 {finding.lines} 行。不要再登记，先把整个台账文件夹另存一份，再报告安全审计员，从最近一次校验过的备份核对。
    </Banner>
  )
}
