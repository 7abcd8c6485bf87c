import { quotaStates, type QuotaPerson } from '../../../shared/api/quota.ts'
import { personCategories } from '../../../shared/domain/person.ts'
import type { Sort } from '../../ui/DataTable.tsx'

const chinese = new Intl.Collator('zh-CN')
const states = Object.keys(quotaStates)
const categories = Object.keys(personCategories)

export const byName = (a: QuotaPerson, b: QuotaPerson): number => chinese.compare(a.name, b.name) || (a.personId < b.personId ? -1 : 1)

const shareOf = (p: QuotaPerson) => (p.target > 0 ? p.done / p.target : 2)

/** People in the order of a column; equals by branch and name. `missed` is asked apart, so it is handed in. */
export function sortPeople(people: readonly QuotaPerson[], sort: Sort, missed: Readonly<Record<string, number>> = {}): readonly QuotaPerson[] {
  const sign = sort.descending ? -1 : 1
  const compare: Readonly<Record<string, (a: QuotaPerson, b: QuotaPerson) => number>> = {
    name: (a, b) => chinese.compare(a.name, b.name),
    organization: (a, b) => chinese.compare(a.organization, b.organization),
    post: (a, b) => Number(a.post === null) - Number(b.post === null) || chinese.compare(a.post ?? '', b.post ?? ''),
    category: (a, b) => categories.indexOf(a.category) - categories.indexOf(b.category),
    done: (a, b) => a.done - b.done,
    target: (a, b) => a.target - b.target,
    missing: (a, b) => a.missing - b.missing,
    share: (a, b) => shareOf(a) - shareOf(b),
    missed: (a, b) => (missed[a.personId] ?? 0) - (missed[b.personId] ?? 0),
    state: (a, b) => states.indexOf(a.state) - states.indexOf(b.state),
  }
  const by = compare[sort.field] ?? (() => 0)
  return people.toSorted((a, b) => by(a, b) * sign || chinese.compare(a.organization, b.organization) || byName(a, b))
}
