import type { FormName } from '../../../shared/api/forms.ts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { call } from '../../api/client.ts'
import { useScope } from '../../app/scope.tsx'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { type Asking, type BallotChoice, ballotChoices, type CopiesChoice, copiesChoices } from './asking.ts'

interface Props {
  readonly asking: Asking
  readonly form: FormName
  onChange(change: Partial<Asking>): void
}

const segments = <K extends string>(words: Readonly<Record<K, string>>, keys: readonly K[]) => keys.map(value => ({ value, label: words[value] }))

/** Of which ballots: a whole round, or one of them; and how many papers. */
export function BallotOptions({ form, asking, onChange }: Props) {
  return (
    <>
      <div className="field">
        <span className="ink-2">测评</span>
        <Segmented label="测评" value={asking.of} options={segments<BallotChoice>(ballotChoices, ['round', 'ballot'])} onChange={of => onChange({ of })} />
      </div>
      {asking.of === 'round' ? <RoundBox form={form} asking={asking} onChange={onChange} /> : <BallotBox form={form} asking={asking} onChange={onChange} />}
      {form === 'ballotPaper' && (
        <div className="field">
          <span className="ink-2">份数</span>
          <Segmented
            label="份数"
            value={asking.copies}
            options={segments<CopiesChoice>(copiesChoices, ['one', 'voters'])}
            onChange={chosen => onChange({ copies: chosen })}
          />
          <div className="field-note">{asking.copies === 'one' ? '每种票一份，用来复印' : '每种票按应参加人数印足'}</div>
        </div>
      )}
      {form === 'ballotPaper' && <Check checked={asking.summary} label="连同结果汇总表一起印（没有封票的留空）" onChange={summary => onChange({ summary })} />}
    </>
  )
}

/** Of the year, and of the kind that the form is for. */
const filtersOf = (form: FormName, year: number) => [
  { field: 'year', op: 'is' as const, value: year },
  ...(form === 'appraisalRecord' ? [{ field: 'kind', op: 'is' as const, value: 'memberAppraisal' }] : []),
]
const word = (value: unknown): string => (typeof value === 'string' ? value : '')
const kindLabels: Readonly<Record<string, string>> = ballotKinds

function RoundBox({ form, asking, onChange }: Props) {
  const { year, name } = useScope()
  const load = async (text: string): Promise<readonly Picked[]> => {
    const { rows } = await call('records.list', { type: 'ballotRound', search: text.trim() || undefined, filters: filtersOf(form, year), limit: 30 })
    return rows.map(row => ({ id: word(row['id']), title: word(row['name']), detail: kindLabels[word(row['kind'])] ?? '' }))
  }
  return (
    <Field label="轮次" required help={`${year} 年的轮次；只印${name}和以下党组织的`}>
      <PickBox key={year} value={asking.round} load={load} placeholder="轮次名称" onChange={round => onChange({ round })} />
    </Field>
  )
}

function BallotBox({ form, asking, onChange }: Props) {
  const { year, organizationId } = useScope()
  const load = async (text: string): Promise<readonly Picked[]> => {
    const found = await call('records.list', { type: 'ballot', search: text.trim() || undefined, filters: filtersOf(form, year), organizationId, limit: 30 })
    return found.rows.map(row => {
      const day = word(row['heldOn'])
      const detail = [found.titles[word(row['organizationId'])], day && longDay(day)].filter(Boolean).join('　')
      return { id: word(row['id']), title: word(row['name']), detail }
    })
  }
  return (
    <Field label="测评" required help={`${year} 年的测评、表决、推荐和选举`}>
      <PickBox key={`${year} ${organizationId}`} value={asking.ballot} load={load} placeholder="名称" onChange={ballot => onChange({ ballot })} />
    </Field>
  )
}
