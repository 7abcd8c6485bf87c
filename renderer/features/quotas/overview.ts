import type { CallOutput } from '../../api/client.ts'
import type { Sort } from '../../ui/DataTable.tsx'
import { isTopic, topicNames } from '../../../shared/records/topics.ts'

export type Overview = CallOutput<'quota.overview'>[number]
export type OverviewState = 'short' | 'near' | 'open' | 'met' | 'none'

/** How a quota stands as a whole: the worst of its subjects. */
export function stateOf(row: Overview): OverviewState {
  if (row.short > 0) return 'short'
  if (row.near > 0) return 'near'
  if (row.open > 0) return 'open'
  return row.required > 0 ? 'met' : 'none'
}

const order: readonly OverviewState[] = ['short', 'near', 'open', 'met', 'none']
const chinese = new Intl.Collator('zh-CN')

export const rateOf = (row: Overview): number => (row.required > 0 ? row.met / row.required : -1)
export const keptOf = (row: Overview): number => (row.due > 0 ? row.kept / row.due : -1)
export const topicAt = (row: Overview): number => (isTopic(row.topic) ? topicNames.indexOf(row.topic) : topicNames.length)

/** The rows in the order of a column; equals as the documents have them. */
export function sortOverview(rows: readonly Overview[], { field, descending }: Sort): readonly Overview[] {
  const sign = descending ? -1 : 1
  const value = (row: Overview): number => {
    if (field === 'rate') return rateOf(row)
    if (field === 'kept') return keptOf(row)
    if (field === 'state') return order.indexOf(stateOf(row))
    if (field === 'required' || field === 'short' || field === 'near' || field === 'open') return row[field]
    return 0
  }
  const compare = (a: Overview, b: Overview) => (field === 'label' ? chinese.compare(a.label, b.label) : value(a) - value(b))
  return rows.toSorted((a, b) => compare(a, b) * sign || topicAt(a) - topicAt(b))
}
