import { useState } from 'react'
import { closingFaults, type Count } from '../../../shared/rules/ballot-checks.ts'
import { useSession } from '../../app/session.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Tellers } from './count-content.ts'
import { TellerFields, trimmed } from './TellersDialog.tsx'

interface Props {
  readonly count: Count
  readonly tellers: Tellers
  readonly heldOn: string | null
  /** What does not agree, whoever signs. */
  readonly faults: readonly string[]
  readonly busy: boolean
  readonly error: unknown
  onConfirm(tellers: Tellers, closedOn: string): void
  onClose(): void
}

/** So many faults are read; more are counted. */
const faultsShown = 8

/** 封票: what does not agree is said and keeps it from being closed; otherwise those who counted sign with their names. */
export function CloseDialog({ count, tellers, heldOn, faults, busy, error, onConfirm, onClose }: Props) {
  const { today } = useSession()
  const [names, setNames] = useState(tellers)
  const [closedOn, setClosedOn] = useState<string | null>(heldOn !== null && heldOn <= today ? heldOn : today)
  if (faults.length > 0) {
    return (
      <Dialog open title="还不能封票" sub={`${faults.length} 处不符或没有录完。录入的都已保留。`} onClose={onClose}>
        <ul className="closing-faults">
          {faults.slice(0, faultsShown).map(fault => (
            <li key={fault}>
              <Icon name="warn" size={14} className="tone-short" />
              {fault}
            </li>
          ))}
          {faults.length > faultsShown && <li className="ink-3">另有 {faults.length - faultsShown} 处</li>}
        </ul>
      </Dialog>
    )
  }
  const given = trimmed(names)
  const wrong = closingFaults(count, given)
  const asked = given.first !== null && given.second !== null && given.scrutineer !== null
  const returned = count.returns.reduce((sum, line) => sum + (line.returned ?? 0), 0)
  const valid = count.returns.reduce((sum, line) => sum + (line.valid ?? 0), 0)
  return (
    <Dialog
      open
      title="封票并签名"
      sub="封票后不能再改；有错要写明原因更正，两次计票都保留。"
      busy={busy}
      primary={{ label: '封票', icon: 'lock', disabled: wrong.length > 0 || closedOn === null, perform: () => closedOn !== null && onConfirm(given, closedOn) }}
      onClose={onClose}
    >
      <ErrorBanner error={error} />
      <dl className="consequences">
        <div>
          <dt>票数</dt>
          <dd>
            收回 {returned} 张，有效 {valid} 张，{count.rows.length} 行全部相符
          </dd>
        </div>
        <div>
          <dt>签名</dt>
          <dd>{asked ? `计票人 ${given.first}、${given.second}，监票人 ${given.scrutineer}` : '在下面填写计票人和监票人'}</dd>
        </div>
      </dl>
      <div style={{ marginTop: 16 }}>
        <TellerFields tellers={names} onChange={setNames} />
      </div>
      <div className="closing-day">
        <Field label="封票日期" required>
          <DateBox value={closedOn} today={today} onChange={setClosedOn} />
        </Field>
      </div>
      {asked && wrong.length > 0 && (
        <p className="field-note bad" role="alert">
          {wrong[0]}
        </p>
      )}
    </Dialog>
  )
}
