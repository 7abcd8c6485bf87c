import { activity, type Attendance } from '../../shared/domain/activity.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import type { Stored } from '../../shared/records/record.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from '../records/rows.ts'

type Db = ReadScope['db']
export type StoredPerson = Stored<(typeof person)['fields']>
export type StoredActivity = Stored<(typeof activity)['fields']>
export type StoredOrganization = Stored<(typeof organization)['fields']>

export async function livingOrganizations(db: Db): Promise<StoredOrganization[]> {
  const rows = await db.selectFrom('organization').selectAll().where('voidedAt', 'is', null).execute()
  return rows.map(row => fromRow(organization, row))
}

export async function peopleByIdNumber(db: Db, idNumbers: Iterable<string>): Promise<Map<string, StoredPerson>> {
  const rows = await db.selectFrom('person').selectAll().where('voidedAt', 'is', null).where(among('idNumber', idNumbers)).execute()
  return new Map(rows.map(row => [row.idNumber, fromRow(person, row)]))
}

export async function activitiesOn(db: Db, startDays: Iterable<string>): Promise<StoredActivity[]> {
  const rows = await db.selectFrom('activity').selectAll().where('voidedAt', 'is', null).where(among('startsOn', startDays)).orderBy('id').execute()
  return rows.map(row => fromRow(activity, row))
}

/** The kept lines of some activities, by activity. */
export async function attendanceOf(db: Db, activityIds: Iterable<string>): Promise<Map<string, Attendance[]>> {
  const rows = await db
    .selectFrom('attendance')
    .select(['activityId', 'personId', 'state', 'hours', 'reason'])
    .where(among('activityId', activityIds))
    .orderBy('personId')
    .execute()
  const lines = new Map<string, Attendance[]>()
  for (const { activityId, ...line } of rows) {
    const known = lines.get(activityId)
    if (known) known.push(line)
    else lines.set(activityId, [line])
  }
  return lines
}
