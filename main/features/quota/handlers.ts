import type { quotaApi } from '../../../shared/api/quota.ts'
import { activityKinds, countingStates, missedStates } from '../../../shared/domain/activity.ts'
import { firstDayOf, lastDate, lastDayOf, monthShares, yearOf } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'
import type { Handlers } from '../../app/handlers.ts'
import { among } from '../../db/among.ts'
import { standings } from '../../quotas/standings.ts'
import { boardOf, emptyYear } from './board.ts'
import { openPerson } from './person.ts'

export const quotaHandlers: Handlers<keyof typeof quotaApi> = {
  async 'quota.board'(scope, input) {
    return boardOf(scope, input)
  },

  async 'quota.people'({ db, today }, { states, ids, months, ...query }) {
    const counted = await standings(db, { ...query, personIds: ids, today })
    const wanted = states && new Set(states)
    const people = counted.map(c => (months ? { ...c.person, months: c.months ? [...c.months] : emptyYear() } : c.person))
    return { people: wanted ? people.filter(p => wanted.has(p.state)) : people }
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

  async 'quota.person'(scope, input) {
    return openPerson(scope, input)
  },

  async 'quota.month'({ db, today }, { quota, year, month, organizationId }) {
    // The people of the cell: those who owe hours, where they stood in that year.
    const owing = (await standings(db, { quota, year, organizationId, today })).filter(c => c.owes).map(c => c.entry.id)
    const [from, until] = [`${year}-${String(month).padStart(2, '0')}-01`, `${year}-${String(month).padStart(2, '0')}-${lastDate(year, month)}`]
    const rows = await db
      .selectFrom('activity as a')
      .innerJoin('attendance as l', 'l.activityId', 'a.id')
      .select(['a.id', 'a.name', 'a.kind', 'a.startsOn', 'a.endsOn', e => e.fn.countAll<number>().as('attended'), e => e.fn.sum<number>('l.hours').as('hours')])
      .where('a.voidedAt', 'is', null)
      .where('a.counts', '=', 1)
      .where('a.startsOn', '<=', until)
      .where('a.endsOn', '>=', from)
      .where('l.state', 'in', countingStates)
      .where(among('l.personId', owing))
      .groupBy('a.id')
      .orderBy('a.startsOn')
      .orderBy('a.id')
      .execute()
    return rows.map(({ id, kind, hours, ...row }) => {
      const share = monthShares(row.startsOn, row.endsOn).find(s => s.year === year && s.month === month)?.share ?? 0
      return { ...row, activityId: id, kind: activityKinds[kind], hours: shown(hours * share) }
    })
  },

  /** Every year that has hours, newest first. */
  async 'quota.years'({ db, today }) {
    const rows = await db.selectFrom('tally').select('year').distinct().where('hours', '>', 0).execute()
    return [...new Set([yearOf(today), ...rows.map(row => row.year)])].sort((a, b) => b - a)
  },
}
