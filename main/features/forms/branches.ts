import { AppError } from '../../../shared/errors.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { subtreeIds } from '../../records/subtree.ts'
import type { Place } from './people.ts'

export interface Branch {
  readonly id: string
  readonly name: string
}

export interface Branches {
  /** In the order of the tree. */
  readonly list: readonly Branch[]
  /** The branch of a body: itself, or the one that a group belongs to. */
  branchOf(organizationId: string | null): string | undefined
}

/** The branches at or below an organization that stood in a year, with the groups that belong to them. */
export async function branchesIn(db: ReadScope['db'], year: number, organizationId: string | undefined, places: ReadonlyMap<string, Place>): Promise<Branches> {
  const rows = await db.selectFrom('organization').select(['id', 'name', 'kind', 'parentId', 'foundedOn', 'closedOn']).where('voidedAt', 'is', null).execute()
  const below = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const stood = rows.filter(
    ({ id, kind, foundedOn, closedOn }) =>
      kind === 'branch' &&
      (below === undefined || below.has(id)) &&
      (foundedOn === null || foundedOn <= lastDayOf(year)) &&
      (closedOn === null || closedOn >= firstDayOf(year)),
  )
  if (stood.length === 0) throw new AppError('form.empty', { what: `所选范围 ${year} 年没有党支部` })
  const owner = new Map(rows.map(({ id, kind, parentId }) => [id, kind === 'group' ? (parentId ?? id) : id]))
  return {
    list: stood.toSorted((a, b) => (places.get(a.id)?.order ?? Infinity) - (places.get(b.id)?.order ?? Infinity)),
    branchOf: id => (id === null ? undefined : owner.get(id)),
  }
}
