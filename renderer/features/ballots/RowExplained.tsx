import type { BallotKind } from '../../../shared/ballots/kind.ts'
import type { Plan, PlannedItem } from '../../../shared/rules/ballot-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Findings } from './Findings.tsx'
import type { Result, ResultRow } from './proposals.ts'
import type { ResultLine } from './result-columns.tsx'
import type { BallotReply } from './use-counting.ts'

interface Props {
  readonly kind: BallotKind
  readonly plan: Plan
  readonly line: ResultLine
  readonly groups: Result['groups']
  readonly entry: BallotReply['rows'][number] | undefined
  readonly editable: boolean
  /** How many 后续措施 are on file of this ballot and person; null where none are asked for. */
  readonly followUps: number | null
  onEdit(): void
  onFollowUp(): void
}

/** One row explained: its votes by group, what the rules say of them, what else is known, and what was concluded. */
export function RowExplained({ kind, plan, line, groups, entry, editable, followUps, onEdit, onFollowUp }: Props) {
  const { row, result } = line
  const decision = entry?.decision
  const notes = [
    ['理由', decision?.reason],
    ['奖惩建议', decision?.advice],
    ['个人自评', decision?.selfNote],
    ['党员互评', decision?.mutualNote],
    ['反馈本人', decision?.toldOn],
  ] as const
  const facts = entry?.facts ?? []
  return (
    <Card
      title={row.name}
      note={[row.section, row.post].filter(Boolean).join(' · ')}
      actions={
        editable && line.grade !== null ? (
          <Button small icon="edit" title="自评、互评、建议和反馈 Alt E" onClick={onEdit}>
            评定内容
          </Button>
        ) : null
      }
    >
      <div className="row-explained">
        {plan.items.length > 1 || groups.length > 1 ? <ByGroup plan={plan} result={result} groups={groups} /> : null}
        <Findings findings={result.findings} />
        {facts.length > 0 && (
          <dl className="row-facts">
            {facts.map(fact => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd className={fact.tone === 'short' ? 'tone-short' : ''}>{fact.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {notes.some(([, text]) => text) && (
          <dl className="row-notes">
            {notes.map(
              ([label, text]) =>
                text && (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{text}</dd>
                  </div>
                ),
            )}
          </dl>
        )}
        {followUps !== null && (
          <p className="follow-up">
            {followUps > 0 ? `已登记后续措施 ${followUps} 项` : '还没有登记后续措施'}
            <span className="space" />
            {editable && (
              <Button small icon="plus" onClick={onFollowUp}>
                登记后续措施
              </Button>
            )}
          </p>
        )}
        {kind.decision.grades.length > 0 && line.grade === null && <p className="t12 ink-3">评定由党组织研究作出，可与得票不同，不同的写明理由。</p>}
      </div>
    </Card>
  )
}

function ByGroup({ plan, result, groups }: { readonly plan: Plan; readonly result: ResultRow; readonly groups: Result['groups'] }) {
  const shown = groups.flatMap(group => {
    const figures = result.groups[group.code]
    return figures && groups.length > 1 ? [{ label: group.label, figures }] : []
  })
  const all = [...shown, { label: groups.length > 1 ? '合计' : '', figures: result.total }]
  return (
    <table className="by-group">
      <thead>
        <tr>
          <th>项目</th>
          {all.map(({ label, figures }) => (
            <th key={label}>
              {label}
              <span className="ink-3">{figures.valid} 张</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.items.map(item => (
          <tr key={item.key}>
            <td>{item.label}</td>
            {all.map(({ label, figures }) => (
              <td key={label}>{saysOf(item, figures)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 16 / 4 / 0 / 0 in the order of the options; 8.52 where it is scored. */
function saysOf(item: PlannedItem, figures: ResultRow['total']): string {
  if (item.points !== null) return figures.means[item.key]?.toFixed(2) ?? '—'
  return item.options.map(option => figures.votes[item.key]?.[option.key] ?? 0).join(' / ')
}
