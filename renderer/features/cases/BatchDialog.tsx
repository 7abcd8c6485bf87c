import { useState } from 'react'
import type { ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { type Asked, askedOf } from '../../../shared/procedures/asked.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { faultOf, useStepForm } from './step-form.ts'
import { StepFields } from './StepFields.tsx'
import { useSteps } from './use-steps.ts'

interface Props {
  readonly procedure: ProcedureName
  readonly caseIds: readonly string[]
  onDone(recorded: number, label: string, remarks: number): void
  onClose(): void
}

/** 登记同一步: one posting, one class, one meeting for several cases. Whoever it does not fit is recorded all the same, with a remark. */
export function BatchDialog({ procedure, caseIds, onDone, onClose }: Props) {
  const { steps, error } = useSteps(procedure)
  const [key, setKey] = useState<string | null>(null)
  const step = steps.find(found => found.key === key)
  const options = steps.map(({ key: value, no, label, local }) => ({
    value,
    label: `${no === undefined ? '　' : no} ${label}${local ? '（本单位）' : ''}`,
  }))
  const choose = (
    <Field label="步骤" required>
      <SelectBox value={key} options={options} autoFocus={key === null} onChange={setKey} />
    </Field>
  )
  const frame = { caseIds, choose, onDone, onClose }
  if (step) return <Asking key={step.key} {...frame} step={step.key} label={step.label} asked={askedOf(step)} />
  return (
    <Dialog open size={720} {...titles(caseIds)} primary={{ label: '登记', disabled: true, perform: () => undefined }} onClose={onClose}>
      <ErrorBanner error={error} />
      {choose}
    </Dialog>
  )
}

const titles = (ids: readonly string[]) => ({
  title: `为 ${ids.length} 人登记同一步`,
  sub: '内容相同的一次填完：一次公示、一期培训班、一次支部大会。次序或日期不合的照样登记，卷宗里写明提示。',
})

interface AskingProps extends Pick<Props, 'caseIds' | 'onDone' | 'onClose'> {
  readonly choose: React.ReactNode
  readonly step: string
  readonly label: string
  readonly asked: Asked
}

function Asking({ caseIds, choose, step, label, asked, onDone, onClose }: AskingProps) {
  const { today } = useScope()
  const record = useCommand('case.record')
  const form = useStepForm(caseIds[0] ?? '', step, asked, undefined, today)
  const [tried, setTried] = useState(false)
  const fault = faultOf(asked, form.values)
  const perform = () => {
    setTried(true)
    const draft = form.submit()
    if (!draft || fault) return
    record.mutate(
      { caseIds: [...caseIds], step, draft },
      { onSuccess: ({ recorded, remarks }) => onDone(recorded, label, remarks.length), onError: form.refuse },
    )
  }
  return (
    <Dialog open size={720} {...titles(caseIds)} busy={record.isPending} primary={{ label: `登记 ${caseIds.length} 人`, perform }} onClose={onClose}>
      <ErrorBanner error={record.error} />
      <div className="col" style={{ gap: 12 }}>
        {choose}
        <StepFields form={form} asked={asked} today={today} fault={tried ? fault : undefined} />
      </div>
    </Dialog>
  )
}
