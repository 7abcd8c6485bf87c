import { shippedQuota } from '../../shared/quotas/index.ts'
import { yearOf } from '../../shared/rules/days.ts'
import type { ReadScope } from '../app/scopes.ts'
import { Ground } from '../quotas/ground.ts'
import { readStandings } from '../quotas/standings.ts'

/** What was counted, as of which change of the records and which day. */
interface Known {
  readonly mark: string
  readonly counts: Map<string, number>
}

/** By the connection that read it: one an open office. */
const known = new WeakMap<object, Known>()

/** Changes that no quota counts: a look at the register of policies must not cost a count of everything. */
const uncounted = ['policy', 'clause', 'export', 'form', 'session', 'attachmentFile', 'user']

/**
 * How many subjects of a quota are short now; a period that still runs is no shortfall. A quota is counted when it is first
 * asked for, and again once records that it may count have changed, or a day has passed.
 */
export async function shortNow({ db, today }: ReadScope): Promise<(quota: string) => Promise<number>> {
  const mark = `${today} ${await lastChange(db)}`
  const kept = known.get(db)
  const { counts } = kept?.mark === mark ? kept : { counts: new Map<string, number>() }
  known.set(db, { mark, counts })
  const ground = new Ground(db)
  return async name => {
    const counted = counts.get(name)
    if (counted !== undefined) return counted
    const quota = shippedQuota(name)
    const subjects = quota ? await (await readStandings(ground, { quota, today })).in(yearOf(today)) : []
    const short = subjects.filter(c => c.standing.state === 'short' || c.standing.state === 'near').length
    counts.set(name, short)
    return short
  }
}

/** The last line of the audit about anything that may be counted: every change has one. */
async function lastChange(db: ReadScope['db']): Promise<number> {
  const line = await db.selectFrom('audit').select('seq').where('recordType', 'not in', uncounted).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return line?.seq ?? 0
}
