import type { Board } from '../../../shared/procedures/boards.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

interface Props {
  readonly board: Board
  readonly scope: string
  readonly filtered: boolean
  readonly ended: boolean
  onReset(): void
  /** Absent for whoever may not write. */
  onOpen?(): void
}

/** Nothing to show: why, and the way to it. */
export function CasesEmpty({ board, scope, filtered, ended, onReset, onOpen }: Props) {
  if (filtered)
    return (
      <EmptyState icon="folder" title="没有符合条件的卷宗。" action={<Button onClick={onReset}>去掉条件</Button>}>
        去掉阶段、状态或查找的字再看。
      </EmptyState>
    )
  if (ended)
    return (
      <EmptyState icon="folder" title={`${scope}还没有结束的卷宗。`}>
        {board.ends}，卷宗移到这里，步骤和材料照样可看。
      </EmptyState>
    )
  return (
    <EmptyState
      icon="folder"
      title={`${scope}还没有在办的卷宗。`}
      action={
        onOpen && (
          <Button icon="plus" onClick={onOpen}>
            立卷
          </Button>
        )
      }
    >
      从花名册里的{board.whose}中选人立卷，一次可以选多人。
    </EmptyState>
  )
}
