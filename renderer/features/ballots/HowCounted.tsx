import type { BallotKind } from '../../../shared/ballots/kind.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import { percentText } from '../../ballots/words.ts'
import { Card } from '../../ui/Card.tsx'
import { Findings } from './Findings.tsx'
import type { Result } from './proposals.ts'

/** 怎样算的: the papers of each group, what was made of them, and what holds for the ballot as a whole. */
export function HowCounted({ result, kind, plan }: { readonly result: Result; readonly kind: BallotKind; readonly plan: Plan }) {
  const { groups, findings } = result
  const scored = plan.items.some(item => item.points !== null)
  const weighted = groups.filter(group => group.weight > 0).length > 1
  const byWeight = result.rows.some(row => row.weighted !== null)
  const hidden = groups.filter(group => group.hidden)
  return (
    <Card title="怎样算的" note={`${result.closedOn} 封票`}>
      <table className="how-counted">
        <thead>
          <tr>
            <th>{groups.length > 1 ? '类别' : ''}</th>
            {weighted && <th>权重</th>}
            <th>发出</th>
            <th>收回</th>
            <th>有效</th>
            <th>无效</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <tr key={group.code}>
              <td>{group.label}</td>
              {weighted && <td>{group.weight}%</td>}
              <td>{group.issued}</td>
              <td>{group.returned}</td>
              <td>{group.valid}</td>
              <td>{group.invalid}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="rules-said">
        <li>
          {scored
            ? '得分：各项平均分之和，平均按打了分的票计。'
            : byWeight
              ? '票数：各类合计。百分比：各类的得票率按权重合成，保留一位小数。'
              : '百分比：得票除以有效票，保留一位小数。'}
        </li>
        {weighted && scored && <li>各类的平均分按权重合成。</li>}
        {kind.ranked !== 'none' && <li>{kind.ranked === 'score' ? '名次按得分，同分同名次。' : '名次按得票，同票同名次。'}</li>}
        {groups.map(
          group =>
            group.eligible !== null &&
            group.eligible > 0 && (
              <li key={group.code}>
                {groups.length > 1 ? `${group.label}：` : ''}应参加 {group.eligible} 人，收回 {group.returned} 张，{percentText(group.returned, group.eligible)}
                。
              </li>
            ),
        )}
        {hidden.length > 0 && <li>{hidden.map(group => group.label).join('、')}不足 3 张票或可由其他类推出，只并入合计，不单独显示。</li>}
      </ul>
      <Findings findings={findings} />
    </Card>
  )
}
