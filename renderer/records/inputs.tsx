import { type ComponentType, useId } from 'react'
import { normalizeIdNumber } from '../../shared/rules/id-number.ts'
import type { Field, FieldKind } from '../../shared/records/fields.ts'
import { Check, Radios } from '../ui/Check.tsx'
import { DateBox } from '../ui/DateBox.tsx'
import { NumberBox } from '../ui/NumberBox.tsx'
import { optionsOf, SelectBox } from '../ui/SelectBox.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import { AttachmentInput } from './AttachmentInput.tsx'
import { RefInput } from './RefInput.tsx'

export interface InputProps {
  readonly field: Field
  readonly value: unknown
  /** The title of what a reference points to. */
  readonly title: string | undefined
  readonly today: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  onChange(value: unknown): void
  /** Tells the title of a reference just chosen. */
  onTitle(id: string, title: string): void
  onBlur(): void
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function TextInput({ field, value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  const offered = field.suggestions ? { suggestions: field.suggestions } : {}
  return (
    <TextBox value={text(value)} maxLength={200} disabled={disabled ?? false} autoFocus={autoFocus ?? false} {...offered} onChange={onChange} onBlur={onBlur} />
  )
}

function NoteInput({ value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  return (
    <TextBox value={text(value)} lines={2} maxLength={4000} disabled={disabled ?? false} autoFocus={autoFocus ?? false} onChange={onChange} onBlur={onBlur} />
  )
}

function DateInput({ value, today, disabled, autoFocus, onChange, onBlur }: InputProps) {
  return <DateBox value={textOrNull(value)} today={today} disabled={disabled ?? false} autoFocus={autoFocus ?? false} onChange={onChange} onBlur={onBlur} />
}

/** 2026-11 from 2026.11, 2026年11月, 202611; what is no month is left as typed, for the field's own check. */
export function readMonth(typed: string): string {
  const [, year, month] = /^(\d{4})\s*[-./年]?\s*(\d{1,2})月?$/.exec(typed.normalize('NFKC').trim()) ?? []
  return year && month ? `${year}-${month.padStart(2, '0')}` : typed
}

function MonthInput({ value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  const leave = () => {
    onChange(readMonth(text(value)))
    onBlur()
  }
  return <TextBox value={text(value)} placeholder="年-月" disabled={disabled ?? false} autoFocus={autoFocus ?? false} onChange={onChange} onBlur={leave} />
}

function NumberInput({ value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  return <NumberBox value={number(value)} disabled={disabled ?? false} autoFocus={autoFocus ?? false} onChange={onChange} onBlur={onBlur} />
}

/** Typed in 元, kept in fen. */
function MoneyInput({ value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  const fen = number(value)
  return (
    <NumberBox
      value={fen === null ? null : fen / 100}
      unit="元"
      disabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
      onChange={yuan => onChange(yuan === null ? null : Math.round(yuan * 100))}
      onBlur={onBlur}
    />
  )
}

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const

function FlagInput({ value, disabled, onChange }: InputProps) {
  const name = useId()
  return (
    <Radios
      value={value === true ? 'yes' : value === false ? 'no' : null}
      options={yesNo}
      name={name}
      disabled={disabled ?? false}
      onChange={chosen => onChange(chosen === 'yes')}
    />
  )
}

function ChoiceInput({ field, value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  const none = field.required ? {} : { none: '未填' }
  return (
    <SelectBox
      value={textOrNull(value)}
      options={optionsOf(field.choices ?? {})}
      {...none}
      disabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
      onChange={onChange}
      onBlur={onBlur}
    />
  )
}

function MultiInput({ field, value, disabled, onChange }: InputProps) {
  const ticked: readonly unknown[] = Array.isArray(value) ? value : []
  const all = Object.keys(field.choices ?? {})
  return (
    <div className="row" style={{ flexWrap: 'wrap', columnGap: 16, rowGap: 0 }}>
      {Object.entries(field.choices ?? {}).map(([key, label]) => (
        <Check
          key={key}
          label={label}
          disabled={disabled ?? false}
          checked={ticked.includes(key)}
          onChange={on => onChange(all.filter(k => (k === key ? on : ticked.includes(k))))}
        />
      ))}
    </div>
  )
}

function IdNumberInput({ value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  return (
    <TextBox
      value={text(value)}
      maxLength={24}
      disabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
      onChange={typed => onChange(normalizeIdNumber(typed))}
      onBlur={onBlur}
    />
  )
}

function PhoneInput({ value, disabled, autoFocus, onChange, onBlur }: InputProps) {
  return (
    <TextBox
      value={text(value)}
      maxLength={20}
      disabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
      onChange={typed => onChange(typed.normalize('NFKC'))}
      onBlur={onBlur}
    />
  )
}

/** One input per field kind. A kind without one does not compile. */
export const inputs: Readonly<Record<FieldKind, ComponentType<InputProps>>> = {
  text: TextInput,
  note: NoteInput,
  date: DateInput,
  month: MonthInput,
  integer: NumberInput,
  decimal: NumberInput,
  money: MoneyInput,
  flag: FlagInput,
  choice: ChoiceInput,
  multi: MultiInput,
  ref: RefInput,
  idNumber: IdNumberInput,
  phone: PhoneInput,
  attachment: AttachmentInput,
}
