import type { ReactNode } from 'react'
import { StateChip } from '../../ballots/StateChip.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { type BallotView, BallotViews, viewNames } from './BallotViews.tsx'
import { stepWord, subOf, titleOf } from './ballot-words.ts'
import type { BallotReply } from './use-counting.ts'

interface Props {
  readonly reply: BallotReply
  readonly view: BallotView
  /** To the body before or after it in the round; without it there is no such way. */
  readonly onGo?: (id: string | null) => void
  /** Before the way to the next body. */
  readonly tools?: ReactNode
  readonly children?: ReactNode
}

/** Whose ballot it is and of what, how far it is, its three views, and the way to the body before and after it in the round. */
export function BallotHead({ reply, view, onGo, tools, children }: Props) {
  const { round, state } = reply
  const word = stepWord(reply.organization)
  return (
    <PageHead
      title={titleOf(reply, viewNames[view])}
      sub={subOf(reply)}
      actions={
        <>
          {!(view === 'count' && state === 'counting') && <StateChip state={state} />}
          <BallotViews id={String(reply.ballot['id'])} view={view} />
          {tools}
          {round && onGo && (
            <>
              <Button icon="left" disabled={round.previous === null} title="[" onClick={() => onGo(round.previous)}>
                上一{word}
              </Button>
              <Button icon="right" disabled={round.next === null} title="]" onClick={() => onGo(round.next)}>
                下一{word}
              </Button>
            </>
          )}
          {children}
        </>
      }
    />
  )
}
