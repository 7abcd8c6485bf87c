import { structureLabels } from '../../../shared/domain/admission-number.ts'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { askedText, type Board, fallsShort, type Opened, perCent } from './words.ts'

interface Props {
  readonly board: Board
  readonly year: number
  readonly organizationId: string | undefined
  readonly opened: Opened | undefined
  /** Only the units that lag are in the table. */
  readonly laggingOnly: boolean
  onOpen(opened: Opened): void
  onLagging(): void
}

/** Plan, pool, three years and what lags; under them of what kind those received are. Each opens. */
export function Figures({ board, year, organizationId, opened, laggingOnly, onOpen, onLagging }: Props) {
  const { total, pool, threeYears, structure, rows, elapsed } = board
  const { received } = total.happened
  const activists = total.stages.activist
  const lagging = rows.filter(({ lag }) => lag.length > 0).length
  const open = (figure: Opened['figure']) => () => onOpen({ figure, organizationId, name: total.name })
  const isOpen = (figure: Opened['figure']) => opened?.figure === figure && opened.organizationId === organizationId && opened.month === undefined
  const inThree = threeYears?.years.reduce((sum, one) => sum + one.received, 0) ?? 0
  return (
    <>
      <FigureStrip weights={[1.35, 1.1, 1.1, 1, 1]}>
        <Figure
          label="已接收预备党员"
          value={received}
          unit={total.planned === null ? '人' : `/ 计划 ${total.planned} 人`}
          sub={
            total.planned === null
              ? '还没有计划数'
              : `完成 ${perCent(received, total.planned)}，时间进度 ${perCent(Math.round(elapsed * 1000), 1000)}${total.sum !== null && total.own && total.sum !== total.planned ? `，下级合计 ${total.sum}` : ''}`
          }
          {...(total.planned ? { bar: { share: received / total.planned, elapsed } } : {})}
          pressed={isOpen('received')}
          onOpen={open('received')}
        />
        <Figure
          label="入党积极分子"
          value={activists}
          unit={pool.target === null ? '人' : `/ 规模 ${pool.target} 人`}
          sub={pool.target === null ? '没有定队伍规模' : activists < pool.target ? `差 ${pool.target - activists} 人` : '达到规模'}
          {...(pool.target ? { bar: { share: activists / pool.target } } : {})}
          pressed={isOpen('activist')}
          onOpen={open('activist')}
        />
        <Figure
          label={threeYears ? `${threeYears.from}—${threeYears.until} 年规划` : '三年规划'}
          value={threeYears ? inThree : '—'}
          unit={threeYears ? `/ ${threeYears.planned} 人` : ''}
          sub={
            threeYears
              ? threeYears.years.map(one => `${one.year % 100} 年 ${one.received}${one.planned === null ? '' : `/${one.planned}`}`).join('　')
              : `没有登记包含 ${year} 年的规划`
          }
          {...(threeYears ? { bar: { share: threeYears.planned > 0 ? inThree / threeYears.planned : 0 } } : {})}
          to="/registers/admissionNumber"
        />
        <Figure
          label="滞后单位"
          value={lagging}
          unit="个"
          sub={`落后 ${board.lagRule.points} 个百分点以上${board.lagRule.overdue > 0 ? `或 ${board.lagRule.overdue} 人逾期` : ''}`}
          {...(lagging > 0 ? { tone: 'short' as const } : {})}
          pressed={laggingOnly}
          onOpen={onLagging}
        />
        <Figure label="物色对象" value={total.prospects} unit="人" sub="还没有递交申请书的" to="/registers/prospect" />
      </FigureStrip>
      <FigureStrip>
        {structure.map(one => (
          <Figure
            key={one.kind}
            compact
            label={`接收的：${structureLabels[one.kind]}`}
            value={one.count}
            unit="人"
            sub={askedText(one, received)}
            {...(fallsShort(one, received) ? { tone: 'soon' as const } : {})}
            pressed={isOpen(one.kind)}
            onOpen={open(one.kind)}
          />
        ))}
      </FigureStrip>
    </>
  )
}
