import { hoursText } from '../../../shared/forms/text.ts'
import type { Counted } from '../../quotas/counted.ts'

/** 年度任务 and its 依据, from the parameters that bind these people: each number with the clause it comes from. */
export function targetNotes(people: readonly Counted[]): { readonly targets: string; readonly clauses: string } {
  const binding = new Map(people.flatMap(({ target }) => (target ? [[target.parameter.key, target] as const] : [])))
  const ordered = [...binding.values()].toSorted((a, b) => a.amount - b.amount)
  const clauses = new Set(ordered.flatMap(({ parameter }) => (parameter.clause ? [parameter.clause.replace(/[。；]$/, '')] : [])))
  return {
    targets: ordered.map(({ label, amount }) => `${label} ${hoursText(amount)} 学时`).join('，'),
    clauses: [...clauses].join('；'),
  }
}
