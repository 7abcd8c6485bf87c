import type { CallOutput } from '../../api/client.ts'
import type { Terms } from '../../quotas/terms.ts'
import { rateText } from '../../quotas/words.ts'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { amountText } from '../../ui/say-amount.ts'

interface Props {
  readonly board: CallOutput<'quota.board'>
  readonly terms: Terms
  /** The list behind a figure. */
  to(filter?: string): string
}

/** Where the year stands in six figures; each opens the list that makes it. */
export function BoardFigures({ board, terms, to }: Props) {
  const { total } = board
  const { head, unit, several } = terms
  const rate = rateText(total.met, total.required)
  const kept = rateText(total.kept, total.due)
  return (
    <FigureStrip weights={[1.2, 1.2, 1, 1, 1, 1]}>
      <Figure
        label="达标率"
        value={rate ?? '—'}
        unit={rate && '%'}
        sub={`${total.met} / ${total.required} ${head}${terms.owed}`}
        to={to('owing=1')}
        bar={{ share: total.required > 0 ? total.met / total.required : 0 }}
      />
      {several ? (
        <Figure
          label="按期率"
          value={kept ?? '—'}
          unit={kept && '%'}
          sub={total.due > 0 ? `到期 ${total.due} 期，完成 ${total.kept} 期` : '还没有到期的'}
          bar={{ share: total.due > 0 ? total.kept / total.due : 0 }}
        />
      ) : (
        <Figure
          label={terms.of === 'people' ? '人均' : '平均'}
          value={total.required > 0 ? amountText(total.amount / total.required, 1) : '—'}
          unit={unit}
          sub={total.meanTarget > 0 ? `指标 ${amountText(total.meanTarget, 1)} ${unit}，共 ${amountText(total.amount)} ${unit}` : ''}
        />
      )}
      <Figure label="达标" icon="check" tone="ok" value={total.met} unit={head} sub={several ? '各期都已完成' : '已够数'} to={to('state=met')} />
      <Figure label="未达标" icon="short" tone="short" value={total.short} unit={head} sub={several ? '有到期没有完成的' : '已到期'} to={to('state=short')} />
      <Figure
        label="临期"
        icon="clock"
        tone="soon"
        value={total.near}
        unit={head}
        sub={total.open > 0 ? `另有进行中 ${total.open} ${head}` : '没有到期，离期末不多'}
        to={to(total.near === 0 && total.open > 0 ? 'state=open' : 'state=near')}
      />
      <Figure label="免" icon="exempt" tone="free" value={total.exempt} unit={head} sub={total.exempt > 0 ? '均有理由在案' : ''} to={to('state=exempt')} />
    </FigureStrip>
  )
}
