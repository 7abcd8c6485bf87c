import type { CaseStep, ProcedureCase } from '../../shared/domain/procedure-case.ts'
import { endOf } from '../../shared/procedures/follows.ts'
import { stepStates } from '../../shared/rules/procedure.ts'
import { useScope } from '../app/scope.tsx'
import { useSession } from '../app/session.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusChip } from '../ui/StatusChip.tsx'
import type { Over } from './CaseOver.tsx'
import { Materials } from './Materials.tsx'
import { RecordedStep } from './RecordedStep.tsx'
import { StepForms } from './StepForms.tsx'
import { StepForm } from './StepForm.tsx'
import type { CaseData } from './use-case.ts'
import { standLong, stepLooks, type StepShown } from './words.ts'

/** A case that this step has ended, and nothing since. */
const hasEnded = ({ procedure, closedOn, outcome, voidedAt }: ProcedureCase, found: CaseStep): boolean =>
  voidedAt === null && closedOn !== null && outcome !== null && endOf(procedure, found) === outcome

interface Props {
  readonly data: CaseData
  readonly step: StepShown
  readonly editable: boolean
  /** The record that is being changed; `new` for one more. */
  readonly editing: string | undefined
  onEdit(id: string): void
  onDirty(dirty: boolean): void
  onOver(over: Over): void
  onDone(text: string): void
  onStop(): void
}

/** The chosen step: when and why, its materials, what was done of it, and what is not in order. */
export function StepCard({ data, step, editable, editing, onEdit, onDirty, onOver, onDone, onStop }: Props) {
  const { today } = useScope()
  const { mayWrite } = useSession()
  const { tone, icon } = stepLooks[step.state]
  const kept = data.records.filter(found => found.step === step.key && found.voidedAt === null && found.turn >= step.since)
  const why = step.why ?? step.clause
  return (
    <section className={editing === undefined ? 'card case-card' : 'card case-card filling'} aria-label={step.label}>
      <header className="case-head">
        <div className="row">
          <h2>{step.label}</h2>
          <StatusChip tone={tone} icon={icon} word={stepStates[step.state]} />
          {step.provisional.length > 0 && <StatusChip tone="provisional" word={`暂算，缺 ${step.provisional.join('、')} 年放假通知`} />}
          <span className="space" />
          <span className="t12 ink-3">
            {[step.no === null ? (step.local ? '本单位要求' : '') : `第 ${step.no} 步`, step.actor].filter(Boolean).join(' · ')}
          </span>
        </div>
        <p className="t13">
          {standLong(step, today)}
          {step.lasts !== null && <span className="ink-3">　{step.lasts}</span>}
        </p>
        {why !== null && <p className="clause">{why}</p>}
        <StepForms data={data} step={step} />
      </header>
      <div className="case-body">
        <Materials data={data} step={step} editable={editable} onOver={onOver} />
        <div className="case-work">
          {editing === undefined && step.remarks.length > 0 && (
            <div className="case-part">
              <h3>提示</h3>
              <ul className="case-remarks">
                {step.remarks.map(({ message, clause }) => (
                  <li key={message}>
                    <Icon name="clock" size={14} />
                    <div>
                      {message}
                      {clause !== null && <small>{clause}</small>}
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="case-part">
            <h3>办理情况</h3>
            {editing !== undefined ? (
              <StepForm
                key={`${step.key} ${editing}`}
                caseId={data.record.id}
                personId={data.record.personId}
                step={step}
                record={kept.find(({ id }) => id === editing)}
                onDirty={onDirty}
                onDone={onDone}
                onStop={onStop}
              />
            ) : kept.length === 0 ? (
              <EmptyState
                icon="edit"
                title={step.state === 'off' ? '这个卷宗不经过这一步。' : '还没有登记。'}
                action={
                  editable &&
                  step.state !== 'off' && (
                    <Button small icon="plus" onClick={() => onEdit('new')}>
                      登记
                    </Button>
                  )
                }
              >
                {editable && step.state !== 'off' ? '在左边选中步骤按 Enter 也可以。' : ''}
              </EmptyState>
            ) : (
              kept.map(found => (
                <RecordedStep
                  key={found.id}
                  step={step}
                  record={found}
                  editable={editable}
                  ends={mayWrite && hasEnded(data.record, found)}
                  onEdit={() => onEdit(found.id)}
                  onOver={onOver}
                />
              ))
            )}
          </div>
        </div>
      </div>
    </section>
  )
}
