import { elapsedShare } from '../../../shared/rules/days.ts'
import { useScope } from '../../app/scope.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { QuotaChip } from '../../ui/StatusChip.tsx'
import { useBehindPoints } from './use-behind-points.ts'
import { clauseText, type PersonStudy } from './use-person-study.ts'

interface Props {
  readonly study: PersonStudy
  readonly year: number
  /** With the clause under the name. */
  readonly tall?: boolean
  readonly to: string
}

/** 学时 33 / 56, with the bar against the time of year and the word for it. Opens the lines it is made of. */
export function QuotaRow({ study, year, tall = false, to }: Props) {
  const { today } = useScope()
  const behindPoints = useBehindPoints(today)
  const { person, clause } = study
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
  if (!tall) {
    return (
      <a className="quota-row" href={`#${to}`}>
        <span>学时</span>
        <span className="right">{amount}</span>
        {bar}
        <span className="right">
          <QuotaChip state={person.state} />
        </span>
      </a>
    )
  }
  return (
    <a className="quota-row tall" href={`#${to}`}>
      <span>学时</span>
      <span className="col" style={{ gap: 4 }}>
        <span className="t12 right">{amount}</span>
        {bar}
      </span>
      <span className="right">
        <QuotaChip state={person.state} />
      </span>
      <small>{person.exempt ? `免：${person.exemptReason ?? ''}` : [person.targetLabel, clauseText(clause)].filter(Boolean).join('，')}</small>
    </a>
  )
}
