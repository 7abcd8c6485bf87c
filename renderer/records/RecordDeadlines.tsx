import type { RecordDeadline } from '../../shared/api/deadlines.ts'
import { deadlineStates } from '../../shared/rules/supervision-deadlines.ts'
import { provisionalText } from '../../shared/rules/workdays.ts'
import { StatusChip } from '../ui/StatusChip.tsx'

const tones = { kept: 'met', late: 'near', overdue: 'overdue', running: 'info', dropped: 'plain' } as const

/** 期限 of the record beside its fields: what must be done by when, whether it was, and what says so. */
export function RecordDeadlines({ deadlines }: { readonly deadlines: readonly RecordDeadline[] }) {
  if (deadlines.length === 0) return null
  return (
    <section aria-label="期限">
      <h3>期限</h3>
      <ul className="record-deadlines">
        {deadlines.map(deadline => (
          <li key={`${deadline.duty} ${deadline.dueOn}`}>
            <span>
              <b>{deadline.duty}</b>
              <span>{deadline.dueOn} 前</span>
              <StatusChip tone={tones[deadline.state]} word={deadlineStates[deadline.state]} {...(deadline.state === 'running' ? { icon: 'clock' } : {})} />
            </span>
            <small className="ink-3">{saidOf(deadline)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

const saidOf = ({ doneOn, late, provisional, clause }: RecordDeadline): string =>
  [doneOn && `${doneOn} 完成`, late > 0 && `超过 ${late} 天`, provisionalText(provisional), clause].filter(Boolean).join('；')
