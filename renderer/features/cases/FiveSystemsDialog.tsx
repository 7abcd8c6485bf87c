import { useState } from 'react'
import { pathOf, records } from '../../../shared/domain/index.ts'
import { type LocalRequirement, localKinds, type ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { fiveSystems } from '../../../shared/procedures/five-systems.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { call } from '../../api/client.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Check } from '../../ui/Check.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Link } from '../../ui/Link.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

interface Props {
  readonly procedure: ProcedureName
  /** What the office has already. */
  readonly known: readonly LocalRequirement[]
  onDone(added: number): void
  onClose(): void
}

/** 五项制度: what it comes to beside the national steps, offered to be taken over; each can be changed afterwards. */
export function FiveSystemsDialog({ procedure, known, onDone, onClose }: Props) {
  const { today } = useScope()
  const steps = procedures[procedure].rules.at(-1)?.steps ?? []
  const has = (label: string, afterStep: string) => known.some(own => own.label === label && own.afterStep === afterStep)
  const offered = fiveSystems.items.filter(({ label, afterStep }) => !has(label, afterStep))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [startsOn, setStarts] = useState<string | null>(today)
  const [clause, setClause] = useState<string>(fiveSystems.clause)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const taken = offered.filter(({ label }) => !left.has(label))
  const perform = async () => {
    setBusy(true)
    setError(undefined)
    try {
      for (const { kind, label, afterStep, workingDays, system } of taken)
        await call('records.create', {
          type: 'localRequirement',
          draft: { procedure, kind, label, afterStep, withinDays: null, workingDays, clause: clause.trim(), startsOn, remark: system },
        })
      onDone(taken.length)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      size={720}
      title="按“五项制度”添加"
      sub="测评、预审、公示、票决、责任追究。国家细则已有的不重复，这里是在它之外的；添加后可以逐项改。"
      busy={busy}
      primary={{
        label: taken.length > 0 ? `添加 ${taken.length} 项` : '添加',
        disabled: taken.length === 0 || startsOn === null || clause.trim() === '',
        perform: () => void perform(),
      }}
      onClose={onClose}
    >
      <ErrorBanner error={error} />
      <div className="col" style={{ gap: 12 }}>
        <ul className="case-five">
          {fiveSystems.items.map(({ system, kind, label, afterStep, workingDays, beside }) => {
            const there = has(label, afterStep)
            const at = steps.find(({ key }) => key === afterStep)?.label ?? ''
            return (
              <li key={label}>
                <Check
                  checked={!there && !left.has(label)}
                  disabled={there}
                  label={
                    <span>
                      <b className="bold">{system}</b>　{label}
                    </span>
                  }
                  onChange={on => setLeft(new Set(on ? [...left].filter(other => other !== label) : [...left, label]))}
                />
                <p className="t12 ink-3">
                  {there
                    ? '已经有了'
                    : [
                        kind === 'step' ? `${localKinds.step}，在“${at}”之后` : `${localKinds.material}，属于“${at}”`,
                        workingDays === null ? '' : `不少于 ${workingDays} 个工作日`,
                        beside,
                      ]
                        .filter(Boolean)
                        .join('；')}
                </p>
              </li>
            )
          })}
          <li>
            <p className="t13">
              <b className="bold">{fiveSystems.register.system}</b>　
              <Link to={pathOf(fiveSystems.register.record)}>{records[fiveSystems.register.record].label}</Link>
            </p>
            <p className="t12 ink-3">{fiveSystems.register.words}</p>
          </li>
        </ul>
        <div className="form-grid">
          <Field label="依据" required help="有本单位文件的，写本单位的">
            <TextBox value={clause} maxLength={200} onChange={setClause} />
          </Field>
          <Field label="自何日起" required help="在办的卷宗从这天起列出">
            <DateBox value={startsOn} today={today} onChange={setStarts} />
          </Field>
        </div>
      </div>
    </Dialog>
  )
}
