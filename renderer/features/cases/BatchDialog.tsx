import { useState } from 'react'
import { useCommand } from '../../api/command.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { faultOf, useStepForm } from '../../procedures/step-form.ts'
import { StepFields } from '../../procedures/StepFields.tsx'

interface Props {
  readonly caseIds: readonly string[]
  onDone(recorded: number, label: string, remarks: number): void
  onClose(): void
}

/** 登记同一步, of those that all of these cases have by the rules each goes by: one posting, one class, one meeting for several cases. Whoever it does not fit is recorded all the same, with a remark. */
export function BatchDialog({ caseIds, onDone, onClose }: Props) {
  const { today } = useScope()
  const { data, error } = useQuery('case.stepsOf', { caseIds: [...caseIds] }, { keep: false })
  const steps = data?.steps ?? []
  const partly = data?.partly ?? []
  const record = useCommand('case.record')
  const form = useStepForm(caseIds[0] ?? '', '', undefined, undefined, today)
  const [key, setKey] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const step = steps.find(found => found.key === key)
  const fault = step && faultOf(step, form.values)
  const options = steps.map(({ key: value, no, label, local, open }) => ({
    value,
    label: `${no ?? ''} ${label}${local ? '（本单位）' : ''}${open > 0 ? `　${open} 人可办` : ''}`.trim(),
  }))
  const choose = (next: string | null) => {
    const chosen = steps.find(found => found.key === next)
    if (!chosen) return
    setKey(next)
    setTried(false)
    form.restart({ ...form.values, step: next, startedOn: null, doneOn: chosen.lasts ? null : today, result: null })
  }
  const perform = () => {
    setTried(true)
    const draft = form.submit()
    if (!step || !draft || fault) return
    record.mutate(
      { caseIds: [...caseIds], step: step.key, draft },
      { onSuccess: ({ recorded, remarks }) => onDone(recorded, step.label, remarks.length), onError: form.refuse },
    )
  }
  return (
    <Dialog
      open
      size={720}
      title={`为 ${caseIds.length} 人登记同一步`}
      sub="内容相同的一次填完：一次公示、一期培训班、一次支部大会。次序或日期不合的照样登记，卷宗里写明提示。"
      busy={record.isPending}
      primary={{ label: `登记 ${caseIds.length} 人`, disabled: !step, perform }}
      onClose={onClose}
    >
      <ErrorBanner error={record.error ?? error} />
      <div className="col" style={{ gap: 12 }}>
        <Field label="步骤" required help={partly.length > 0 ? `所选的人不都有的步骤不列：${partly.join('、')}` : undefined}>
          <SelectBox value={key} options={options} autoFocus onChange={choose} />
        </Field>
        {step && <StepFields key={key} form={form} asked={step} today={today} fault={tried ? fault : undefined} />}
      </div>
    </Dialog>
  )
}
