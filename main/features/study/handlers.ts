import { sql } from 'kysely'
import type { InputOf } from '../../../shared/api/endpoint.ts'
import type { studyApi } from '../../../shared/api/study.ts'
import { activity, countingStates } from '../../../shared/domain/activity.ts'
import { AppError } from '../../../shared/errors.ts'
import { firstDayOf, lastDayOf, yearShares } from '../../../shared/rules/days.ts'
import { maskIdNumber } from '../../../shared/rules/id-number.ts'
import { isMet, shown } from '../../../shared/rules/quota.ts'
import type { Handlers } from '../../app/handlers.ts'
import { parse } from '../../app/parse.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { rosterOn } from '../../quotas/roster.ts'
import { peopleStandings } from '../../quotas/standings.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { like } from '../../records/find.ts'
import { fromRow, nothing } from '../../records/rows.ts'
import { writeAttendance } from '../../records/attendance.ts'

export const studyHandlers: Handlers<keyof typeof studyApi> = {
  async 'activity.list'({ db }, { sort, descending, offset, limit, ...where }) {
    const found = await activitiesIn(db, where)
    const { total } = await found.select(e => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .leftJoin('organization as o', 'o.id', 'a.organizationId')
      .select(['a.id', 'a.version', 'a.name', 'a.kind', 'a.place', 'a.organizer', 'o.name as organization', 'a.startsOn', 'a.endsOn', 'a.hours', 'a.counts'])
      .select(sql<number>`(SELECT count(*) FROM attendance l WHERE l.activityId = a.id AND l.state <> 'excused')`.as('expected'))
      .select(sql<number>`(SELECT count(*) FROM attendance l WHERE l.activityId = a.id AND l.state IN ('present', 'makeup'))`.as('attended'))
      .orderBy(sort === 'attended' ? sql`attended` : sql.ref(`a.${sort}`), descending ? 'desc' : 'asc')
      .orderBy('a.id')
      .offset(offset)
      .limit(limit)
      .execute()
    return {
      total,
      rows: rows.map(({ organization, organizer, counts, ...row }) => ({ ...row, organizer: organization ?? organizer ?? '', counts: counts === 1 })),
    }
  },

  async 'activity.totals'({ db }, where) {
    const found = await activitiesIn(db, where)
    const { activities } = await found.select(e => e.fn.countAll<number>().as('activities')).executeTakeFirstOrThrow()
    const attended = sql`l.state IN ('present', 'makeup')`
    const sums = await found
      .innerJoin('attendance as l', 'l.activityId', 'a.id')
      .select([
        sql<number>`CAST(total(l.state <> 'excused') AS INTEGER)`.as('expected'),
        sql<number>`total(${attended})`.as('attended'),
        sql<number>`total(CASE WHEN ${attended} THEN l.hours END)`.as('hours'),
      ])
      .executeTakeFirstOrThrow()
    return { activities, expected: sums.expected, attended: sums.attended, hours: shown(sums.hours) }
  },

  async 'attendance.get'({ db }, { activityId }) {
    const found = await db.selectFrom('activity').selectAll().where('id', '=', activityId).limit(1).executeTakeFirst()
    if (!found) throw new AppError('record.notFound', { label: '学习活动' })
    const lines = await db
      .selectFrom('attendance as l')
      .innerJoin('person as p', 'p.id', 'l.personId')
      .leftJoin('organization as o', 'o.id', 'p.organizationId')
      .select(['l.personId', 'p.name', 'p.idNumber', 'p.organizationId', 'o.name as organization', 'p.partyPost as post', 'l.state', 'l.hours', 'l.reason'])
      .where('l.activityId', '=', activityId)
      .orderBy('o.nameOrder')
      .orderBy('p.nameOrder')
      .execute()
    const organizer = found.organizationId
      ? await db.selectFrom('organization').select('name').where('id', '=', found.organizationId).limit(1).executeTakeFirst()
      : undefined
    return {
      activity: fromRow(activity, found),
      organizer: organizer?.name ?? found.organizer ?? '',
      lines: lines.map(line => ({ ...line, idNumber: maskIdNumber(line.idNumber), organization: line.organization ?? '' })),
    }
  },

  async 'attendance.roll'({ db }, { organizationId, on, committeeOnly }) {
    const roster = await rosterOn(db, on)
    const below = organizationId ? new Set(await subtreeIds(db, organizationId)) : undefined
    const organizations = new Map(
      (await db.selectFrom('organization').select(['id', 'name']).orderBy('nameOrder').execute()).map((o, order) => [o.id, { ...o, order }]),
    )
    const sounds = new Map((await db.selectFrom('person').select(['id', 'nameOrder']).execute()).map(p => [p.id, p.nameOrder]))
    const place = (id: string | null) => (id ? (organizations.get(id)?.order ?? -1) : -1)
    return roster
      .filter(p => (!below || (p.organizationId !== null && below.has(p.organizationId))) && (!committeeOnly || p.role !== 'none'))
      .sort((a, b) => place(a.organizationId) - place(b.organizationId) || ((sounds.get(a.id) ?? '') < (sounds.get(b.id) ?? '') ? -1 : 1))
      .map(p => ({
        personId: p.id,
        name: p.name,
        idNumber: maskIdNumber(p.idNumber),
        organizationId: p.organizationId,
        organization: p.organizationId ? (organizations.get(p.organizationId)?.name ?? '') : '',
        post: p.post,
      }))
  },

  async 'attendance.save'({ store }, { activityId, version, lines }) {
    const { after, present } = writeAttendance(store, store.getUnchanged(activity, activityId, version), lines)
    return { version: after.version, present }
  },

  async 'activity.register'({ store }, { draft, lines }) {
    const created = store.create(activity, activity.complete(parse(activity.draft, { ...nothing(activity), ...draft })))
    const { after, present } = writeAttendance(store, created, lines)
    return { id: created.id, version: after.version, present }
  },

  async 'activity.consequences'({ db, today }, { activityId }) {
    const found = await db.selectFrom('activity').selectAll().where('id', '=', activityId).limit(1).executeTakeFirst()
    if (!found) throw new AppError('record.notFound', { label: '学习活动' })
    const lines = await db
      .selectFrom('attendance')
      .select(['personId', 'hours'])
      .where('activityId', '=', activityId)
      .where('state', 'in', countingStates)
      .execute()
    const falls = new Set<string>()
    for (const [year, share] of found.counts ? yearShares(found.startsOn, found.endsOn) : []) {
      const hours = new Map(lines.map(line => [line.personId, line.hours * share]))
      for (const { person } of await peopleStandings(db, { quota: 'study-hours', year, ids: [...hours.keys()], today })) {
        if (person.state === 'met' && !isMet(person.done - (hours.get(person.personId) ?? 0), person.target)) falls.add(person.personId)
      }
    }
    return { attended: lines.length, hours: shown(found.hours), fallsShort: falls.size }
  },
}

/** The living activities of a year that a list asks for. */
async function activitiesIn(db: ReadScope['db'], { year, organizationId, kind, search }: InputOf<(typeof studyApi)['activity.totals']>) {
  let found = db
    .selectFrom('activity as a')
    .where('a.voidedAt', 'is', null)
    .where('a.startsOn', '<=', lastDayOf(year))
    .where('a.endsOn', '>=', firstDayOf(year))
  if (kind) found = found.where(sql<boolean>`a.kind = ${kind}`)
  if (search) found = found.where(sql<boolean>`a.name LIKE ${like(search)} ESCAPE '\\'`)
  if (organizationId) {
    // An activity belongs where it was held, and wherever people of the branch took part.
    const below = await subtreeIds(db, organizationId)
    found = found.where(
      sql<boolean>`(${among('a.organizationId', below)} OR EXISTS (SELECT 1 FROM attendance l JOIN person p ON p.id = l.personId WHERE l.activityId = a.id AND ${among('p.organizationId', below)}))`,
    )
  }
  return found
}
