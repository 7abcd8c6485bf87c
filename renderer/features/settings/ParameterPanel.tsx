import type { Parameter } from '../../../shared/domain/parameter.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useNarrow } from '../../ui/SidePanel.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { BasisChip } from './BasisChip.tsx'
import type { Change } from './ParameterDialog.tsx'
import { groupNotes, labelOf, meaningOf, type Period, periodsOf, presetOf, valueText } from './parameters.ts'

interface Props {
  readonly name: string
  /** Living and voided. */
  readonly records: readonly Parameter[]
  readonly mayWrite: boolean
  onChange(change: Change): void
}

/** One parameter: the number in force, and its values from the first day to the last. */
export function ParameterPanel({ name, records, mayWrite, onChange }: Props) {
  const session = useSession()
  const { today } = session
  // As a drawer the panel has its name on top already.
  const narrow = useNarrow()
  const periods = periodsOf(records, name, today)
  const current = periods.find(p => p.standing === 'current')?.record
  const preset = presetOf(session.preset, name, current, today)
  return (
    <div className="parameter-panel">
      <div className="section">
        {!narrow && <h3>{labelOf(name)}</h3>}
        <p className="parameter-value">
          <b>{valueText(name, current?.value)}</b>
          {current ? <span>自 {current.startsOn} 起</span> : <span>没有现行的值，不起作用</span>}
        </p>
        {current?.clause && (
          <blockquote>
            {current.clause}
            {current.basis === 'unverified' && '（待核）'}
          </blockquote>
        )}
        {current?.remark && <p className="t13 ink-2">{current.remark}</p>}
        <p className="t12 ink-3">{groupNotes[meaningOf(name).group]}</p>
        {preset && (
          <p className="t13 ink-2">
            预置为 {valueText(name, preset.value)}
            {preset.clause && `（${preset.clause}）`}
            {mayWrite && (
              <button type="button" className="link" style={{ marginLeft: 8 }} onClick={() => onChange({ way: 'new', like: preset })}>
                恢复预置…
              </button>
            )}
          </p>
        )}
        {mayWrite && (
          <Button kind="primary" icon="edit" keys="N" onClick={() => onChange({ way: 'new' })}>
            从某日起改为…
          </Button>
        )}
      </div>
      <div className="section parameter-history">
        <h4>历次的值</h4>
        {periods.length === 0 && (
          <EmptyState icon="clock" title="还没有设过值">
            设一个值和起用日，写明依据。
          </EmptyState>
        )}
        <ol>
          {periods.map(period => (
            <PeriodItem key={period.record.id} name={name} period={period} mayWrite={mayWrite} onChange={onChange} />
          ))}
        </ol>
      </div>
    </div>
  )
}

function PeriodItem({
  name,
  period,
  mayWrite,
  onChange,
}: {
  readonly name: string
  readonly period: Period
  readonly mayWrite: boolean
  onChange(change: Change): void
}) {
  const { record, standing, until } = period
  return (
    <li className={standing}>
      <div className="row">
        <b>{valueText(name, record.value)}</b>
        {standing === 'current' && <StatusChip tone="met" word="现行" />}
        {standing === 'coming' && <StatusChip tone="near" word="未到" />}
        {standing === 'voided' && <StatusChip tone="exempt" word="已作废" />}
        <span className="space" />
        {mayWrite && standing !== 'voided' && (
          <>
            <button type="button" className="link t12" onClick={() => onChange({ way: 'correct', record })}>
              改错
            </button>
            <button type="button" className="link red t12" onClick={() => onChange({ way: 'void', record })}>
              作废
            </button>
          </>
        )}
      </div>
      <div className="row t12 ink-3">
        <span>
          {record.startsOn} 起{until && `，至 ${until}`}
        </span>
        <BasisChip basis={record.basis} />
      </div>
      <div className="t12 ink-2">{record.clause ?? '没有写依据'}</div>
      {standing === 'voided' && record.voidReason && <div className="t12 ink-3">作废理由：{record.voidReason}</div>}
    </li>
  )
}
