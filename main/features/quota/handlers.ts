import type { InputOf } from '../../../shared/api/endpoint.ts'
import type { quotaApi } from '../../../shared/api/quota.ts'
import { missedStates } from '../../../shared/domain/activity.ts'
import { refuse } from '../../../shared/errors.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { aboutOf } from '../../quotas/about.ts'
import { allQuotas, quotaNamed } from '../../quotas/known.ts'
import type { Counted } from '../../quotas/counted.ts'
import { add, clauseOf, clausesOn, none } from '../../quotas/counts.ts'
import { Ground } from '../../quotas/ground.ts'
import { readStandings, standings } from '../../quotas/standings.ts'
import { yearsWith } from '../../quotas/totals.ts'
import { boardOf, emptyYear } from './board.ts'
import { recordsIn } from './month.ts'
import { openSubject } from './opened.ts'
import { previewOf } from './preview.ts'

export const quotaHandlers: Handlers<keyof typeof quotaApi> = {
  async 'quota.overview'({ db, today }, { year, organizationId, source }) {
    const ground = new Ground(db)
    const parameters = await ground.parameters()
    const overview = []
    for (const quota of await allQuotas(db)) {
      if (source !== undefined && quota.measure.of !== source) continue
      const clauses = clausesOn(quota, parameters, lastDayOf(year))
      const counts = none()
      // A quota without a target in force costs nothing.
      if (clauses.length > 0) for (const one of await (await readStandings(ground, { quota, organizationId, today })).in(year)) add(counts, one)
      overview.push({ ...aboutOf(quota), enabled: clauses.length > 0, ...counts, amount: shown(counts.amount), clauses })
    }
    return overview
  },

  async 'quota.about'({ db }, { quota }) {
    return aboutOf(await quotaNamed(db, quota))
  },

  async 'quota.board'(scope, input) {
    return boardOf(scope, { ...input, quota: await quotaNamed(scope.db, input.quota) })
  },

  async 'quota.people'(scope, input) {
    const quota = await quotaNamed(scope.db, input.quota)
    if (quota.subjects.of !== 'people') throw refuse('quota', 'notOfPeople', `“${quota.label}”考核的是党组织，不是人员`)
    return { people: (await listed(scope, quota, input)).map(c => ({ ...c.person, ...partsOf(c, input) })) }
  },

  async 'quota.subjects'(scope, input) {
    const counted = await listed(scope, await quotaNamed(scope.db, input.quota), input)
    return { subjects: counted.map(c => ({ ...c.subject, ...partsOf(c, input) })) }
  },

  async 'quota.missed'({ db }, { year, ids }) {
    let lines = db
      .selectFrom('activity as a')
      .innerJoin('attendance as l', 'l.activityId', 'a.id')
      .select(['l.personId', e => e.fn.countAll<number>().as('missed')])
      .where('l.state', 'in', missedStates)
      .where('a.voidedAt', 'is', null)
      .where('a.counts', '=', 1)
      .where('a.startsOn', '<=', lastDayOf(year))
      .where('a.endsOn', '>=', firstDayOf(year))
      .groupBy('l.personId')
    // For many, one walk through the year's lines is quicker than a look-up for each.
    if (ids.length <= 1000) lines = lines.where(among('l.personId', ids))
    const missed = new Map((await lines.execute()).map(row => [row.personId, row.missed]))
    return Object.fromEntries(ids.map(id => [id, missed.get(id) ?? 0]))
  },

  async 'quota.subject'(scope, { quota, year, subjectId }) {
    return openSubject(scope, await quotaNamed(scope.db, quota), year, subjectId)
  },

  async 'quota.ofSubject'({ db, today }, { subjectId, year }) {
    const ground = new Ground(db, { ids: [subjectId] })
    const found = []
    for (const quota of await allQuotas(db)) {
      const [counted] = await (await readStandings(ground, { quota, ids: [subjectId], today })).in(year)
      // What has no target in force is not in use: nothing is to be said of it.
      if (!counted || counted.standing.state === 'none') continue
      found.push({ quota: aboutOf(quota), subject: counted.subject, clause: counted.target ? clauseOf(counted.target, quota) : null })
    }
    return found
  },

  'quota.preview': previewOf,

  async 'quota.month'({ db, today }, { quota: name, year, month, organizationId }) {
    const quota = await quotaNamed(db, name)
    // The subjects of the cell: those who owe, where they stood in that year.
    const ids = (await standings(db, { quota, year, organizationId, today })).filter(c => c.owes).map(c => c.entry.id)
    return recordsIn({ db }, quota, { year, month, ids })
  },

  async 'quota.years'({ db, today }, { quota }) {
    return yearsWith(db, (await quotaNamed(db, quota)).measure, today)
  },
}

type ListInput = InputOf<(typeof quotaApi)['quota.subjects']>

async function listed({ db, today }: ReadScope, quota: Quota, { year, organizationId, states, ids }: ListInput): Promise<Counted[]> {
  const counted = await standings(db, { quota, year, organizationId, ids, today })
  const wanted = states && new Set(states)
  return wanted ? counted.filter(c => wanted.has(c.standing.state)) : counted
}

/** Months and periods, where they are asked for. */
const partsOf = (counted: Counted, { months, periods }: ListInput) => ({
  ...(months && { months: counted.months ? [...counted.months] : emptyYear() }),
  ...(periods && { periods: counted.periods.map(({ from, until, done, target, state }) => ({ from, until, done, target, state })) }),
})
