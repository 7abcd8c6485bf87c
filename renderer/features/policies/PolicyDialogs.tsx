import { useSayDone } from '../../app/undo.ts'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import type { PolicyRow } from './DocumentList.tsx'
import { VoidedDialog } from './VoidedDialog.tsx'

/** A document or a clause to enter, or, by its id, to change; or what was voided. */
export interface Asked {
  readonly type: 'policy' | 'clause' | 'voided'
  readonly id?: string
}

interface Props {
  readonly asked: Asked
  /** The document in view, to which a new clause belongs. */
  readonly document: PolicyRow | undefined
  /** A document has been entered. */
  onDocument(id: string): void
  /** A clause has been saved. */
  onClause(id: string): void
  onClose(): void
}

export function PolicyDialogs({ asked: { type, id }, document, onDocument, onClause, onClose }: Props) {
  const done = useSayDone()
  if (type === 'voided') return <VoidedDialog onClose={onClose} />
  if (type === 'policy')
    return (
      <RecordDialog
        type="policy"
        id={id}
        title={id ? '修改文件' : '录入本单位文件'}
        preset={{ level: 'own', status: 'inForce' }}
        onSaved={record => {
          done(id ? '已改动文件' : `已录入“${String(record['title'])}”`)
          onClose()
          if (!id) onDocument(record.id)
        }}
        onClose={onClose}
      />
    )
  return (
    <RecordDialog
      type="clause"
      id={id}
      again
      title={id ? '修改条款' : '新增条款'}
      preset={{ policyId: document?.id ?? null, verified: 'open' }}
      fixed={['policyId', 'links']}
      onSaved={(record, another) => {
        done(id ? '已改动条款' : '已新增条款')
        if (another) return
        onClose()
        onClause(record.id)
      }}
      onClose={onClose}
    />
  )
}
