import type { MeetingKind } from '../../../shared/domain/meeting.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { isBlank, type ResolutionRow } from './held.ts'
import { ResolutionForm } from './ResolutionForm.tsx'

interface Props {
  readonly kind: MeetingKind
  readonly rows: readonly ResolutionRow[]
  /** Of the list of attendance: how many have a vote, and how many of them are there. */
  readonly voters: number
  readonly votersPresent: number
  readonly mayWrite: boolean
  onRows(rows: readonly ResolutionRow[]): void
}

let added = 0

/** 决议: what was decided and how it was voted, each checked as it is typed. */
export function ResolutionsTab({ kind, rows, voters, votersPresent, mayWrite, onRows }: Props) {
  const add = () =>
    onRows([
      ...rows,
      {
        key: `new ${added++}`,
        item: '',
        decision: null,
        method: null,
        voters: voters > 0 ? voters : null,
        present: voters > 0 ? votersPresent : null,
        agree: null,
        against: null,
        abstain: null,
        conclusion: null,
      },
    ])
  const button = mayWrite && (
    <Button small icon="plus" onClick={add}>
      加一项决议
    </Button>
  )
  return (
    <Card fill title="决议" note={rows.length > 0 ? '人数只作核对，结论由填写的人定。' : ''} actions={rows.length > 0 && button}>
      {rows.length === 0 ? (
        <EmptyState icon="vote" title="还没有决议。" action={button}>
          会议作出决定的，逐项记下议题、决定和表决人数。没有决定的不用填。
        </EmptyState>
      ) : (
        <div className="resolutions">
          {rows.map((row, i) => (
            <ResolutionForm
              key={row.key}
              kind={kind}
              row={row}
              number={i + 1}
              mayWrite={mayWrite}
              begins={isBlank(row) && row.key.startsWith('new')}
              onChange={next => onRows(rows.map(r => (r.key === row.key ? next : r)))}
              onRemove={() => onRows(rows.filter(r => r.key !== row.key))}
            />
          ))}
        </div>
      )}
    </Card>
  )
}
