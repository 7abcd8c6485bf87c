import { useId } from 'react'
import type { Asked } from '../../shared/procedures/asked.ts'
import type { AskKind } from '../../shared/procedures/procedure.ts'
import type { RecordFormState } from '../records/use-record-form.ts'
import { Radios } from '../ui/Check.tsx'
import { DateBox } from '../ui/DateBox.tsx'
import { Field } from '../ui/Field.tsx'
import { NumberBox } from '../ui/NumberBox.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import { PeopleBox } from './PeopleBox.tsx'

interface Props {
  readonly form: RecordFormState
  readonly asked: Asked
  readonly today: string
  /** What is missing; said at the field it belongs to once saving was tried. */
  readonly fault: string | undefined
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const fieldOf = {
  number: 'number',
  place: 'place',
  phone: 'phone',
  own: 'ownOpinion',
  sponsor: 'sponsorOpinion',
  group: 'groupOpinion',
  branch: 'branchOpinion',
  attended: 'attended',
  opinion: 'opinion',
} as const satisfies Partial<Record<AskKind, string>>
const votes = [
  ['eligible', '应到有表决权'],
  ['present', '实到有表决权'],
  ['agree', '赞成'],
  ['against', '不赞成'],
  ['abstain', '弃权'],
] as const

/** The fields that a step asks for: its days, how it came out, and what its declaration names. */
export function StepFields({ form, asked, today, fault }: Props) {
  const name = useId()
  const { values, faults } = form
  const { asks, results, lasts, extended } = asked
  const set = (key: string) => (value: unknown) => form.set(key, value)
  const leave = (key: string) => () => form.leave(key)
  const chosen = results.find(({ key }) => key === values['result'])
  const aboutResult = fault !== undefined && results.length > 1 && values['doneOn'] !== null
  const aboutDay = fault !== undefined && !aboutResult ? fault : undefined
  const day = (
    key: 'startedOn' | 'doneOn' | 'extendedTo',
    label: string,
    more: { readonly help?: string; readonly first?: boolean; readonly fault?: string | undefined } = {},
  ) => (
    <Field label={label} help={more.help} required={more.first === true} fault={faults[key] ?? more.fault}>
      <DateBox value={orNull(values[key])} today={today} autoFocus={more.first === true} onChange={set(key)} onBlur={leave(key)} />
    </Field>
  )
  return (
    <div className="col case-fields">
      <div className="form-grid">
        {lasts === null ? (
          day('doneOn', '日期', { first: true, fault: aboutDay })
        ) : (
          <>
            {day('startedOn', '开始日期', { first: true, fault: aboutDay })}
            {day('doneOn', '完成日期', { help: `${lasts}。还没有结束的先空着` })}
          </>
        )}
        {asks.map(({ kind, label }) => {
          if (kind === 'number' || kind === 'place' || kind === 'phone')
            return (
              <Field key={kind} label={label} fault={faults[fieldOf[kind]]}>
                <TextBox value={text(values[fieldOf[kind]])} maxLength={200} onChange={set(fieldOf[kind])} onBlur={leave(fieldOf[kind])} />
              </Field>
            )
          if (kind === 'hours')
            return (
              <Field key={kind} label={label} fault={faults['hours']}>
                <NumberBox value={number(values['hours'])} unit="学时" onChange={set('hours')} onBlur={leave('hours')} />
              </Field>
            )
          if (kind === 'valid') return <div key={kind}>{day('extendedTo', label)}</div>
          return null
        })}
      </div>
      {results.length > 1 && (
        <Field label="结果" required fault={aboutResult ? fault : undefined} help={afterwards(chosen)}>
          <div className="case-results">
            <Radios value={orNull(values['result'])} name={name} options={results.map(({ key, label }) => ({ value: key, label }))} onChange={set('result')} />
          </div>
        </Field>
      )}
      {asks.some(({ kind }) => kind === 'vote') && (
        <div className="case-votes">
          {votes.map(([key, label]) => (
            <Field key={key} label={label} fault={faults[key]}>
              <NumberBox value={number(values[key])} unit="人" onChange={set(key)} onBlur={leave(key)} />
            </Field>
          ))}
        </div>
      )}
      {asks.map(({ kind, label, atLeast, atMost }) => {
        if (kind === 'people')
          return (
            <Field key={kind} label={label} fault={faults['people']} help={howMany(atLeast, atMost)}>
              <PeopleBox value={text(values['people'])} onChange={set('people')} onBlur={leave('people')} />
            </Field>
          )
        if (kind === 'attended' || kind === 'opinion' || kind === 'own' || kind === 'sponsor' || kind === 'group' || kind === 'branch') {
          const key = fieldOf[kind]
          return (
            <Field key={kind} label={label} fault={faults[key]}>
              <TextBox value={text(values[key])} lines={2} maxLength={4000} onChange={set(key)} onBlur={leave(key)} />
            </Field>
          )
        }
        if (kind === 'until' && (chosen?.again === true || values['extendedTo'] !== null)) return <div key={kind}>{day('extendedTo', label)}</div>
        return null
      })}
      {extended !== null && (
        <Field label="延长的理由" help={extended} fault={faults['extension']}>
          <TextBox value={text(values['extension'])} maxLength={4000} onChange={set('extension')} onBlur={leave('extension')} />
        </Field>
      )}
    </div>
  )
}

/** What follows from a result, besides what always does. */
function afterwards(chosen: Asked['results'][number] | undefined): string | undefined {
  if (chosen?.ends) return `记下以后卷宗结束：${chosen.ends}`
  return chosen && chosen.carries.length > 0 ? `记下以后还要办：${chosen.carries.join('、')}` : undefined
}

/** 1 至 2 名 */
function howMany(atLeast: number | null, atMost: number | null): string | undefined {
  const least = atLeast ?? 0
  if (atMost !== null) return `${least === atMost ? atMost : `${least} 至 ${atMost}`} 名，用顿号隔开`
  return least > 1 ? `至少 ${least} 名，用顿号隔开` : '用顿号隔开'
}
