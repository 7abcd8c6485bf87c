import { adjustmentKinds } from '../../../shared/domain/scheme.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useActions } from '../../app/shortcuts.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { Link } from '../../ui/Link.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { changeText, gradeWord, type Report, unitOf } from './result-words.ts'
import { ShapeCard } from './ShapeCard.tsx'
import { pointsText, reportPath, resultsPath } from './words.ts'
import './schemes.css'

/** 个人考核报告 on screen: one person or body of a scored ballot, item by item, beside the year before. */
export function ReportPage({ params }: PageProps) {
  const [ballotId, row] = [params['id'] ?? '', Number(params['row'])]
  const reply = useQuery('scheme.report', { ballotId, row })
  const data = reply.data
  const go = (to: number | null | undefined) => {
    if (to !== null && to !== undefined) navigate(reportPath(ballotId, to), { replace: true })
  }
  useActions([
    { name: '上一名', keys: 'Alt ArrowUp', when: () => data?.previous !== null, perform: () => go(data?.previous) },
    { name: '下一名', keys: 'Alt ArrowDown', when: () => data?.next !== null, perform: () => go(data?.next) },
  ])
  if (!data)
    return (
      <div className="page" style={{ paddingTop: 16 }}>
        <ErrorBanner error={reply.error} />
      </div>
    )
  const { head, row: outcome, of } = data
  const change = changeText(outcome, head.scheme.full)
  return (
    <div className="page scroll">
      <div className="row scheme-head">
        <Crumbs items={[{ label: head.name, to: resultsPath(ballotId) }, { label: outcome.name }]} />
        <span className="space" />
        <FormMenu
          form="performanceReport"
          params={{ ballotId, ...(outcome.personId === null ? { organizationId: outcome.organizationId ?? undefined } : { personIds: [outcome.personId] }) }}
          name={`考核报告 ${outcome.name}`}
          label="打印报告"
        />
        <Button icon="left" disabled={data.previous === null} onClick={() => go(data.previous)}>
          上一名
        </Button>
        <Button icon="right" disabled={data.next === null} onClick={() => go(data.next)}>
          下一名
        </Button>
      </div>
      <FigureStrip weights={[1.3, 1, 1, 1]}>
        <Figure
          label="综合得分"
          value={pointsText(outcome.score)}
          unit={`/ ${head.scheme.full}`}
          sub={
            outcome.provisional
              ? '暂算，有的考评组没有计入'
              : outcome.adjusted === 0
                ? '没有加减分'
                : `加权 ${pointsText(outcome.weighted)}，加减分 ${outcome.adjusted}`
          }
        />
        <Figure
          label="名次"
          value={outcome.rank ?? '—'}
          unit={outcome.rank === null ? '' : `/ ${of}`}
          sub={outcome.tied > 1 ? `并列 ${outcome.tied} ${unitOf(head)}` : undefined}
        />
        <Figure
          label={outcome.earlier ? `比 ${outcome.earlier.year} 年` : '比上年'}
          value={change ?? '—'}
          sub={
            outcome.earlier
              ? `${outcome.earlier.year} 年 ${pointsText(outcome.earlier.score)}${outcome.earlier.grade ? `，评定${gradeWord(outcome.earlier.grade)}` : ''}`
              : '以前没有同类考核'
          }
        />
        <Figure
          label={head.decision.label}
          value={outcome.decision ? gradeWord(outcome.decision.grade) : '未评定'}
          sub={outcome.proposed ? `按分数线建议${gradeWord(outcome.proposed)}` : '方案没有分数线'}
        />
      </FigureStrip>
      <div className="report-columns">
        <ShapeCard axes={data.axes} earlierYear={outcome.earlier?.year ?? null} />
        <Card title="怎样得出">
          <div className="scheme-part">
            <ul className="outcome-reasons">
              {outcome.reasons.map(reason => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {outcome.decision?.reason && <p className="t13">评定理由：{outcome.decision.reason}</p>}
            <h4>加减分和一票否决</h4>
            <Adjustments report={data} />
          </div>
        </Card>
      </div>
      <Items report={data} />
    </div>
  )
}

function Adjustments({ report: { adjustments } }: { readonly report: Report }) {
  if (adjustments.length === 0) return <p className="t13 ink-3">本年没有登记。</p>
  return (
    <ul className="outcome-reasons">
      {adjustments.map(({ id, happenedOn, kind, points, reason, basis }) => (
        <li key={id}>
          <Link to={`/registers/scoreAdjustment?record=${encodeURIComponent(id)}`}>
            {adjustmentKinds[kind]}
            {kind === 'veto' ? '' : ` ${points ?? 0}`}　{reason}
          </Link>
          <span className="t12 ink-3">
            　{happenedOn}
            {basis ? `，${basis}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Items({ report: { items, head } }: { readonly report: Report }) {
  const shown = head.groups.filter(({ hidden }) => !hidden)
  return (
    <Card title="逐项得分" note="各组平均分和按权重合计">
      <table className="table dense report-items">
        <thead>
          <tr>
            <th>一级指标</th>
            <th>指标</th>
            <th className="r">分值</th>
            {shown.length > 1 &&
              shown.map(({ code, label }) => (
                <th key={code} className="r">
                  {label}
                </th>
              ))}
            <th className="r">合计</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, i) => (
            <tr key={item.number}>
              <td>{items[i - 1]?.area === item.area ? '' : item.area}</td>
              <td title={item.rule ?? undefined}>{item.name}</td>
              <td className="r">{item.points}</td>
              {shown.length > 1 &&
                shown.map(({ code }) => (
                  <td key={code} className="r">
                    {pointsText(item.groups[code] ?? null)}
                  </td>
                ))}
              <td className="r bold">{pointsText(item.weighted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
