import { postHolding } from '../../../shared/domain/post.ts'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { cadreFindings, type CadreFinding } from '../../../shared/rules/cadre-findings.ts'
import { useScope } from '../../app/scope.tsx'
import { useParametersOn } from '../../app/parameters.ts'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { WholeCadre } from './use-cadre.ts'

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
  onShow(part: CadreFinding['part']): void
}

const icons = { short: 'short', soon: 'clock' } as const

/** 提示: what is incomplete, contradicts itself or comes due. The program concludes nothing. */
export function FindingsCard({ whole, record, onShow }: Props) {
  const { today } = useScope()
  const parameter = useParametersOn(today)
  const findings = cadreFindings({
    ...whole,
    record,
    bornOn: whole.person.bornOn,
    holdings: whole.holdings.map(holding => postHolding.stored.parse(holding)),
    postYears: parameter('post.years', 0),
    today,
  })
  return (
    <Card title="提示" note={findings.length > 0 ? `${findings.length} 条，程序只提示，结论由人作出` : '没有要提示的'}>
      {findings.length > 0 && (
        <ul className="cadre-findings">
          {findings.map(({ code, tone, message, clause, part }) => (
            <li key={`${code} ${message}`} className={`tone-${tone}`}>
              <Icon name={icons[tone]} size={14} />
              <button type="button" onClick={() => onShow(part)}>
                <span>{message}</span>
                <span className="clause">{clause}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
