import type { Field } from '../../shared/records/fields.ts'
import { maskedText } from '../../shared/records/masked.ts'

/** A value in the words of its form: choices by their labels, references by their titles, what lists mask masked. Empty for none. */
export function wordsOf(field: Field, value: unknown, titleOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'flag') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(v => field.choices?.[String(v)] ?? String(v)).join('、')
  if (field.kind === 'money' && typeof value === 'number') return (value / 100).toFixed(2)
  if (field.kind === 'attachment') return '附件'
  if (typeof value !== 'string') return String(value)
  if (field.choices) return field.choices[value] ?? value
  if (field.target) return titleOf(value) ?? '（已不存在）'
  return field.masked ? maskedText(field, value) : value
}
