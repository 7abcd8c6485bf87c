import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { peopleApi } from '../../../shared/api/people.ts'
import { activityKinds, attendanceStates, countingStates } from '../../../shared/domain/activity.ts'
import { recordNames, records } from '../../../shared/domain/index.ts'
import { person } from '../../../shared/domain/person.ts'
import type { RecordType } from '../../../shared/records/record.ts'
import { dayOf } from '../../app/clock.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { anyDb } from '../../records/find.ts'
import { historyOf } from '../../records/history.ts'
import { fromRow } from '../../records/rows.ts'
import { wordsOf } from '../../records/words.ts'

type Item = OutputOf<(typeof peopleApi)['person.timeline']>[number]

/** Everything dated that is known of a person, newest first. */
export async function timelineOf(scope: ReadScope, id: string): Promise<Item[]> {
  const items = [
    ...(await studyItems(scope.db, id)),
    ...(await lifeItems(scope.db, id)),
    ...(await changeItems(scope.db, id)),
    ...(await registerItems(scope.db, id)),
    ...(await recordItems(scope, id)),
  ]
  return items.sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))
}

async function studyItems(db: ReadScope['db'], id: string): Promise<Item[]> {
  const rows = await db
    .selectFrom('attendance as l')
    .innerJoin('activity as a', 'a.id', 'l.activityId')
    .select(['a.id', 'a.name', 'a.kind', 'a.startsOn', 'a.counts', 'l.state', 'l.hours'])
    .where('l.personId', '=', id)
    .where('a.voidedAt', 'is', null)
    .execute()
  return rows.map(row => {
    const counts = row.counts === 1 && countingStates.includes(row.state)
    const detail = counts ? `${attendanceStates[row.state]} · 计 ${row.hours} 学时` : `${attendanceStates[row.state]} · 应计 ${row.hours} 学时，未计`
    return {
      on: row.startsOn,
      topic: 'study',
      title: row.name,
      detail: `${activityKinds[row.kind]} · ${detail}`,
      recordType: 'activity',
      recordId: row.id,
      tone: counts ? 'plain' : 'short',
    }
  })
}

async function lifeItems(db: ReadScope['db'], id: string): Promise<Item[]> {
  const found = await db
    .selectFrom('person')
    .select(['joinedOn', 'fullMemberOn', 'mobilityOn', 'mobility', 'mobilityPlace'])
    .where('id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (!found) return []
  const item = (on: string | null, title: string, detail: string): Item[] =>
    on ? [{ on, topic: 'membership', title, detail, recordType: null, recordId: null, tone: 'plain' }] : []
  return [
    ...item(found.joinedOn, '加入党组织', '接收为预备党员'),
    ...item(found.fullMemberOn, '转为正式党员', '党龄自此日起算'),
    ...item(found.mobilityOn, found.mobility === 'lost' ? '失去联系' : '外出流动', found.mobilityPlace ?? ''),
  ]
}

async function changeItems(db: ReadScope['db'], id: string): Promise<Item[]> {
  const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
  const transfers = await db.selectFrom('transfer').selectAll().where('personId', '=', id).where('voidedAt', 'is', null).execute()
  const appointments = await db.selectFrom('appointment').selectAll().where('personId', '=', id).where('voidedAt', 'is', null).execute()
  const exemptions = await db.selectFrom('exemption').selectAll().where('personId', '=', id).where('voidedAt', 'is', null).execute()
  const base = { topic: 'organization', tone: 'plain' } as const
  return [
    ...transfers.map(t => ({
      ...base,
      on: t.movedOn,
      title: `转入${names.get(t.toId) ?? ''}`,
      detail: [t.fromId ? `原在${names.get(t.fromId) ?? ''}` : '', t.reason ?? ''].filter(Boolean).join(' · '),
      recordType: 'transfer',
      recordId: t.id,
    })),
    ...appointments.map(a => ({
      ...base,
      on: a.startsOn,
      title: `任${a.post}`,
      detail: [a.organizationId ? names.get(a.organizationId) : '', a.endsOn ? `至 ${a.endsOn}` : '', a.document ?? ''].filter(Boolean).join(' · '),
      recordType: 'appointment',
      recordId: a.id,
    })),
    ...exemptions.map(e => ({
      ...base,
      topic: 'study' as const,
      on: e.startsOn,
      title: `免${records.exemption.fields.quota.choices?.[e.quota] ?? ''}：${e.reason}`,
      detail: e.endsOn ? `至 ${e.endsOn}` : '一直有效',
      recordType: 'exemption',
      recordId: e.id,
    })),
  ]
}

/** Whatever the registers hold about a person, by the first day each record has. */
async function registerItems(db: ReadScope['db'], id: string): Promise<Item[]> {
  const items: Item[] = []
  for (const name of recordNames) {
    const type: RecordType = records[name]
    const fields = Object.entries(type.fields)
    const about = fields.find(([, field]) => field.target === 'person')?.[0]
    const on = fields.find(([, field]) => field.kind === 'date')?.[0]
    // 监督资料 are opened by themselves, with a line in the audit.
    if (!type.topic || type.secret || !about || !on) continue
    const rows = await anyDb(db).selectFrom(name).selectAll().where(about, '=', id).where('voidedAt', 'is', null).execute()
    for (const row of rows) {
      const record: Record<string, unknown> = fromRow(type, row)
      const said = fields.filter(([key, field]) => type.list.includes(key) && key !== on && !field.target && record[key] !== null)
      items.push({
        on: typeof row[on] === 'string' ? row[on] : null,
        topic: type.topic,
        title: type.label,
        detail: said.map(([key, field]) => `${field.label} ${wordsOf(field, record[key], () => undefined)}`).join(' · '),
        recordType: name,
        recordId: String(row['id']),
        tone: 'plain',
      })
    }
  }
  return items
}

async function recordItems(scope: ReadScope, id: string): Promise<Item[]> {
  const lines = await historyOf(scope, person, id)
  return lines.flatMap(({ at, actor, created, changes }) => {
    // Who looked at a masked value is in the record's history; to the person it did nothing.
    const labels = changes.filter(c => c.field !== 'revealed').map(c => c.label)
    if (labels.length === 0) return []
    const title = created ? '登记' : `改动${labels.slice(0, 3).join('、')}${labels.length > 3 ? `等 ${labels.length} 项` : ''}`
    return [{ on: dayOf(new Date(at)), topic: 'record', title, detail: actor, recordType: null, recordId: null, tone: 'plain' }]
  })
}
