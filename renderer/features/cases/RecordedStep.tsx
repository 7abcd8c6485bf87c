import type { CaseStep } from '../../../shared/domain/procedure-case.ts'
import type { Asked } from '../../../shared/procedures/asked.ts'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Link } from '../../ui/Link.tsx'
import type { Over } from './CaseOver.tsx'
import { type StepShown, votesText } from './words.ts'

interface Props {
  readonly step: StepShown
  readonly record: CaseStep
  readonly editable: boolean
  onEdit(): void
  onOver(over: Over): void
}

/** 2026-11-02 至 2026-11-09, or that it has begun. */
export function daysText({ startedOn, doneOn }: CaseStep): string {
  if (doneOn === null) return startedOn === null ? '' : `${startedOn} 开始，还没有结束`
  return startedOn === null || startedOn === doneOn ? doneOn : `${startedOn} 至 ${doneOn}`
}

/** What was put down under the names that the step gives it. */
export function factsOf({ asks, results }: Asked, record: CaseStep): readonly (readonly [label: string, value: string])[] {
  const labelOf = (kind: string, otherwise: string) => asks.find(ask => ask.kind === kind)?.label ?? otherwise
  const result = results.find(({ key }) => key === record.result)?.label ?? record.result ?? ''
  const all = [
    ['结果', results.length > 1 ? result : ''],
    [labelOf('people', '办理人'), record.people ?? ''],
    [labelOf('number', '文号'), record.number ?? ''],
    [labelOf('place', '地点'), record.place ?? ''],
    [labelOf('hours', '学时'), record.hours === null ? '' : `${record.hours} 学时`],
    ['表决', votesText(record)],
    [labelOf('opinion', '意见和情况'), record.opinion ?? ''],
    ['延长至', record.extendedTo ?? ''],
    ['延长的理由', record.extension ?? ''],
  ] as const
  return all.filter(([, value]) => value !== '')
}

/** One time that a step was done, with what can be done about it. */
export function RecordedStep({ step, record, editable, onEdit, onOver }: Props) {
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
        {editable && (
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
