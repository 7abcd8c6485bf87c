import { useState } from 'react'
import { call, type CallOutput } from '../../api/client.ts'
import { useSession } from '../../app/session.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useLasting } from '../../ui/JobPanel.tsx'

type Finding = CallOutput<'audit.verify'>

/** 审计: proves that no line of the audit was altered or taken out, and that the records are what it says. */
export function AuditTab() {
  const { mayRead } = useSession()
  const [finding, setFinding] = useState<Finding>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const lasting = useLasting(busy)
  const verify = async () => {
    setBusy(true)
    setError(null)
    try {
      setFinding(await call('audit.verify', {}))
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="settings-cards">
      <Card title="核对审计链" note="只读，不改任何内容">
        <div className="settings-form">
          <p className="t13 ink-2">
            登录、每一次改动、查看身份号码、打印和导出，各记一行，只能加，不能改，不能删。每一行都带着上一行的摘要，改动或抽走一行，从那一行起就对不上。每条记录再与它最后一行留痕核对，程序之外改的也查得出来。
          </p>
          <ErrorBanner error={error} />
          {finding && !busy && <Result finding={finding} />}
          {lasting && (
            <p className="t13 ink-3" role="status">
              正在逐行核对
            </p>
          )}
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
    </div>
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
