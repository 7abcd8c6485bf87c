import type { CallOutput } from '../../api/client.ts'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { hours, rateText } from './words.ts'

interface Props {
  readonly board: CallOutput<'quota.board'>
  readonly periodOver: boolean
  readonly warnWithin: number
  readonly behindPoints: number
  /** The list behind a figure. */
  to(filter?: string): string
}

/** Where the year stands in six figures; each opens the people that make it. */
export function StudyFigures({ board, periodOver, warnWithin, behindPoints, to }: Props) {
  const { total, elapsed, clauses } = board
  const rate = rateText(total.met, total.required)
  const committee = clauses.find(c => c.parameter === 'study.committee')
  return (
    <FigureStrip weights={[1.35, 1, 1, 1, 1.2, 1.2]}>
      <Figure
        label="达标率"
        value={rate ?? '—'}
        unit={rate && '%'}
        sub={`${total.met} / ${total.required} 人应学`}
        to={to('owing=1')}
        bar={{ share: total.required > 0 ? total.met / total.required : 0, elapsed, behindPoints }}
      />
      <Figure
        label="达标"
        icon="check"
        tone="ok"
        value={total.met}
        unit="人"
        sub={total.required > 0 ? `应学的人均 ${hours(total.hours / total.required, 1)} 学时` : ''}
        to={to('state=met')}
      />
      <Figure
        label="临期"
        icon="clock"
        tone="soon"
        value={total.near}
        unit="人"
        sub={periodOver ? '年度已结束' : `差 ${warnWithin} 学时以内`}
        to={to('state=near')}
      />
      <Figure
        label="未达标"
        icon="short"
        tone="short"
        value={total.short}
        unit="人"
        sub={periodOver ? '年度已结束，未够指标' : `差 ${warnWithin} 学时以上`}
        to={to('state=short')}
      />
      <Figure
        label="书记和班子成员"
        value={total.committee.met}
        unit={`/ ${total.committee.required} 人达标`}
        sub={committee ? `指标 ${committee.value} 学时` : '没有另定的指标'}
        to={to('role=committee')}
      />
      <Figure label="免学" icon="exempt" tone="free" value={total.exempt} unit="人" sub={total.exempt > 0 ? '均有理由在案' : ''} to={to('state=exempt')} />
    </FigureStrip>
  )
}
