import type { Field } from '../../shared/records/fields.ts'
import { isEmpty } from './draft.ts'

export type Titles = Readonly<Record<string, string>>

/** A value in words, as lists and pages show it; empty when there is none. Masked fields come as they are given. */
export function shownText(field: Field, value: unknown, titles: Titles): string {
  if (isEmpty(value)) return ''
  if (field.kind === 'flag') return value ? '是' : '否'
  if (field.kind === 'money' && typeof value === 'number') return (value / 100).toFixed(2)
  if (Array.isArray(value)) return value.map(each => field.choices?.[String(each)] ?? String(each)).join('、')
  if (field.choices && typeof value === 'string') return field.choices[value] ?? value
  if (field.target && typeof value === 'string') return titles[value] ?? ''
  return String(value)
}
