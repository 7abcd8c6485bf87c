import type { BackupState } from '../../../shared/api/backup.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { sizeText } from '../../ui/say-size.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'

interface Props {
  readonly state: BackupState
  readonly busy: boolean
  /** Undefined for those who only look. */
  readonly onProve: ((name: string) => void) | undefined
}

type Lying = BackupState['backups'][number]

/** What lies in the folder, newest first, each with how it stood when it was last proved. */
export function BackupList({ state, busy, onProve }: Props) {
  const { backups, folder, away } = state
  return (
    <Card title="备份文件夹里的" note={backups.length > 0 ? `${backups.length} 份` : undefined} className="backup-list">
      {backups.length === 0 ? (
        <EmptyState icon="folder" title={emptyTitle(folder, away)}>
          {away === null ? '备份名以 .zgb 结尾，可以整个拷走，到另一台电脑恢复。' : '插上 U 盘或接通共享，再打开这一页。'}
        </EmptyState>
      ) : (
        <table className="table" aria-label="备份">
          <colgroup>
            <col style={{ width: 128 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 80 }} />
            <col />
            <col style={{ width: 104 }} />
          </colgroup>
          <thead>
            <tr>
              <th>备份时间</th>
              <th className="r">大小</th>
              <th className="r">人员</th>
              <th className="r">审计行</th>
              <th>核对</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {backups.map(backup => (
              <tr key={backup.name} title={backup.name}>
                <td className="bold">{backup.facts ? momentShort(backup.facts.madeAt) : backup.name}</td>
                <td className="r">{sizeText(backup.size)}</td>
                <td className="r">{backup.facts?.people ?? '—'}</td>
                <td className="r">{backup.facts?.auditLines ?? '—'}</td>
                <td>
                  <Finding of={backup} />
                </td>
                <td>
                  {onProve && (
                    <Button small kind="text" disabled={busy} onClick={() => onProve(backup.name)}>
                      再核对
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function emptyTitle(folder: string | null, away: string | null): string {
  if (folder === null) return '还没有选备份文件夹'
  return away === null ? '文件夹里还没有本台账的备份' : `${folder} ${away}`
}

function Finding({ of: { provedAt, wrong } }: { readonly of: Lying }) {
  if (wrong !== null)
    return (
      <>
        <StatusChip tone="overdue" word="损坏" /> <span className="ink-2">{wrong}，恢复请用别的</span>
      </>
    )
  if (provedAt === null) return <StatusChip tone="plain" word="本机没有核对过" />
  return (
    <>
      <StatusChip tone="met" word="完好" /> <span className="ink-3">{momentShort(provedAt)} 核对</span>
    </>
  )
}
