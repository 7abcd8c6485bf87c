import { parameterOn } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'

/** So many days before its last day something is said to be due soon (临期). */
export async function warnDaysOn({ db, today }: Pick<ReadScope, 'db' | 'today'>): Promise<number> {
  const kept = await db
    .selectFrom('parameter')
    .select(['key', 'value', 'startsOn', 'clause', 'basis'])
    .where('key', '=', 'due.warnDays')
    .where('voidedAt', 'is', null)
    .execute()
  return parameterOn(kept, 'due.warnDays', today)?.value ?? 0
}
