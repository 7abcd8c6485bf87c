import { elapsedShare, lastDayOf } from '../../../shared/rules/days.ts'
import { useScope } from '../../app/scope.tsx'
import { useParametersOn } from '../../app/parameters.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { QuotaChip } from '../../ui/StatusChip.tsx'
import { clauseText, type PersonStudy } from './use-person-study.ts'

interface Props {
  readonly study: PersonStudy
  readonly year: number
  /** Beside other cards: taller, with the clause below. */
  readonly tall?: boolean
  /** Shows the lines it is made of. */
  onOpen(): void
}

/** 学时 33 / 56, with the bar against the time of year and the word for it. Opens the lines it is made of. */
export function QuotaRow({ study, year, tall = false, onOpen }: Props) {
  const { today } = useScope()
  const behindPoints = useParametersOn(lastDayOf(year))('study.behindPoints', 12)
  const { subject: person, clause } = study
  const owed = person.target > 0
  const bar = (
    <ProgressBar
      share={owed ? person.done / person.target : 1}
      elapsed={owed ? elapsedShare(year, today) : undefined}
      behindPoints={behindPoints}
      height={tall ? 4 : 6}
      label={`学时 ${person.done} / ${person.target}`}
    />
  )
  const amount = owed ? `${person.done} / ${person.target}` : `${person.done} 学时`
  const chip = (
    <span className="right">
      <QuotaChip state={person.state} />
    </span>
  )
  return (
    <button type="button" className={tall ? 'quota-row tall' : 'quota-row'} title="看这些学时从哪里来" onClick={onOpen}>
      <span>学时</span>
      {tall ? (
        <span className="col" style={{ gap: 4 }}>
          <span className="t12 right">{amount}</span>
          {bar}
        </span>
      ) : (
        <>
          <span className="right">{amount}</span>
          {bar}
        </>
      )}
      {chip}
      {tall && <small>{person.exempt ? `免：${person.exemptReason ?? ''}` : [person.targetLabel, clauseText(clause)].filter(Boolean).join('，')}</small>}
    </button>
  )
}
