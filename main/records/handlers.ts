import type { recordsApi } from '../../shared/api/records.ts'
import { records } from '../../shared/domain/index.ts'
import { organization } from '../../shared/domain/organization.ts'
import { AppError, refuse } from '../../shared/errors.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { Handlers } from '../app/handlers.ts'
import { parse } from '../app/parse.ts'
import { followStanding } from '../procedures/ending.ts'
import { attachmentHandlers } from './attachments.ts'
import { cautionsOf } from './cautions.ts'
import { deadlinesOf } from './deadlines.ts'
import { exportRecords } from './export.ts'
import { anyDb, countRecords, findIds, recordsByIds, titlesFor } from './find.ts'
import { guardBallots, guardOrganization, refuseInUse, refuseSecretSnooze, refuseUncountable } from './guards.ts'
import { historyOf } from './history.ts'
import { masked, unmasked } from './masking.ts'
import { draftFrom, fromRow, nothing } from './rows.ts'
import { refuseCounted, refuseScored } from './scheme-use.ts'
import { mayExportSecret } from './secret-export.ts'

export const recordHandlers: Handlers<Exclude<keyof typeof recordsApi, 'undo.last' | 'jobs.cancel'>> = {
  async 'records.list'(scope, { offset, limit, ...where }) {
    const type: RecordType = records[where.type]
    const total = await countRecords(scope, where)
    const rows = await recordsByIds(scope, type, await findIds(scope, where, { offset, limit }))
    return { total, rows: rows.map(row => masked(type, row)), titles: await titlesFor(scope, type, rows) }
  },

  async 'records.ids'(scope, where) {
    return findIds(scope, where, { offset: 0, limit: 50_000 })
  },

  async 'records.get'(scope, { type: name, id }) {
    const type: RecordType = records[name]
    const row = await anyDb(scope.db).selectFrom(name).selectAll().where('id', '=', id).limit(1).executeTakeFirst()
    if (!row) throw new AppError('record.notFound', { label: type.label })
    const record = fromRow(type, row) as Record<string, unknown>
    const titles = await titlesFor(scope, type, [record])
    return {
      record: masked(type, record),
      titles,
      deadlines: [...(await deadlinesOf(scope, name, row))],
      cautions: [...(await cautionsOf(scope.db, name, row))],
    }
  },

  async 'records.titles'(scope, { type: name, search, limit }) {
    if (name === 'person' || name === 'organization') {
      if (search.trim()) return scope.index.search(search, limit, [name]).map(({ id, title, detail }) => ({ id, title, detail }))
    }
    const type: RecordType = records[name]
    const ids = await findIds(scope, { type: name, search, filters: [], voided: false }, { offset: 0, limit })
    return (await recordsByIds(scope, type, ids)).map(row => ({ id: String(row['id']), title: String(row[type.title]), detail: '' }))
  },

  async 'records.create'({ store, db }, { type: name, draft }) {
    const type: RecordType = records[name]
    await guardBallots(db, name, null)
    const whole = type.complete(parse(type.draft, { ...nothing(type), ...unmasked(type, draft) }))
    refuseUncountable(name, whole)
    refuseSecretSnooze(name, whole)
    return masked(type, store.create(type, whole))
  },

  async 'records.update'({ store, db }, { type: name, id, version, draft }) {
    const type: RecordType = records[name]
    const before = store.getUnchanged(type, id, version)
    await guardBallots(db, name, id)
    // What a draft leaves out stays as it is: a script written for an earlier release does not wipe a newer field.
    const whole = { ...draftFrom(type, before), ...unmasked(type, draft, before) }
    const after = type.complete(parse(type.draft, whole))
    if (name === 'scheme') await refuseCounted(db, id)
    if (name === 'organization') await guardOrganization(db, store.get(organization, id), parse(organization.draft, whole))
    refuseUncountable(name, after)
    refuseSecretSnooze(name, after)
    return masked(type, store.update(type, before, after))
  },

  async 'records.void'(scope, { type: name, id, version, reason }) {
    const { store, db } = scope
    const type: RecordType = records[name]
    const before = store.getUnchanged(type, id, version)
    await guardBallots(db, name, id)
    if (name === 'organization') await refuseInUse(db, id)
    if (name === 'scheme') await refuseScored(db, id)
    const gone = store.void(type, before, reason)
    if (name !== 'caseStep') return masked(type, gone)
    await followStanding(scope, id)
    return masked(type, store.get(type, id))
  },

  async 'records.restore'(scope, { type: name, id, version, reason }) {
    const { store, db } = scope
    const type: RecordType = records[name]
    await guardBallots(db, name, id)
    const back = store.restore(type, store.getUnchanged(type, id, version), reason)
    if (name !== 'caseStep') return masked(type, back)
    await followStanding(scope, id)
    return masked(type, store.get(type, id))
  },

  async 'records.history'(scope, { type, id }) {
    return historyOf(scope, records[type], id)
  },

  async 'records.reveal'({ store }, { type: name, id, field }) {
    const type: RecordType = records[name]
    if (!Object.hasOwn(type.fields, field) || !type.fields[field]?.masked) throw refuse('field', 'notMasked', '这一项没有遮盖')
    const value = (store.get(type, id) as Record<string, unknown>)[field]
    store.note({ recordType: name, recordId: id, detail: { revealed: field } })
    return { value: typeof value === 'string' ? value : null }
  },

  async 'records.exportable'(scope, { type: name }) {
    const type: RecordType = records[name]
    return type.secret === undefined || mayExportSecret(scope)
  },

  async 'records.export'(scope, input) {
    return exportRecords(scope, input)
  },

  ...attachmentHandlers,

  async 'memory.get'({ db, actor }, { key }) {
    const row = await db.selectFrom('memory').select('value').where('actor', '=', actor).where('key', '=', key).limit(1).executeTakeFirst()
    return row ? JSON.parse(row.value) : null
  },

  async 'memory.put'({ store }, { key, value }) {
    store.remember(key, value)
    return null
  },
}
