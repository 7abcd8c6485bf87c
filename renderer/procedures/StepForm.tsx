import { useEffect, useState } from 'react'
import type { CaseStep } from '../../shared/domain/procedure-case.ts'
import { useCommand } from '../api/command.ts'
import { useScope } from '../app/scope.tsx'
import { useActions } from '../app/shortcuts.ts'
import { useUnsaved } from '../app/unsaved.tsx'
import { LeaveDialog } from '../records/LeaveDialog.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { BallotOfStep } from './BallotOfStep.tsx'
import { FromBallot } from './FromBallot.tsx'
import { FromStudy } from './FromStudy.tsx'
import { faultOf, useStepForm } from './step-form.ts'
import { StepFields } from './StepFields.tsx'
import type { StepShown } from './words.ts'

interface Props {
  readonly caseId: string
  readonly personId: string | null
  readonly step: StepShown
  /** What is changed; something new without it. */
  readonly record: CaseStep | undefined
  onDirty(dirty: boolean): void
  onDone(text: string): void
  onStop(): void
}

/** Puts down a step, or changes what was put down. Ctrl S saves, Esc leaves it. */
export function StepForm({ caseId, personId, step, record, onDirty, onDone, onStop }: Props) {
  const { today } = useScope()
  const form = useStepForm(caseId, step.key, step, record, today)
  const create = useCommand('case.record')
  const change = useCommand('case.change')
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const settle = useUnsaved(form.dirty)
  const fault = faultOf(step, form.values)
  const busy = create.isPending || change.isPending
  useEffect(() => onDirty(form.dirty), [form.dirty, onDirty])

  const save = () => {
    setTried(true)
    const draft = form.submit()
    if (!draft || fault !== undefined || busy) return
    const heard = (remarks: number) => {
      settle()
      onDone(`已${record ? '改' : '登记'}“${step.label}”${remarks > 0 ? `，有 ${remarks} 条提示` : ''}`)
    }
    if (record) change.mutate({ stepId: record.id, version: record.version, draft }, { onSuccess: reply => heard(reply.remarks.length), onError: form.refuse })
    else create.mutate({ caseIds: [caseId], step: step.key, draft }, { onSuccess: reply => heard(reply.remarks.length), onError: form.refuse })
  }
  const leave = () => {
    settle()
    onStop()
  }
  useActions([
    { name: '保存这一步', keys: 'Ctrl S', typing: true, perform: save },
    { name: '不登记了', keys: 'Escape', typing: true, perform: () => (form.dirty ? setLeaving(true) : leave()) },
  ])
  return (
    <div className="case-form">
      <ErrorBanner error={create.error ?? change.error} />
      <StepFields form={form} asked={step} today={today} fault={tried ? fault : undefined} />
      {personId !== null && step.asks.some(({ kind }) => kind === 'hours') && <FromStudy personId={personId} form={form} />}
      {step.vote !== null &&
        (personId === null ? <BallotOfStep kind={step.vote} form={form} /> : <FromBallot personId={personId} kind={step.vote} form={form} />)}
      <div className="row">
        <span className="space" />
        <Button keys="Esc" onClick={() => (form.dirty ? setLeaving(true) : leave())}>
          取消
        </Button>
        <Button kind="primary" keys="Ctrl S" disabled={busy || (record !== undefined && !form.dirty)} onClick={save}>
          保存
        </Button>
      </div>
      <LeaveDialog open={leaving} editing={record !== undefined} changed={form.changed.length} onLeave={leave} onStay={() => setLeaving(false)} />
    </div>
  )
}
