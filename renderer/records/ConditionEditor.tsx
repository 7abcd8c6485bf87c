import { type ComponentType, useEffect, useState } from 'react'
import type { Field, FieldKind } from '../../shared/records/fields.ts'
import { isDay } from '../../shared/rules/days.ts'
import { Check } from '../ui/Check.tsx'
import { DateBox } from '../ui/DateBox.tsx'
import { NumberBox } from '../ui/NumberBox.tsx'
import { PickBox } from '../ui/PickBox.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import {
  asksEmpty,
  asksFilled,
  choiceCondition,
  type Condition,
  emptyCondition,
  filledCondition,
  flagCondition,
  multiCondition,
  rangeCondition,
  refCondition,
  textCondition,
  tickedIn,
  typedIn,
  valueIn,
} from './conditions.ts'
import { titlesOf } from './RefInput.tsx'
import { readMonth } from './inputs.tsx'

export interface ConditionEditorProps {
  readonly name: string
  readonly value: Condition | undefined
  readonly today: string
  onChange(value: Condition | undefined): void
}

type Props = ConditionEditorProps & { readonly field: Field }

/** Ticks for a few known values. Also for conditions that only a screen knows. */
export function ChoiceTicks({ name, value, choices, onChange }: ConditionEditorProps & { readonly choices: Readonly<Record<string, string>> }) {
  const ticked = tickedIn(value)
  return (
    <div className="col">
      {Object.entries(choices).map(([key, label]) => (
        <Check
          key={key}
          label={label}
          checked={ticked.includes(key)}
          onChange={on => onChange(choiceCondition(name, choices, on ? [...ticked, key] : ticked.filter(k => k !== key)))}
        />
      ))}
    </div>
  )
}

function MultiEditor({ field, ...props }: Props) {
  const choices = field.choices ?? {}
  return <ChoiceTicks {...props} choices={choices} onChange={next => props.onChange(next && multiCondition(props.name, choices, tickedIn(next)))} />
}

const ChoiceEditor = (props: Props) => <ChoiceTicks {...props} choices={props.field.choices ?? {}} />

function FlagEditor({ name, value, onChange }: Props) {
  const now = valueIn(value, 'is')
  return (
    <div className="col">
      {([true, false] as const).map(is => (
        <Check key={String(is)} label={is ? '是' : '否'} checked={now === is} onChange={on => onChange(on ? flagCondition(name, is) : undefined)} />
      ))}
    </div>
  )
}

/** Typing settles after a breath, so that the list does not run behind every letter. */
function TextEditor({ field, name, value, onChange }: Props) {
  const [typed, setTyped] = useState(typedIn(value))
  useEffect(() => {
    if (typed === typedIn(value)) return
    const timer = setTimeout(() => onChange(textCondition(name, typed)), 200)
    return () => clearTimeout(timer)
  }, [typed, value, name, onChange])
  return (
    <div className="col" style={{ gap: 8 }}>
      <TextBox value={typed} autoFocus placeholder="包含的字" label={`${field.label}包含`} onChange={setTyped} />
      {field.suggestions && (
        <div className="record-suggestions">
          {field.suggestions.slice(0, 6).map(each => (
            <button key={each} type="button" className="tag" onClick={() => setTyped(each)}>
              {each}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

const asText = (value: string | number | boolean | null) => (typeof value === 'string' ? value : null)
/** While a day is still being typed it narrows nothing. */
const onlyDay = (typed: string | null) => (typed !== null && isDay(typed) ? typed : null)
const onlyMonth = (typed: string) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(readMonth(typed)) ? readMonth(typed) : null)
const asNumber = (value: string | number | boolean | null) => (typeof value === 'number' ? value : null)

function DateEditor({ field, name, value, today, onChange }: Props) {
  const [from, until] = [asText(valueIn(value, 'from')), asText(valueIn(value, 'until'))]
  return (
    <div className="col" style={{ gap: 8 }}>
      <DateBox value={from} today={today} autoFocus label={`${field.label}自`} onChange={day => onChange(rangeCondition(name, field, onlyDay(day), until))} />
      <span className="t12 ink-3">至</span>
      <DateBox value={until} today={today} label={`${field.label}至`} onChange={day => onChange(rangeCondition(name, field, from, onlyDay(day)))} />
    </div>
  )
}

function MonthEditor({ field, name, value, onChange }: Props) {
  const [from, until] = [asText(valueIn(value, 'from')), asText(valueIn(value, 'until'))]
  const [typed, setTyped] = useState<readonly [string, string]>([from ?? '', until ?? ''])
  const type = (next: readonly [string, string]) => {
    setTyped(next)
    onChange(rangeCondition(name, field, onlyMonth(next[0]), onlyMonth(next[1])))
  }
  return (
    <div className="col" style={{ gap: 8 }}>
      <TextBox value={typed[0]} autoFocus placeholder="年-月" label={`${field.label}自`} onChange={text => type([text, typed[1]])} />
      <span className="t12 ink-3">至</span>
      <TextBox value={typed[1]} placeholder="年-月" label={`${field.label}至`} onChange={text => type([typed[0], text])} />
    </div>
  )
}

function NumberEditor({ field, name, value, onChange }: Props) {
  const scale = field.kind === 'money' ? 100 : 1
  const [from, until] = [asNumber(valueIn(value, 'from')), asNumber(valueIn(value, 'until'))]
  const toKeep = (typed: number | null) => (typed === null || Number.isNaN(typed) ? null : Math.round(typed * scale * 100) / 100)
  const shown = (kept: number | null) => (kept === null ? null : kept / scale)
  return (
    <div className="row">
      <NumberBox value={shown(from)} autoFocus label={`${field.label}自`} onChange={typed => onChange(rangeCondition(name, field, toKeep(typed), until))} />
      <span className="t12 ink-3">至</span>
      <NumberBox value={shown(until)} label={`${field.label}至`} onChange={typed => onChange(rangeCondition(name, field, from, toKeep(typed)))} />
    </div>
  )
}

function RefEditor({ field, name, value, onChange }: Props) {
  const id = asText(valueIn(value, 'is'))
  return (
    <PickBox
      value={id && value ? { id, title: value.says } : null}
      autoFocus
      label={field.label}
      load={titlesOf(field.target ?? '')}
      onChange={picked => onChange(picked ? refCondition(name, picked.id, picked.title) : undefined)}
    />
  )
}

/** Whether there is a file at all is all that can be asked of an attachment. */
const NoEditor = () => null

const editors: Readonly<Record<FieldKind, ComponentType<Props>>> = {
  text: TextEditor,
  note: TextEditor,
  idNumber: TextEditor,
  phone: TextEditor,
  date: DateEditor,
  month: MonthEditor,
  integer: NumberEditor,
  decimal: NumberEditor,
  money: NumberEditor,
  flag: FlagEditor,
  choice: ChoiceEditor,
  multi: MultiEditor,
  ref: RefEditor,
  attachment: NoEditor,
}

/** Asks what a field is held to; what is chosen holds at once. */
export function ConditionEditor(props: Props) {
  const { field, name, value, onChange } = props
  const Editor = editors[field.kind]
  return (
    <div className="col" style={{ gap: 8 }}>
      <Editor {...props} />
      {!field.required && (
        <div className="record-presence">
          <Check label="未填的" checked={asksEmpty(value)} onChange={on => onChange(on ? emptyCondition(name) : undefined)} />
          <Check label="已填的" checked={asksFilled(value)} onChange={on => onChange(on ? filledCondition(name) : undefined)} />
        </div>
      )}
    </div>
  )
}
