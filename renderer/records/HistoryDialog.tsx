import type { RecordName } from '../../shared/domain/index.ts'
import { useQuery } from '../api/hooks.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import './records.css'

interface Props {
  readonly type: RecordName
  readonly id: string
  /** Whose history it is. */
  readonly title: string
  onClose(): void
}

const words: Readonly<Record<string, string>> = {
  'records.create': '登记',
  'records.update': '改动',
  'records.void': '作废',
  'records.restore': '恢复',
  'records.reveal': '查看',
  'undo.last': '撤销',
  'import.write': '导入',
  'calendar.mark': '登记',
  'person.transfer': '调整支部',
  'person.setMany': '成批改动',
  'organization.move': '调整上级',
  'organization.close': '撤销组织',
  'attendance.save': '签到',
  'activity.register': '登记',
  'meeting.save': '会议记录',
}

/** An instant of the audit at the office's clock: 2026-11-23 10:05. */
export function clockText(at: string): string {
  const local = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())} ${two(local.getHours())}:${two(local.getMinutes())}`
}

/** Who changed what of a record, and when, newest first. Mounted while it is open. */
export function HistoryDialog({ type, id, title, onClose }: Props) {
  const reply = useQuery('records.history', { type, id }, { keep: false })
  return (
    <Dialog open size={720} title={`${title}的历史`} sub="每一次改动都留在审计里，不能改，不能删。" onClose={onClose}>
      <ErrorBanner error={reply.error} />
      {reply.data?.length === 0 && (
        <EmptyState icon="clock" title="还没有历史">
          记录由早期数据带入，改动以后会出现在这里。
        </EmptyState>
      )}
      <ol className="record-history">
        {reply.data?.map(line => (
          <li key={line.seq}>
            <div className="t12 ink-3">{clockText(line.at)}</div>
            <div className="t13">
              <b>{words[line.action] ?? (line.created ? '登记' : '改动')}</b>
              <div className="t12 ink-3">{line.actor}</div>
            </div>
            <dl>
              {line.changes.map(change => (
                <div key={change.field}>
                  <dt>{change.label}</dt>
                  <dd>
                    {change.before && <span className="ink-3">{change.before}</span>}
                    {change.before && <Icon name="go" size={12} title="改为" />}
                    <span>{change.after || '（空）'}</span>
                  </dd>
                </div>
              ))}
              {line.changes.length === 0 && <div className="ink-3">内容没有变化</div>}
            </dl>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
