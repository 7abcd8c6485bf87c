import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { subtreeIds } from '../../records/subtree.ts'

/** Who is meant by names that voters wrote: those of the organization whose name nobody else there has. */
export async function personsNamed(db: ReadScope['db'], organizationId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map()
  const below = new Set(await subtreeIds(db, organizationId))
  const found = await db.selectFrom('person').select(['id', 'name', 'organizationId']).where(among('name', names)).where('voidedAt', 'is', null).execute()
  const byName = Map.groupBy(
    found.filter(person => person.organizationId !== null && below.has(person.organizationId)),
    person => person.name,
  )
  return new Map([...byName].flatMap(([name, [only, ...others]]) => (only && others.length === 0 ? [[name, only.id] as const] : [])))
}
