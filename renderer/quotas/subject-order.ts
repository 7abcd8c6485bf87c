import { quotaStates, type QuotaSubject } from '../../shared/api/quota.ts'
import { personCategories } from '../../shared/domain/person.ts'
import type { Sort } from '../ui/DataTable.tsx'

const chinese = new Intl.Collator('zh-CN')
const states = Object.keys(quotaStates)
const categories = Object.keys(personCategories)

/** The places of words in the order of their sound. */
type Places = ReadonlyMap<string, number>
const places = (words: Iterable<string>): Places => new Map([...new Set(words)].sort(chinese.compare).map((word, i) => [word, i]))

interface Order {
  readonly names: Places
  readonly branches: Places
  readonly posts: Places
}
const known = new WeakMap<readonly QuotaSubject[], Order>()

/** Comparing by sound is slow, so each word of a list is placed once: a county has twenty thousand people and a few thousand names. */
function orderOf(people: readonly QuotaSubject[]): Order {
  const before = known.get(people)
  if (before) return before
  const order = { names: places(people.map(p => p.name)), branches: places(people.map(p => p.organization)), posts: places(people.map(p => p.post ?? '')) }
  known.set(people, order)
  return order
}

const shareOf = (p: QuotaSubject) => (p.target > 0 ? p.done / p.target : 2)

/**
 * Subjects in the order of a column; equals by branch and name. `all` is the list they were taken from, where words are placed
 * once for every sort; `missed` is asked apart, so it is handed in.
 */
export function sortSubjects(
  people: readonly QuotaSubject[],
  sort: Sort,
  all: readonly QuotaSubject[] = people,
  missed: Readonly<Record<string, number>> = {},
): readonly QuotaSubject[] {
  const { names, branches, posts } = orderOf(all)
  const at = (words: Places, word: string) => words.get(word) ?? 0
  const valueOf: Readonly<Record<string, (p: QuotaSubject) => number>> = {
    name: p => at(names, p.name),
    organization: p => at(branches, p.organization),
    post: p => (p.post === null ? Number.MAX_SAFE_INTEGER : at(posts, p.post)),
    category: p => categories.indexOf(p.category),
    done: p => p.done,
    target: p => p.target,
    missing: p => p.missing,
    share: shareOf,
    missed: p => missed[p.subjectId] ?? 0,
    state: p => states.indexOf(p.state),
    kept: p => (p.due > 0 ? p.kept / p.due : 2),
  }
  const value = valueOf[sort.field] ?? (() => 0)
  const sign = sort.descending ? -1 : 1
  return people.toSorted(
    (a, b) =>
      (value(a) - value(b)) * sign ||
      at(branches, a.organization) - at(branches, b.organization) ||
      at(names, a.name) - at(names, b.name) ||
      (a.subjectId < b.subjectId ? -1 : 1),
  )
}
