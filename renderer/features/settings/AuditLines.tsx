import { useEffect, useState } from 'react'
import type { AuditEntry, AuditQuestion } from '../../../shared/api/audit.ts'
import { call } from '../../api/client.ts'
import { newJobId } from '../../app/jobs.tsx'
import { ExportLines } from '../../records/ExportLines.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { AuditFilter } from './AuditFilter.tsx'

interface Read {
  readonly lines: readonly AuditEntry[]
  /** From where it goes on; null at the first line. */
  readonly next: number | null
  readonly total: number
}

/** 审计记录: newest first, read on by number, so that the millionth line costs what the first did. */
export function AuditLines() {
  const [question, setQuestion] = useState<AuditQuestion>({})
  const [read, setRead] = useState<Read>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let wanted = true
    setBusy(true)
    call('audit.list', question)
      .then(
        found => wanted && (setRead(found), setError(null)),
        (cause: unknown) => wanted && setError(cause),
      )
      .finally(() => wanted && setBusy(false))
    return () => void (wanted = false)
  }, [question])
  const goOn = async (before: number) => {
    setBusy(true)
    try {
      const found = await call('audit.list', { ...question, before })
      setRead(now => ({ ...found, lines: [...(now?.lines ?? []), ...found.lines] }))
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  const next = read?.next ?? null
  return (
    <Card
      fill
      title="审计记录"
      note={read && `共 ${read.total} 行`}
      actions={<ExportLines name="审计记录" write={file => call('audit.export', { ...question, file, job: newJobId() })} />}
    >
      <AuditFilter question={question} onChange={setQuestion} />
      <ErrorBanner error={error} />
      <div className="card-body" tabIndex={0}>
        <table className="table dense" aria-label="审计记录">
          <colgroup>
            <col style={{ width: 72 }} />
            <col style={{ width: 112 }} />
            <col style={{ width: 96 }} />
            <col style={{ width: 104 }} />
            <col style={{ width: 104 }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th className="r">行</th>
              <th>时间</th>
              <th>使用人</th>
              <th>做了什么</th>
              <th>对什么</th>
              <th>详情</th>
            </tr>
          </thead>
          <tbody>
            {read?.lines.map(line => (
              <tr key={line.seq}>
                <td className="r ink-3">{line.seq}</td>
                <td title={`${new Date(line.at).toLocaleString('zh-CN')}，${line.machine}`}>{momentShort(line.at)}</td>
                <td title={line.actor}>{line.actor}</td>
                <td className="bold">{line.did}</td>
                <td title={line.what}>{line.what}</td>
                <td className="ink-2" title={line.detail}>
                  {line.detail}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {read && read.lines.length === 0 && next === null && (
          <EmptyState icon="shield" title="没有符合的审计记录">
            放宽时间或去掉筛选再看。
          </EmptyState>
        )}
        {next !== null && (
          <div className="audit-more">
            <Button small disabled={busy} onClick={() => void goOn(next)}>
              接着往前查
            </Button>
            <span className="t12 ink-3">
              列出 {read?.lines.length} 行，已查到第 {next} 行
            </span>
          </div>
        )}
      </div>
    </Card>
  )
}
