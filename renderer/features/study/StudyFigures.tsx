import type { CallOutput } from '../../api/client.ts'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { hours } from '../../attendance/words.ts'
import { rateText } from '../../quotas/words.ts'

interface Props {
  readonly board: CallOutput<'quota.board'>
  /** Whether the year lies ahead, runs or is over. */
  readonly period: 'ahead' | 'running' | 'over'
  readonly warnWithin: number
  readonly behindPoints: number
  /** The list behind a figure. */
  to(filter?: string): string
}

const notBegun = '年度还没有开始'

/** Where the year stands in six figures; each opens the people that make it. */
export function StudyFigures({ board, period, warnWithin, behindPoints, to }: Props) {
  const { total, elapsed, clauses } = board
  const [ahead, over] = [period === 'ahead', period === 'over']
  const rate = rateText(total.met, total.required)
  // Before the first day nothing is owed yet; what will be is said.
  const due = ahead ? total.members - total.exempt : total.required
  const committee = clauses.find(c => c.parameter === 'study.committee')
  return (
    <FigureStrip weights={[1.35, 1, 1, 1, 1.2, 1.2]}>
      <Figure
        label="达标率"
        value={ahead ? '—' : (rate ?? '—')}
        unit={ahead ? null : rate && '%'}
        sub={`${total.met} / ${due} 人应学`}
        {...(ahead ? {} : { to: to('owing=1') })}
        bar={{ share: total.required > 0 ? total.met / total.required : 0, elapsed, behindPoints }}
      />
      <Figure
        label="达标"
        icon="check"
        tone="ok"
        value={total.met}
        unit="人"
        sub={total.required > 0 ? `应学的人均 ${hours(total.amount / total.required, 1)} 学时` : ''}
        to={to('state=met')}
      />
      <Figure
        label="临期"
        icon="clock"
        {...(ahead ? {} : { tone: 'soon', to: to('state=near') })}
        value={ahead ? 0 : total.near}
        unit="人"
        sub={ahead ? notBegun : over ? '年度已结束' : `差 ${warnWithin} 学时以内`}
      />
      <Figure
        label="未达标"
        icon="short"
        {...(ahead ? {} : { tone: 'short', to: to('state=short') })}
        value={ahead ? 0 : total.short}
        unit="人"
        sub={ahead ? notBegun : over ? '年度已结束，未够指标' : `差 ${warnWithin} 学时以上`}
      />
      <Figure
        label="书记和班子成员"
        value={ahead ? '—' : total.committee.met}
        unit={ahead ? null : `/ ${total.committee.required} 人达标`}
        sub={committee ? `指标 ${committee.value} 学时` : '没有另定的指标'}
        to={to('role=committee')}
      />
      <Figure label="免学" icon="exempt" tone="free" value={total.exempt} unit="人" sub={total.exempt > 0 ? '均有理由在案' : ''} to={to('state=exempt')} />
    </FigureStrip>
  )
}
