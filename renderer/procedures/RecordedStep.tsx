import type { CaseStep } from '../../shared/domain/procedure-case.ts'
import { daysText, factsOf } from '../../shared/procedures/said.ts'
import { Button } from '../ui/Button.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { Link } from '../ui/Link.tsx'
import type { Over } from './CaseOver.tsx'
import type { StepShown } from './words.ts'

interface Props {
  readonly step: StepShown
  readonly record: CaseStep
  readonly editable: boolean
  /** It ended the case: withdrawn, the case is open again. */
  readonly ends: boolean
  onEdit(): void
  onOver(over: Over): void
}

/** One time that a step was done, with what can be done about it. */
export function RecordedStep({ step, record, editable, ends, onEdit, onOver }: Props) {
  return (
    <div className="case-record">
      <div className="row">
        <b>{daysText(record)}</b>
        <span className="space" />
        {editable && (
          <Button small icon="edit" onClick={onEdit}>
            修改
          </Button>
        )}
        {(editable || ends) && (
          <Button small kind="danger" icon="undo" onClick={() => onOver({ what: 'withdraw', record, label: step.label })}>
            撤回
          </Button>
        )}
        <IconAction
          icon="clock"
          title="查看历史"
          size={14}
          onClick={() => onOver({ what: 'history', type: 'caseStep', id: record.id, title: `“${step.label}”` })}
        />
      </div>
      <dl>
        {factsOf(step, record).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {record.ballotId !== null && (
          <div>
            <dt>票决</dt>
            <dd>
              <Link to={`/ballots/${record.ballotId}/result`}>看计票结果</Link>
            </dd>
          </div>
        )}
      </dl>
    </div>
  )
}
