import { useCommand } from '../../api/command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface Props {
  readonly ballotId: string
  readonly number: number
  readonly closedOn: string
  readonly decided: number
  onDone(): void
  onClose(): void
}

/** 更正: a closed count is never changed; a new one begins with its figures, with the reason. */
export function CorrectDialog({ ballotId, number, closedOn, decided, onDone, onClose }: Props) {
  const correct = useCommand('ballot.correct')
  return (
    <ConfirmDialog
      open
      title="更正这次计票？"
      consequences={[
        { what: '原计票', says: `第 ${number} 次计票（${closedOn} 封票）原样保留，随时可以看` },
        { what: '新计票', says: `第 ${number + 1} 次计票从原来的数开始，改好后重新封票` },
        ...(decided > 0 ? [{ what: '评定', says: `已作的 ${decided} 人评定不变，封票后请再核对` }] : []),
      ]}
      reason
      verb="开始更正"
      busy={correct.isPending}
      error={correct.error}
      onConfirm={reason => correct.mutate({ ballotId, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}
