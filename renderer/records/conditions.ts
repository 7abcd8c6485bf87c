import { z } from 'zod'
import { type Filter, filter } from '../../shared/api/records.ts'
import type { Field } from '../../shared/records/fields.ts'

/** One condition of a list, with the words of its chip. */
export const conditionSchema = z.object({
  /** A field, or a name that only the screen knows. */
  key: z.string(),
  says: z.string(),
  filters: z.array(filter),
  /** What was ticked, where the screen itself turns it into filters. */
  chosen: z.array(z.string()).optional(),
})
export type Condition = z.infer<typeof conditionSchema>

/** The ticked choices: 正式、预备; more than three are counted. */
export function choiceCondition(key: string, choices: Readonly<Record<string, string>>, ticked: readonly string[]): Condition | undefined {
  const inOrder = Object.keys(choices).filter(choice => ticked.includes(choice))
  if (inOrder.length === 0) return undefined
  const labels = inOrder.map(choice => choices[choice] ?? choice)
  return {
    key,
    says: labels.length > 3 ? `${labels.slice(0, 2).join('、')}等 ${labels.length} 项` : labels.join('、'),
    filters: [{ field: key, op: 'in', value: inOrder }],
    chosen: inOrder,
  }
}

/** All of the ticked choices of a field that holds several. */
export function multiCondition(key: string, choices: Readonly<Record<string, string>>, ticked: readonly string[]): Condition | undefined {
  const one = choiceCondition(key, choices, ticked)
  return one && { ...one, filters: ticked.map(choice => ({ field: key, op: 'contains', value: `"${choice}"` })) }
}

export const emptyCondition = (key: string): Condition => ({ key, says: '未填', filters: [{ field: key, op: 'empty' }] })
export const filledCondition = (key: string): Condition => ({ key, says: '已填', filters: [{ field: key, op: 'filled' }] })

export function textCondition(key: string, typed: string): Condition | undefined {
  const text = typed.trim()
  return text ? { key, says: `含“${text}”`, filters: [{ field: key, op: 'contains', value: text }] } : undefined
}

export const flagCondition = (key: string, value: boolean): Condition => ({ key, says: value ? '是' : '否', filters: [{ field: key, op: 'is', value }] })

/** From one value to another; either may be left open. */
export function rangeCondition(key: string, field: Field, from: string | number | null, until: string | number | null): Condition | undefined {
  const filters: Filter[] = []
  if (from !== null) filters.push({ field: key, op: 'from', value: from })
  if (until !== null) filters.push({ field: key, op: 'until', value: until })
  if (filters.length === 0) return undefined
  const shown = (value: string | number) => (field.kind === 'money' && typeof value === 'number' ? String(value / 100) : String(value))
  const says = from !== null && until !== null ? `${shown(from)} 至 ${shown(until)}` : from !== null ? `${shown(from)} 起` : `到 ${shown(until ?? '')}`
  return { key, says, filters }
}

export const refCondition = (key: string, id: string, title: string): Condition => ({ key, says: title, filters: [{ field: key, op: 'is', value: id }] })

const of = (condition: Condition | undefined, op: Filter['op']) => condition?.filters.find(f => f.op === op)?.value

/** What the editor shows of a condition in force. */
export const tickedIn = (condition: Condition | undefined): readonly string[] => condition?.chosen ?? []
export const typedIn = (condition: Condition | undefined): string => String(of(condition, 'contains') ?? '')
export const valueIn = (condition: Condition | undefined, op: 'from' | 'until' | 'is'): string | number | boolean | null => {
  const value = of(condition, op)
  return value === undefined || Array.isArray(value) ? null : value
}
export const asksEmpty = (condition: Condition | undefined): boolean => condition?.filters.some(f => f.op === 'empty') ?? false
export const asksFilled = (condition: Condition | undefined): boolean => condition?.filters.some(f => f.op === 'filled') ?? false
