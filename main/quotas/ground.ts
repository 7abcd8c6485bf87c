import type { Quota } from '../../shared/quotas/quota.ts'
import type { ParameterValue } from '../../shared/rules/parameters.ts'
import type { Period } from '../../shared/rules/periods.ts'
import type { ReadScope } from '../app/scopes.ts'
import { type BodyEntry, readBodies } from './bodies.ts'
import { readRoster, type RosterEntry } from './roster.ts'

type Db = ReadScope['db']
export type Entry = RosterEntry | BodyEntry

/** What quotas stand on, read once and shared by all that are asked for in one go. */
export class Ground {
  readonly db: Db
  readonly #ids: readonly string[] | undefined
  #roster: Promise<(period: Period) => RosterEntry[]> | undefined
  #bodies: Promise<(period: Period) => BodyEntry[]> | undefined
  #parameters: Promise<ParameterValue[]> | undefined
  #organizations: Promise<ReadonlyMap<string, string>> | undefined
  readonly #people = new Map<string, RosterEntry[]>()

  constructor(db: Db, ids?: readonly string[]) {
    this.db = db
    this.#ids = ids
  }

  parameters = (): Promise<ParameterValue[]> => (this.#parameters ??= parametersIn(this.db))
  organizations = (): Promise<ReadonlyMap<string, string>> => (this.#organizations ??= namesIn(this.db))

  /** Everyone, or every body, that stood in a period, whether under the quota or not. */
  async entries(of: Quota['subjects']['of'], period: Period): Promise<readonly Entry[]> {
    if (of === 'organizations') {
      this.#bodies ??= readBodies(this.db)
      const bodies = (await this.#bodies)(period)
      return this.#ids ? bodies.filter(b => this.#ids?.includes(b.id)) : bodies
    }
    const key = `${period.from} ${period.until}`
    const known = this.#people.get(key)
    if (known) return known
    this.#roster ??= readRoster(this.db, { categories: ['full', 'probationary'], personIds: this.#ids })
    const people = (await this.#roster)(period)
    this.#people.set(key, people)
    return people
  }
}

const namesIn = async (db: Db): Promise<ReadonlyMap<string, string>> =>
  new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))

/** Every parameter that is kept, for rules to choose from by day. */
export const parametersIn = (db: Db): Promise<ParameterValue[]> =>
  db.selectFrom('parameter').select(['key', 'value', 'startsOn', 'clause', 'basis']).where('voidedAt', 'is', null).execute()
