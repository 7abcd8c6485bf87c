import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import type { BallotKind } from '../../../shared/ballots/kind.ts'
import type { Check, TallyIndex } from '../../../shared/rules/ballot-checks.ts'
import type { TallyLine } from '../../../shared/rules/ballot-papers.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import { Grid } from '../../ui/Grid.tsx'
import type { Change } from '../../ui/grid-cells.ts'
import { useNarrow } from '../../ui/SidePanel.tsx'
import { countColumns, type Fact, slotOf } from './count-columns.tsx'
import { type Content, type CountLine, withCell } from './count-content.ts'

interface Props {
  readonly kind: BallotKind
  readonly plan: Plan
  readonly group: string
  readonly lines: readonly CountLine[]
  readonly content: Content
  readonly index: TallyIndex
  readonly valid: number | null
  readonly facts: ReadonlyMap<number, readonly Fact[]>
  readonly checks: readonly Check[]
  /** 组织评定 by row number, once there is any. */
  readonly grades?: ReadonlyMap<number, BallotGrade> | undefined
  readonly readOnly: boolean
  readonly saved: string
  onEdit(change: (content: Content) => Content): void
  onUndo(): void
}

/** 按人录总数: a row to a name, a figure to an option, their sum against the valid papers at the right edge. */
export function TotalsCard({ kind, plan, group, lines, content, index, valid, facts, checks, grades, readOnly, saved, onEdit, onUndo }: Props) {
  const narrow = useNarrow(1500)
  const columns = countColumns({ kind, plan, group, content, index, valid, facts, grades }, lines, narrow)
  const wrong = new Map<string, string>(
    checks.flatMap(check => (check.row === null ? [] : [[`${check.row} ${check.item ?? ''}`, check.message ?? ''] as const])),
  )
  const change = (changes: readonly Change[]) =>
    onEdit(before => {
      const tallies = new Map<string, TallyLine>(before.tallies)
      for (const { index: at, key, value } of changes) {
        const [line, slot] = [lines[at], slotOf(plan, key)]
        if (line && slot) withCell(tallies, group, line, slot, value)
      }
      return { ...before, tallies }
    })
  return (
    <div className="count-grid">
      <Grid
        key={group}
        label="按人计票"
        columns={columns}
        pinned={2}
        count={lines.length}
        rowAt={i => lines[i]}
        idOf={line => line.id}
        onChange={change}
        onUndo={onUndo}
        readOnly={readOnly}
        faultOf={line => {
          const message = wrong.get(line.id)
          return message === undefined ? undefined : { message }
        }}
        foot={<span className="ink-3">{saved}</span>}
      />
    </div>
  )
}
