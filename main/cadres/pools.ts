import { type PoolKind, poolKinds } from '../../shared/domain/cadre-words.ts'
import type { ReadScope } from '../app/scopes.ts'

/** Who is in which pool on a day. */
export async function poolsOn(db: ReadScope['db'], day: string): Promise<ReadonlyMap<string, PoolKind[]>> {
  const rows = await db
    .selectFrom('talentPool')
    .select(['personId', 'kind'])
    .where('voidedAt', 'is', null)
    .where('enteredOn', '<=', day)
    .where(e => e.or([e('leftOn', 'is', null), e('leftOn', '>', day)]))
    .execute()
  const pools = new Map<string, PoolKind[]>()
  for (const { personId, kind } of rows) if (kind in poolKinds) pools.set(personId, [...new Set([...(pools.get(personId) ?? []), kind])])
  return pools
}
