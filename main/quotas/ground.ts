import type { BodySubjects, Quota } from '../../shared/quotas/quota.ts'
import type { ParameterValue } from '../../shared/rules/parameters.ts'
import type { Period } from '../../shared/rules/periods.ts'
import type { ReadScope } from '../app/scopes.ts'
import { parametersIn } from '../records/parameters.ts'
import { type BodyEntry, officeEntry, readBodies } from './bodies.ts'
import { readRoster, type RosterEntry } from './roster.ts'

type Db = ReadScope['db']
export type Entry = RosterEntry | BodyEntry
type InPeriod<E> = (period: Period) => E[]

interface Limits {
  /** Only these people or organizations. */
  readonly ids?: readonly string[] | undefined
  /** Asked for one quota only: people it cannot be laid upon are not read. */
  readonly only?: Quota
}

/** What quotas stand on, read once and shared by all that are asked for in one go. */
export class Ground {
  readonly db: Db
  readonly #limits: Limits
  #roster: Promise<InPeriod<RosterEntry>> | undefined
  #bodies: Promise<InPeriod<BodyEntry>> | undefined
  #office: Promise<BodyEntry> | undefined
  #parameters: Promise<ParameterValue[]> | undefined
  #organizations: Promise<ReadonlyMap<string, string>> | undefined
  readonly #people = new Map<string, RosterEntry[]>()

  constructor(db: Db, limits: Limits = {}) {
    this.db = db
    this.#limits = limits
  }

  parameters = (): Promise<ParameterValue[]> => (this.#parameters ??= parametersIn(this.db))
  organizations = (): Promise<ReadonlyMap<string, string>> => (this.#organizations ??= namesIn(this.db))

  /** Everyone, or every body, that stood in a period, whether under the quota or not. */
  async entries(subjects: Quota['subjects'], period: Period): Promise<readonly Entry[]> {
    if (subjects.of === 'people') return this.#peopleIn(period)
    if (subjects.whole) return [await (this.#office ??= officeOf(this.db))]
    const bodies = (await (this.#bodies ??= readBodies(this.db, this.#onlyBodies)))(period)
    const { ids } = this.#limits
    return ids ? bodies.filter(body => ids.includes(body.id)) : bodies
  }

  get #onlyBodies(): BodySubjects | undefined {
    const subjects = this.#limits.only?.subjects
    return subjects?.of === 'organizations' ? subjects : undefined
  }

  async #peopleIn(period: Period): Promise<readonly RosterEntry[]> {
    const key = `${period.from} ${period.until}`
    const known = this.#people.get(key)
    if (known) return known
    const { ids, only } = this.#limits
    const narrow = only?.subjects.of === 'people' ? only.subjects.narrow : undefined
    this.#roster ??= readRoster(this.db, { categories: ['full', 'probationary'], personIds: ids, narrow })
    const people = (await this.#roster)(period)
    this.#people.set(key, people)
    return people
  }
}

const officeOf = async (db: Db): Promise<BodyEntry> => officeEntry((await db.selectFrom('office').select('name').limit(1).executeTakeFirstOrThrow()).name)

const namesIn = async (db: Db): Promise<ReadonlyMap<string, string>> =>
  new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
