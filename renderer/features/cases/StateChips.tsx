import { type CaseState, caseStates } from '../../../shared/api/procedures.ts'
import type { Alarm } from '../../../shared/procedures/boards.ts'
import type { CallOutput } from '../../api/client.ts'
import { ToggleChip } from '../../ui/FilterChip.tsx'

/** How the cases shown stand, or what is wrong with them. */
export type Shown = CaseState | 'alarm' | null

const states = ['overdue', 'near', 'open', 'waiting'] as const

interface Props {
  readonly counts: CallOutput<'case.list'> | undefined
  readonly alarm: Alarm | undefined
  readonly shown: Shown
  onShow(shown: Shown): void
}

/** Narrows the open cases by how they stand. */
export function StateChips({ counts, alarm, shown, onShow }: Props) {
  const of = (state: CaseState) => counts?.byState[state] ?? 0
  const toggle = (next: Shown) => () => onShow(shown === next ? null : next)
  return (
    <>
      <ToggleChip label="全部" count={states.reduce((sum, s) => sum + of(s), 0)} on={shown === null} onToggle={() => onShow(null)} />
      {states.map(s => (
        <ToggleChip key={s} label={caseStates[s]} count={of(s)} on={shown === s} onToggle={toggle(s)} />
      ))}
      {alarm && <ToggleChip label={alarm.word} count={counts?.alarms ?? 0} on={shown === 'alarm'} onToggle={toggle('alarm')} />}
    </>
  )
}
