import { sql } from 'kysely'
import type { InputOf } from '../../../shared/api/endpoint.ts'
import type { meetingApi } from '../../../shared/api/meeting.ts'
import { activity } from '../../../shared/domain/activity.ts'
import { isMeetingKind, meetingKinds } from '../../../shared/domain/meeting.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { maskIdNumber } from '../../../shared/rules/id-number.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { like, titlesFor } from '../../records/find.ts'
import { fromRow } from '../../records/rows.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { expectedAt, type Planned } from './expected.ts'
import { isVoter } from '../../quotas/members.ts'
import { countsOf } from './figures.ts'
import { saveMeeting } from './save.ts'

type Db = ReadScope['db']
type Where = InputOf<(typeof meetingApi)['meeting.totals']>

export const meetingHandlers: Handlers<keyof typeof meetingApi> = {
  async 'meeting.list'({ db }, { sort, descending, offset, limit, ...where }) {
    const found = await meetingsIn(db, where)
    const { total } = await found.select(e => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    // Of every kind, the newest are met first on the walk by day: a plus keeps the index by kind out of it.
    const walked = where.kind
      ? found
      : (await activitiesOf(db, where)).where(sql<boolean>`+a.kind IN (SELECT value FROM json_each(${JSON.stringify(meetingKinds)}))`)
    const rows = await walked
      .leftJoin('organization as o', 'o.id', 'a.organizationId')
      .select(['a.id', 'a.version', 'a.name', 'a.kind', 'a.organizer', 'o.name as organization', 'a.startsOn', 'a.endsOn', 'a.hours', 'a.counts', 'a.chair'])
      .select(sql<number>`(SELECT count(*) FROM attendance l WHERE l.activityId = a.id AND l.state <> 'excused')`.as('expected'))
      .select(sql<number>`(SELECT count(*) FROM attendance l WHERE l.activityId = a.id AND l.state = 'present')`.as('attended'))
      .select(sql<number>`(SELECT count(*) FROM resolution r WHERE r.activityId = a.id)`.as('resolutions'))
      .select(sql<number>`(a.minutes IS NOT NULL) + (a.photo IS NOT NULL)`.as('attachments'))
      .orderBy(sql.ref(`a.${sort}`), descending ? 'desc' : 'asc')
      .orderBy('a.id')
      .offset(offset)
      .limit(limit)
      .execute()
    return {
      total,
      rows: rows.map(({ organization, organizer, counts, ...row }) => ({ ...row, organization: organization ?? organizer ?? '', counts: counts === 1 })),
    }
  },

  async 'meeting.totals'({ db }, { kind: _kind, ...where }) {
    const rows = await (
      await meetingsIn(db, where)
    )
      .select(['a.kind', e => e.fn.countAll<number>().as('meetings')])
      .groupBy('a.kind')
      .execute()
    return { meetings: rows.reduce((sum, row) => sum + row.meetings, 0), byKind: Object.fromEntries(rows.map(row => [row.kind, row.meetings])) }
  },

  async 'meeting.get'(scope, { activityId }) {
    const { db } = scope
    const kept = await keptActivity(db, activityId)
    const lines = await db
      .selectFrom('attendance as l')
      .innerJoin('person as p', 'p.id', 'l.personId')
      .leftJoin('organization as o', 'o.id', 'p.organizationId')
      .select(['l.personId', 'p.name', 'p.idNumber', 'p.organizationId', 'o.name as organization', 'p.partyPost as post'])
      .select(['p.category', 'p.fullMemberOn', 'p.membershipState', 'p.membershipOn'])
      .select(['l.state', 'l.hours', 'l.reason'])
      .where('l.activityId', '=', activityId)
      .orderBy('o.nameOrder')
      .orderBy('p.nameOrder')
      .execute()
    const shown = lines.map(({ category, fullMemberOn, membershipState, membershipOn, ...line }) => ({
      ...line,
      idNumber: maskIdNumber(line.idNumber),
      organization: line.organization ?? '',
      voter: isVoter({ category, fullMemberOn, membershipState, membershipOn }, kept.startsOn),
    }))
    const titles = await titlesFor(scope, activity, [kept])
    return {
      activity: kept,
      organizer: (kept.organizationId && titles[kept.organizationId]) || kept.organizer || '',
      titles,
      lines: shown,
      resolutions: await resolutionsOf(db, activityId),
      counts: countsOf(shown),
    }
  },

  async 'meeting.expected'({ db }, input) {
    return expectedAt(db, 'activityId' in input ? await planOf(db, input.activityId) : input)
  },

  async 'meeting.save'(scope, input) {
    return saveMeeting(scope, input)
  },
}

async function keptActivity(db: Db, id: string) {
  const row = await db.selectFrom('activity').selectAll().where('id', '=', id).limit(1).executeTakeFirst()
  if (!row) throw new AppError('record.notFound', { label: '会议' })
  return fromRow(activity, row)
}

/** The decisions of one meeting, by their number. */
const resolutionsOf = (db: Db, activityId: string) =>
  db
    .selectFrom('resolution')
    .select(['number', 'item', 'decision', 'method', 'voters', 'present', 'agree', 'against', 'abstain', 'conclusion'])
    .where('activityId', '=', activityId)
    .orderBy('number')
    .execute()

async function planOf(db: Db, id: string): Promise<Planned> {
  const { kind, organizationId, startsOn } = await keptActivity(db, id)
  const issue = (path: string, message: string) => refuse(path, 'missing', message)
  if (!isMeetingKind(kind)) throw issue('activityId', '这不是会议，没有应到的口径')
  if (!organizationId) throw issue('organizationId', '先填会议的主办党组织，再算应到')
  return { kind, organizationId, day: startsOn }
}

/** The living meetings of a year that a list asks for. */
async function meetingsIn(db: Db, where: Where) {
  return (await activitiesOf(db, where)).where('a.kind', 'in', where.kind ? [where.kind] : meetingKinds)
}

/** The same, of whatever kind. */
async function activitiesOf(db: Db, { year, organizationId, search }: Where) {
  let found = db
    .selectFrom('activity as a')
    .where('a.voidedAt', 'is', null)
    .where('a.startsOn', '>=', firstDayOf(year))
    .where('a.startsOn', '<=', lastDayOf(year))
  if (search) found = found.where(sql<boolean>`a.name LIKE ${like(search)} ESCAPE '\\'`)
  if (organizationId) found = found.where(among('a.organizationId', await subtreeIds(db, organizationId)))
  return found
}
