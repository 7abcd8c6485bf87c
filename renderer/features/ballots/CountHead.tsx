import { Button } from '../../ui/Button.tsx'
import { useNarrow } from '../../ui/SidePanel.tsx'
import { BallotHead } from './BallotHead.tsx'
import { ballotPath } from './BallotViews.tsx'
import type { BallotReply, Counting } from './use-counting.ts'

interface Props {
  readonly reply: BallotReply
  readonly counting: Counting
  readonly editable: boolean
  readonly mayWrite: boolean
  onGo(id: string | null): void
  onPaste(): void
  onClose(): void
  onCorrect(): void
}

/** What is counted, the way to the body before and after it, and 封票. */
export function CountHead({ reply, counting, editable, mayWrite, onGo, onPaste, onClose, onCorrect }: Props) {
  const narrow = useNarrow(1520)
  const id = String(reply.ballot['id'])
  const blocked = counting.faults.length > 0 || counting.paperFaults.length > 0
  return (
    <BallotHead
      reply={reply}
      view="count"
      onGo={onGo}
      tools={
        editable &&
        !counting.byPapers && (
          <Button keys={narrow ? '' : 'Ctrl V'} title="先在 Excel 里复制票数，回到这一页按 Ctrl V" onClick={onPaste}>
            {narrow ? '粘贴' : '从 Excel 粘贴'}
          </Button>
        )
      }
    >
      {editable && (
        <Button kind="primary" icon="lock" className={blocked ? 'not-yet' : ''} title="封票并签名 Ctrl Enter" onClick={onClose}>
          封票并签名
        </Button>
      )}
      {counting.closed && mayWrite && (
        <Button icon="edit" onClick={onCorrect}>
          更正
        </Button>
      )}
      {counting.closed && (
        <Button kind="primary" href={`#${ballotPath(id, 'result')}`}>
          看结果
        </Button>
      )}
    </BallotHead>
  )
}
