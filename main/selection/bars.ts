import type { Bar } from '../../shared/rules/selection-facts.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'

/** 影响期 of these people, by person, from wherever one is recorded: the one place that selection and others ask. */
export async function barsOf(db: ReadScope['db'], personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Bar[]>> {
  const rows = await db
    .selectFrom('stepDown')
    .select(['id', 'personId', 'until'])
    .where('voidedAt', 'is', null)
    .where('until', 'is not', null)
    .where(among('personId', personIds))
    .execute()
  const bars = new Map<string, Bar[]>()
  for (const { id, personId, until } of rows) bars.set(personId, [...(bars.get(personId) ?? []), { until, evidence: { type: 'stepDown', id } }])
  return bars
}
