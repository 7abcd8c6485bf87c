import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

interface Props {
  /** There are clauses, of which none fits. */
  readonly filtered: boolean
  onAgain(): void
  onNew?(): void
}

/** Why no clause is in view, and what to do. */
export function ClausesEmpty({ filtered, onAgain, onNew }: Props) {
  if (filtered)
    return (
      <EmptyState
        icon="search"
        title="没有符合条件的条款"
        action={
          <Button small onClick={onAgain}>
            去掉条件
          </Button>
        }
      >
        换个说法，或看别的状态。
      </EmptyState>
    )
  return (
    <EmptyState
      icon="law"
      title="这个文件还没有条款"
      action={
        onNew && (
          <Button small icon="plus" onClick={onNew}>
            新增条款
          </Button>
        )
      }
    >
      逐条抄入要求，再指定由哪个台账、指标或表承接。
    </EmptyState>
  )
}
