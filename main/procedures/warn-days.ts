import type { ReadScope } from '../app/scopes.ts'
import { parametersOn } from '../records/parameters.ts'

/** So many days before its last day something is said to be due soon (临期). */
export const warnDaysOn = async ({ db, today }: Pick<ReadScope, 'db' | 'today'>): Promise<number> => (await parametersOn(db, today))('due.warnDays') ?? 0
