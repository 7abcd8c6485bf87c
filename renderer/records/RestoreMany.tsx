import { useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { call } from '../api/client.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { recordType } from './record-name.ts'
import { isStored } from './use-record-save.ts'

interface Props {
  readonly type: RecordName
  readonly ids: readonly string[]
  readonly unit: string
  onDone(): void
  onClose(): void
}

/** Brings voided records back, one after the other, with one reason. Mounted while it is open. */
export function RestoreMany({ type, ids, unit, onDone, onClose }: Props) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const restore = async (reason: string) => {
    setBusy(true)
    setError(undefined)
    try {
      for (const id of ids) {
        const { record } = await call('records.get', { type, id })
        if (isStored(record) && record['voidedAt']) await call('records.restore', { type, id, version: record.version, reason })
      }
      say(`已恢复 ${ids.length} ${unit}`)
      onDone()
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <ConfirmDialog
      open
      reason
      title={`恢复所选的 ${ids.length} ${unit}？`}
      consequences={[{ what: recordType(type).label, says: '回到列表和统计中，作废和恢复都留在历史里' }]}
      verb="恢复"
      busy={busy}
      error={error}
      onConfirm={reason => void restore(reason)}
      onClose={onClose}
    />
  )
}
