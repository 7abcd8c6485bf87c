import { useSession } from '../app/session.tsx'
import { Button } from '../ui/Button.tsx'

interface Props {
  /** Of the board. */
  readonly path: string
  onOpen(): void
}

/** What can be done on a board of cases: the office's own requirements, and opening one. */
export function CaseActions({ path, onOpen }: Props) {
  const { mayWrite } = useSession()
  return (
    <>
      <Button icon="gear" href={`#${path}/requirements`}>
        本单位要求
      </Button>
      {mayWrite && (
        <Button kind="primary" icon="plus" keys="N" onClick={onOpen}>
          立卷
        </Button>
      )}
    </>
  )
}
