import { parameterOn, type ParameterValue } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'

type Db = Pick<ReadScope['db'], 'selectFrom'>

/** Every parameter that is kept, for rules to choose from by day. */
export const parametersIn = (db: Db): Promise<ParameterValue[]> =>
  db.selectFrom('parameter').select(['key', 'value', 'startsOn', 'clause', 'basis']).where('voidedAt', 'is', null).execute()

/** The numbers in force on a day, asked for by key; undefined where none had begun. */
export async function parametersOn(db: Db, day: string): Promise<(key: string) => number | undefined> {
  const kept = await parametersIn(db)
  return key => parameterOn(kept, key, day)?.value
}
