import type { DueItem } from '../../../shared/api/due.ts'
import { topics } from '../../../shared/records/topics.ts'

export const topicWord = ({ topic }: Pick<DueItem, 'topic'>): string => (topic === null ? '本单位' : topics[topic])

/** What opening it does: 登记 where an empty form comes, 查看 where a list or page does, and for whoever only reads. */
export function verbOf({ path, state }: Pick<DueItem, 'path' | 'state'>, mayWrite: boolean): string {
  if (!mayWrite) return '查看'
  if (path.includes('/new?') || path.includes('new=1')) return state === 'overdue' ? '补登记' : '登记'
  return path.includes('record=') ? '办理' : '查看'
}
