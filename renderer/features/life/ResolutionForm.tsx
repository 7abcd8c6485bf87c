import { conclusions, type MeetingKind, resolution, votingMethods } from '../../../shared/domain/meeting.ts'
import { voteFaults, voteFindings } from '../../../shared/rules/votes.ts'
import { IconAction } from '../../ui/IconAction.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { ResolutionRow } from './held.ts'

interface Props {
  readonly kind: MeetingKind
  readonly row: ResolutionRow
  readonly number: number
  readonly mayWrite: boolean
  /** It was just added: the keyboard begins in it. */
  readonly begins: boolean
  onChange(row: ResolutionRow): void
  onRemove(): void
}

const figures = ['voters', 'present', 'agree', 'against', 'abstain'] as const
const shortLabels = { voters: '应到有表决权', present: '实到有表决权', agree: '赞成', against: '不赞成', abstain: '弃权' } as const

const methodOf = (value: string | null) => (value === 'oral' || value === 'hands' || value === 'secret' ? value : null)
const conclusionOf = (value: string | null) => (value === 'passed' || value === 'rejected' || value === 'deferred' ? value : null)

/** One resolution, and what its figures come to under the clause. */
export function ResolutionForm({ kind, row, number, mayWrite, begins, onChange, onRemove }: Props) {
  const set = (change: Partial<ResolutionRow>) => onChange({ ...row, ...change })
  const faults = voteFaults(row)
  return (
    <section className="resolution" aria-label={`决议第 ${number} 项`}>
      <span className="resolution-number">{number}</span>
      <div className="resolution-body">
        <div className="resolution-top">
          <Field label={resolution.fields.item.label} required>
            <TextBox value={row.item} maxLength={200} disabled={!mayWrite} autoFocus={begins} onChange={item => set({ item })} />
          </Field>
          <Field label={resolution.fields.method.label}>
            <SelectBox
              value={row.method}
              options={optionsOf(votingMethods)}
              none="未填"
              disabled={!mayWrite}
              onChange={value => set({ method: methodOf(value) })}
            />
          </Field>
          <Field label={resolution.fields.conclusion.label}>
            <SelectBox
              value={row.conclusion}
              options={optionsOf(conclusions)}
              none="未填"
              disabled={!mayWrite}
              onChange={value => set({ conclusion: conclusionOf(value) })}
            />
          </Field>
        </div>
        <Field label={resolution.fields.decision.label}>
          <TextBox value={row.decision ?? ''} lines={2} maxLength={4000} disabled={!mayWrite} onChange={decision => set({ decision })} />
        </Field>
        <div className="resolution-votes">
          {figures.map(key => (
            <Field key={key} label={shortLabels[key]} fault={faults.find(f => f.field === key)?.message}>
              <NumberBox value={row[key]} disabled={!mayWrite} onChange={value => set({ [key]: value })} />
            </Field>
          ))}
        </div>
        <ul className="findings" aria-label="核对">
          {faults.length === 0 &&
            voteFindings(kind, row).map(({ code, tone, message, clause }) => (
              <li key={code}>
                <StatusChip
                  tone={tone === 'good' ? 'met' : tone === 'warn' ? 'short' : 'plain'}
                  {...(tone === 'warn' ? { icon: 'warn' as const } : {})}
                  word={message}
                />
                {clause && <span className="clause">{clause}</span>}
              </li>
            ))}
        </ul>
      </div>
      {mayWrite && <IconAction icon="cross" title={`去掉第 ${number} 项决议`} onClick={onRemove} />}
    </section>
  )
}
