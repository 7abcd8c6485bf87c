import { useSession } from '../../app/session.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { termOn, termWords } from './term.ts'

/** The last day of a term, with a word when it is near or past. */
export function TermText({ termEndsOn, dash }: { readonly termEndsOn: string | null; readonly dash?: string }) {
  const { today } = useSession()
  const term = termOn(termEndsOn, today)
  if (!termEndsOn) return <span className="ink-3">{dash ?? '—'}</span>
  return (
    <span className="row" style={{ gap: 8 }}>
      {termEndsOn}
      {(term.state === 'ending' || term.state === 'over') && <StatusChip tone={term.state === 'over' ? 'overdue' : 'near'} word={termWords(term)} />}
    </span>
  )
}
