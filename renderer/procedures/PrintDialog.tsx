import { useState } from 'react'
import type { FormName } from '../../shared/api/forms.ts'
import type { ProcedureName } from '../../shared/domain/procedure-case.ts'
import type { FormNeed } from '../../shared/forms/form.ts'
import { forms } from '../../shared/forms/index.ts'
import { boards } from '../../shared/procedures/boards.ts'
import { procedures } from '../../shared/procedures/index.ts'
import { isDay } from '../../shared/rules/days.ts'
import { useScope } from '../app/scope.tsx'
import { issueForm, type Way } from '../forms/issue.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { DateBox } from '../ui/DateBox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { SelectBox } from '../ui/SelectBox.tsx'

interface Props {
  readonly procedure: ProcedureName
  readonly caseIds: readonly string[]
  /** What the files are called after. */
  readonly scopeName: string
  onDone(text: string): void
  onClose(): void
}

/** The forms that the steps of a procedure are done on, in their order. */
export const stepForms = (procedure: ProcedureName): readonly FormName[] => [
  ...new Set(procedures[procedure].rules.at(-1)?.steps.flatMap(({ forms: own = [] }) => own)),
]
const needsOf = (form: FormName): readonly FormNeed[] => forms[form].needs

/** 打印步骤的表: one form for all that were chosen. A 公示 puts those who are posted together on one sheet. */
export function PrintDialog({ procedure, caseIds, scopeName, onDone, onClose }: Props) {
  const { today } = useScope()
  const offered = stepForms(procedure)
  const unit = boards[procedure].unit
  const [form, setForm] = useState<FormName | null>(null)
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const posted = form !== null && needsOf(form).includes('posted')
  const fault = startsOn !== null && !isDay(startsOn) ? '写成 2026-11-02 这样的日期' : undefined
  const issue = async (way: Way) => {
    if (form === null || (posted && fault !== undefined)) return
    setBusy(true)
    setError(null)
    try {
      const params = { caseIds: [...caseIds], ...(posted && startsOn !== null ? { startsOn } : {}) }
      const done = await issueForm(way, form, params, `${forms[form].label}（${scopeName}${caseIds.length} ${unit}）`)
      if (done) onDone(done.says)
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  const way = (label: string, of: Way) => ({ label, disabled: form === null || busy, perform: () => void issue(of) })
  return (
    <Dialog
      open
      title={`打印 ${caseIds.length} ${unit}的表`}
      sub="内容取自各自的卷宗，没有登记的留白。公示合成一张，起止或地点不同的各成一张。"
      busy={busy}
      others={[way('存为 Word', 'docx'), way('存为 PDF', 'pdf')]}
      primary={{ ...way('打印', 'print'), icon: 'print' }}
      onClose={onClose}
    >
      <ErrorBanner error={error} />
      <div className="col" style={{ gap: 12 }}>
        <Field label="表" required help={form === null ? undefined : forms[form].description}>
          <SelectBox
            value={form}
            autoFocus
            options={offered.map(name => ({ value: name, label: forms[name].label }))}
            onChange={value => setForm(offered.find(name => name === value) ?? null)}
          />
        </Field>
        {posted && (
          <Field label="公示开始日期" help="还没有登记公示的人用；空着则留给手写。截止日期按工作日推算" fault={fault}>
            <DateBox value={startsOn} today={today} onChange={setStartsOn} />
          </Field>
        )}
      </div>
    </Dialog>
  )
}
