import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'kysely'
import type { recordsApi } from '../../shared/api/records.ts'
import { type RecordName, records } from '../../shared/domain/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { Handlers } from '../app/handlers.ts'
import { parse } from '../app/parse.ts'
import type { AuditTable } from '../db/schema.ts'
import { verifyAudit } from './audit.ts'
import { exportRecords } from './export.ts'
import { anyDb, countRecords, findIds, masked, recordsByIds, titlesFor } from './find.ts'
import { historyOf } from './history.ts'
import { fromRow } from './rows.ts'

const attachmentLimitMb = 20

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
    return { record, titles: await titlesFor(scope, type, [record]) }
  },

  async 'records.titles'(scope, { type: name, search, limit }) {
    if (name === 'person' || name === 'organization') {
      if (search.trim()) return scope.index.search(search, limit, [name]).map(({ id, title, detail }) => ({ id, title, detail }))
    }
    const type: RecordType = records[name]
    const ids = await findIds(scope, { type: name, search, filters: [], voided: false }, { offset: 0, limit })
    return (await recordsByIds(scope, type, ids)).map(row => ({ id: String(row['id']), title: String(row[type.title]), detail: '' }))
  },

  async 'records.create'({ store }, { type: name, draft }) {
    const type: RecordType = records[name]
    return store.create(type, type.complete(parse(type.draft, draft)))
  },

  async 'records.update'({ store }, { type: name, id, version, draft }) {
    const type: RecordType = records[name]
    return store.update(type, store.getUnchanged(type, id, version), type.complete(parse(type.draft, draft)))
  },

  async 'records.void'({ store, db }, { type: name, id, version, reason }) {
    const type: RecordType = records[name]
    const before = store.getUnchanged(type, id, version)
    await refuseInUse(db, name, id)
    return store.void(type, before, reason)
  },

  async 'records.restore'({ store }, { type: name, id, version, reason }) {
    const type: RecordType = records[name]
    return store.restore(type, store.getUnchanged(type, id, version), reason)
  },

  async 'records.history'(scope, { type, id }) {
    return historyOf(scope, records[type], id)
  },

  async 'records.reveal'({ store }, { type: name, id, field }) {
    const type: RecordType = records[name]
    const value: unknown = Object.hasOwn(type.fields, field) ? (store.get(type, id) as Record<string, unknown>)[field] : null
    store.note({ recordType: name, recordId: id, detail: { revealed: field } })
    return { value: typeof value === 'string' ? value : null }
  },

  async 'records.export'(scope, input) {
    return exportRecords(scope, input)
  },

  async 'attachment.add'({ tokens, write }, { file }) {
    const path = tokens.pathOf(file)
    const { size } = await stat(path)
    if (size > attachmentLimitMb * 1024 * 1024) throw new AppError('file.tooLarge', { name: basename(path), limitMb: attachmentLimitMb })
    const bytes = await readFile(path)
    const id = await write(async ({ store }) => store.attach({ name: basename(path), bytes }))
    return { id, name: basename(path), size }
  },

  async 'attachment.save'({ tokens, read, write }, { id, file }) {
    const path = tokens.pathOf(file)
    const found = await read(({ db }) => db.selectFrom('attachmentFile').selectAll().where('id', '=', id).limit(1).executeTakeFirst())
    if (!found) throw new AppError('record.notFound', { label: '附件' })
    await writeFile(path, found.bytes)
    await write(async ({ store }) => store.note({ recordType: 'attachmentFile', recordId: id, detail: { saved: found.name } }))
    return null
  },

  async 'attachment.names'({ db }, { ids }) {
    const rows = await db.selectFrom('attachmentFile').select(['id', 'name', 'size']).where('id', 'in', ids).execute()
    return Object.fromEntries(rows.map(({ id, name, size }) => [id, { name, size }]))
  },

  async 'memory.get'({ db, actor }, { key }) {
    const row = await db.selectFrom('memory').select('value').where('actor', '=', actor).where('key', '=', key).limit(1).executeTakeFirst()
    return row ? JSON.parse(row.value) : null
  },

  async 'memory.put'({ store }, { key, value }) {
    store.remember(key, value)
    return null
  },

  async 'audit.verify'({ db }) {
    const lines: AuditTable[] = await db.selectFrom('audit').selectAll().orderBy('seq').execute()
    return verifyAudit(lines)
  },
}

/** What still stands on a record keeps it from being voided: a branch with members, a body with bodies below it. */
async function refuseInUse(db: Parameters<typeof anyDb>[0], name: RecordName, id: string): Promise<void> {
  if (name !== 'organization') return
  const count = async (table: 'person' | 'organization', column: string) => {
    const { n } = await anyDb(db).selectFrom(table).select(sql<number>`count(*)`.as('n')).where(column, '=', id).where('voidedAt', 'is', null).executeTakeFirstOrThrow()
    return n
  }
  const [people, bodies] = [await count('person', 'organizationId'), await count('organization', 'parentId')]
  if (people > 0) throw new AppError('record.inUse', { label: '党组织', by: ` ${people} 名人员` })
  if (bodies > 0) throw new AppError('record.inUse', { label: '党组织', by: ` ${bodies} 个下级组织` })
}
