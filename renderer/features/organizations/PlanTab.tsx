import { type PlanCell, type PlanRow, planStates } from '../../../shared/api/plan.ts'
import { topics } from '../../../shared/records/topics.ts'
import { monthOf, yearOf } from '../../../shared/rules/days.ts'
import { spanLabels } from '../../../shared/rules/periods.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'

interface Props {
  readonly id: string
  readonly name: string
  /** Has branches below it: a plan can be printed for each. */
  readonly branches: number
}

/** 年度计划: what the quotas in force ask of an organization and all below it, month by month. */
export function PlanTab({ id, name, branches }: Props) {
  const { year, today } = useScope()
  const { data, error } = useQuery('plan.year', { organizationId: id, year }, { keep: false })
  if (error) return <ErrorBanner error={error} />
  if (!data) return null
  const now = yearOf(today) === year ? monthOf(today) : 0
  return (
    <Card
      fill
      className="plan"
      title={`${year} 年度计划`}
      note="按现行指标生成；数字为应做的次数，几个对象的为已完成和应完成的个数"
      actions={
        <FormMenu
          form="branchPlan"
          params={{ year, organizationId: id }}
          name={`${year}年度组织生活计划 ${name}`}
          print={branches > 1 ? `打印 ${branches} 个党支部的计划` : '打印年度计划'}
          label="打印"
          small
          disabled={branches === 0 || data.rows.length === 0}
        />
      }
    >
      {data.rows.length === 0 ? (
        <EmptyState icon="calendar" title={`${year} 年没有对这个组织启用的指标`}>
          在“参数与设置”里给指标填上数值，这里就会列出每月要做的事。
        </EmptyState>
      ) : (
        <div className="card-body plan-body">
          <table className="plan-table">
            <colgroup>
              <col style={{ width: 224 }} />
              {data.months.map((_, i) => (
                <col key={i} />
              ))}
            </colgroup>
            <thead>
              <tr>
                <th>事项</th>
                {data.months.map((_, i) => (
                  <th key={i} className={i + 1 === now ? 'now' : undefined}>
                    {i + 1} 月
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map(row => (
                <Row key={row.quota.name} row={row} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th>当月到期</th>
                {data.months.map(({ due, met, overdue }, i) => (
                  <td
                    key={i}
                    className={i + 1 === now ? 'now' : undefined}
                    title={due > 0 ? `${i + 1} 月到期 ${due} 项，已完成 ${met} 项，逾期 ${overdue} 项` : undefined}
                  >
                    {due > 0 ? `${met}/${due}` : <span className="ink-4">—</span>}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {data.rows.length > 0 && (
        <p className="plan-key t12 ink-3">
          {(['met', 'overdue', 'open', 'coming'] as const).map(state => (
            <span key={state}>
              <i className={`plan-${state}`} />
              {planStates[state]}
            </span>
          ))}
        </p>
      )}
    </Card>
  )
}

function Row({ row: { quota, clauses, subjects, cells } }: { readonly row: PlanRow }) {
  const alone = quota.subjects === 'organizations' && subjects === 1
  const clause = clauses.find(c => c.clause !== null)?.clause
  return (
    <tr>
      <th scope="row" title={clause ? `${topics[topicOf(quota.topic)]}：${clause}` : undefined}>
        <Link to={`/quotas/${quota.name}`}>{quota.label}</Link>
        <span className="t12 ink-3">
          {spanLabels[quota.period]}
          {alone ? '' : `，${subjects} ${quota.subjects === 'people' ? '人' : '个'}`}
        </span>
      </th>
      {cells.map(cell => (
        <td key={cell.from} colSpan={cell.months[1] - cell.months[0] + 1} title={titleOf(cell, quota.unit)}>
          <span className={`plan-cell plan-${cell.state}`}>{alone ? aloneText(cell) : <Many cell={cell} />}</span>
        </td>
      ))}
    </tr>
  )
}

const isTopic = (topic: string): topic is keyof typeof topics => Object.hasOwn(topics, topic)
const topicOf = (topic: string) => (isTopic(topic) ? topic : 'life')

const titleOf = ({ label, due, met, done, target, state, until }: PlanCell, unit: string): string =>
  due === 0 ? `${label}：不要求` : `${label}：${planStates[state]}，应做 ${target} ${unit}，已做 ${done} ${unit}；${due} 个对象完成 ${met} 个，${until} 到期`

function aloneText({ state, done, target }: PlanCell) {
  if (state === 'none') return <span className="ink-4">—</span>
  if (state === 'met') return <Icon name="check" title="已完成" />
  if (state === 'overdue') return `欠 ${Math.round((target - done) * 100) / 100}`
  return done > 0 ? `${done}/${target}` : String(target)
}

const Many = ({ cell: { state, met, due } }: { readonly cell: PlanCell }) => (state === 'none' ? <span className="ink-4">—</span> : <>{`${met}/${due}`}</>)
