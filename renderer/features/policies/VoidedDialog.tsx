import { useState } from 'react'
import { useQuery } from '../../api/hooks.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { RestoreDialog } from '../../records/VoidDialog.tsx'
import { isStored, type Stored } from '../../records/use-record-save.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { momentShort } from '../../ui/say-date.ts'

type Kind = 'policy' | 'clause'

const kinds = { policy: '文件', clause: '条款' } as const
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What was voided of documents and clauses, with the reason, and the way back. Mounted while it is open. */
export function VoidedDialog({ onClose }: { onClose(): void }) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [restoring, setRestoring] = useState<{ readonly type: Kind; readonly record: Stored; readonly name: string }>()
  const sort = { field: 'updatedAt', descending: true }
  const documents = useQuery('records.list', { type: 'policy', voided: true, sort, limit: 500 })
  const clauses = useQuery('records.list', { type: 'clause', voided: true, sort, limit: 500 })
  const rowsOf = (type: Kind, reply: typeof documents) =>
    (reply.data?.rows ?? []).filter(isStored).map(record => ({
      type,
      record,
      name: type === 'policy' ? text(record['title']) : `${text(record['code'])} ${text(record['phrase'])}`,
      whose: type === 'policy' ? '' : (reply.data?.titles[text(record['policyId'])] ?? ''),
    }))
  const rows = [...rowsOf('policy', documents), ...rowsOf('clause', clauses)]
  return (
    <Dialog open size={720} title="已作废的文件和条款" sub="记录和理由都保留；作废的文件恢复以后，它的条款一同回来。" onClose={onClose}>
      <ErrorBanner error={documents.error ?? clauses.error} />
      {rows.length === 0 && !documents.isPending && !clauses.isPending && <EmptyState title="没有作废的文件和条款">作废以后会列在这里，可以恢复。</EmptyState>}
      {rows.length > 0 && (
        <table className="table dense" aria-label="已作废的文件和条款">
          <thead>
            <tr>
              <th style={{ width: 56 }}>类别</th>
              <th>名称</th>
              <th>理由</th>
              <th style={{ width: 112 }}>作废于</th>
              {mayWrite && <th style={{ width: 88 }} aria-label="恢复" />}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.record.id}>
                <td>{kinds[row.type]}</td>
                <td title={row.whose ? `${row.whose}：${row.name}` : row.name}>{row.name}</td>
                <td title={text(row.record['voidReason'])}>{text(row.record['voidReason'])}</td>
                <td>{momentShort(text(row.record['voidedAt']))}</td>
                {mayWrite && (
                  <td className="r">
                    <Button small icon="undo" onClick={() => setRestoring(row)}>
                      恢复
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {restoring && (
        <RestoreDialog
          type={restoring.type}
          record={restoring.record}
          sub={restoring.name}
          onDone={() => {
            setRestoring(undefined)
            done(`已恢复“${restoring.name}”`)
          }}
          onClose={() => setRestoring(undefined)}
        />
      )}
    </Dialog>
  )
}
