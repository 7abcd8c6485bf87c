import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'

interface Props {
  readonly open: boolean
  /** A record that is kept was being changed; else a new one was being filled in. */
  readonly editing: boolean
  /** Fields that were changed, where it is fields that are counted. */
  readonly changed?: number
  onLeave(): void
  onStay(): void
}

/** Asks before a form is left with what was not saved. */
export const LeaveDialog = ({ open, editing, changed, onLeave, onStay }: Props) => (
  <ConfirmDialog
    open={open}
    title={editing ? '放弃改动？' : '放弃填写的内容？'}
    sub={changed === undefined ? '改动还没有保存。' : `改了 ${changed} 项，还没有保存。`}
    verb="放弃"
    closeLabel="接着填"
    onConfirm={onLeave}
    onClose={onStay}
  />
)
