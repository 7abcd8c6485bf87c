import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { useSayDone } from '../../app/undo.ts'
import { DecideAll, DecisionContent, ReasonDialog } from './DecisionDialogs.tsx'
import { FollowUpDialog } from './FollowUpDialog.tsx'
import type { Proposal } from './proposals.ts'
import type { ResultLine } from './result-columns.tsx'
import type { BallotReply } from './use-counting.ts'
import type { Deciding } from './use-decide.ts'

/** What stands over the page of results: a grade that asks for its reason, what belongs to it, all at once, what follows. */
export type Over = 'all' | 'content' | 'followUp' | { readonly row: number; readonly grade: BallotGrade; readonly why: string }

interface Props {
  readonly over: Over | undefined
  readonly reply: BallotReply
  readonly proposals: readonly Proposal[]
  readonly left: readonly string[]
  /** The row it is about. */
  readonly line: ResultLine | undefined
  readonly deciding: Deciding
  onClose(): void
}

/** Whatever dialog stands over the results of a ballot. */
export function DecisionsOver({ over, reply, proposals, left, line, deciding, onClose }: Props) {
  const done = useSayDone()
  const entry = reply.rows.find(row => row.line.number === line?.row.number)
  if (over === 'all') {
    const all = () => {
      deciding.decide(
        proposals.map(({ row, grade }) => ({ row, grade })),
        changed => done(`已评定 ${changed} 人`),
      )
      onClose()
    }
    return <DecideAll proposals={proposals} left={left} onConfirm={all} onClose={onClose} />
  }
  if (over === undefined || !line || !entry) return null
  const { name } = line.row
  if (over === 'content')
    return (
      <DecisionContent
        entry={entry}
        onSave={decision => {
          deciding.decide([decision], () => done(`已保存${name}的评定内容`))
          onClose()
        }}
        onClose={onClose}
      />
    )
  if (over === 'followUp')
    return (
      <FollowUpDialog
        ballotId={String(reply.ballot['id'])}
        ballotName={String(reply.ballot['name'])}
        line={line}
        onDone={() => (onClose(), done(`已登记${name}的后续措施`))}
        onClose={onClose}
      />
    )
  const give = (reason: string) => {
    deciding.decide([{ row: over.row, grade: over.grade, reason }])
    onClose()
  }
  return <ReasonDialog name={name} grade={over.grade} why={over.why} known={line.reason} onGive={give} onClose={onClose} />
}
