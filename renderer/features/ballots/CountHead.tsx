import { Button } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useNarrow } from '../../ui/SidePanel.tsx'
import { StateChip } from '../../ballots/StateChip.tsx'
import { BallotViews, ballotPath } from './BallotViews.tsx'
import { stepWord, subOf, titleOf } from './ballot-words.ts'
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
  const { round, ballot, organization } = reply
  const word = stepWord(organization)
  const id = String(ballot['id'])
  const blocked = counting.faults.length > 0 || counting.paperFaults.length > 0
  return (
    <PageHead
      title={titleOf(reply, '计票')}
      sub={subOf(reply)}
      actions={
        <>
          {reply.state !== 'counting' && <StateChip state={reply.state} />}
          <BallotViews id={id} view="count" />
          {editable && !counting.byPapers && (
            <Button keys={narrow ? '' : 'Ctrl V'} title="先在 Excel 里复制票数，回到这一页按 Ctrl V" onClick={onPaste}>
              {narrow ? '粘贴' : '从 Excel 粘贴'}
            </Button>
          )}
          {round && (
            <>
              <Button icon="left" disabled={round.previous === null} title="[" onClick={() => onGo(round.previous)}>
                上一{word}
              </Button>
              <Button icon="right" disabled={round.next === null} title="]" onClick={() => onGo(round.next)}>
                下一{word}
              </Button>
            </>
          )}
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
        </>
      }
    />
  )
}
