import type { ReactNode } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { useCommand } from '../api/command.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { recordType } from './record-name.ts'
import type { Stored } from './use-record-save.ts'

interface Props {
  readonly type: RecordName
  readonly record: Pick<Stored, 'id' | 'version'>
  /** The question, where the type's own word for one does not do. */
  readonly title?: string
  /** Which one it is, in a line. */
  readonly sub: ReactNode
  /** What will be different, in figures. That the record is kept is said anyway. */
  readonly consequences?: readonly { readonly what: string; readonly says: ReactNode }[]
  /** What the button says, where the type's own word for it is another: 撤回. */
  readonly verb?: string
  onDone(record: Readonly<Record<string, unknown>>): void
  onClose(): void
}

const kept = { what: '留痕', says: '记录保留，可在历史中查到，可恢复' }

/** 作废: nothing is deleted; a reason is asked and goes into the audit. Mounted while it is open. */
export const VoidDialog = ({ consequences = [], verb = '作废', ...props }: Props) => (
  <Asking {...props} command="records.void" verb={verb} consequences={[...consequences, kept]} />
)

/** 恢复: a voided record stands again, with the reason on file. Mounted while it is open. */
export const RestoreDialog = (props: Omit<Props, 'verb'>) => <Asking {...props} command="records.restore" verb="恢复" />

type AskingProps = Omit<Props, 'verb'> & { readonly command: 'records.void' | 'records.restore'; readonly verb: string }

function Asking({ command: name, verb, type, record, title, sub, consequences = [], onDone, onClose }: AskingProps) {
  const command = useCommand(name)
  return (
    <ConfirmDialog
      open
      reason
      title={title ?? `${verb}这条${recordType(type).label}？`}
      sub={sub}
      consequences={consequences}
      verb={verb}
      busy={command.isPending}
      error={command.error}
      onClose={onClose}
      onConfirm={reason => command.mutate({ type, id: record.id, version: record.version, reason }, { onSuccess: onDone })}
    />
  )
}
