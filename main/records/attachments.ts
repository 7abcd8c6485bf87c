import { hash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { recordsApi } from '../../shared/api/records.ts'
import { secretOf } from '../../shared/domain/ownership.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../app/handlers.ts'
import type { ReadScope } from '../app/scopes.ts'
import { writeNotedFile } from '../files/noted-file.ts'

const attachmentLimitMb = 20
/** Bytes that cross the border at a time. */
const piece = 3 * 1024 * 1024

type Names = Extract<keyof typeof recordsApi, `attachment.${string}`>

/** Files kept with records, encrypted with everything else. */
export const attachmentHandlers: Handlers<Names> = {
  async 'attachment.add'({ tokens, write }, { file, holder }) {
    const path = tokens.pathOf(file)
    const name = basename(path)
    const bytes = await readAttachment(path)
    const id = await write(async ({ store }) => store.attach({ name, bytes, secret: holder && secretOf(holder) }))
    return { id, name, size: bytes.length }
  },

  async 'attachment.save'({ tokens, read, write }, { id, file }) {
    const path = tokens.pathOf(file)
    const found = await read(({ db }) => db.selectFrom('attachmentFile').selectAll().where('id', '=', id).limit(1).executeTakeFirst())
    if (!found) throw new AppError('record.notFound', { label: '附件' })
    await writeNotedFile(path, found.bytes, () =>
      write(async ({ store }) => store.note({ recordType: 'attachmentFile', recordId: id, detail: { saved: basename(path), folder: dirname(path) } })),
    )
    return null
  },

  async 'attachment.names'({ db }, { ids }) {
    const rows = await db.selectFrom('attachmentFile').select(['id', 'name', 'size']).where('id', 'in', ids).execute()
    return Object.fromEntries(rows.map(({ id, name, size }) => [id, { name, size }]))
  },

  async 'attachment.open'({ read, write }, { id }) {
    const found = await read(async ({ db }) => {
      const file = await db.selectFrom('attachmentFile').selectAll().where('id', '=', id).limit(1).executeTakeFirst()
      if (!file) throw new AppError('record.notFound', { label: '附件' })
      const { bytes, name, size, createdAt } = file
      return { name, size, addedAt: createdAt, sha256: hash('sha256', bytes), taken: await fingerprintOf(db, id) }
    })
    const opened = await write(async ({ db, store, actor }) => {
      store.note({ recordType: 'attachmentFile', recordId: id, detail: { opened: found.name } })
      const { seq } = await openings(db, id, actor)
        .select(e => e.fn.max('seq').as('seq'))
        .executeTakeFirstOrThrow()
      return Number(seq)
    })
    const { taken, ...file } = found
    return { ...file, intact: taken === file.sha256, opened }
  },

  async 'attachment.piece'({ db, actor }, { id, opened, offset }) {
    const noted = await openings(db, id, actor).select('seq').where('seq', '=', opened).limit(1).executeTakeFirst()
    const part = sql<Uint8Array>`substr(bytes, ${offset + 1}, ${piece})`.as('part')
    const found = noted && (await db.selectFrom('attachmentFile').select(['size', part]).where('id', '=', id).limit(1).executeTakeFirst())
    if (!found) throw new AppError('record.notFound', { label: '附件' })
    return { base64: Buffer.from(found.part).toString('base64'), next: offset + piece < found.size ? offset + piece : null }
  },
}

/** What the audit has of someone's looks at a file. */
const openings = (db: ReadScope['db'], id: string, actor: string) =>
  db
    .selectFrom('audit')
    .where('recordType', '=', 'attachmentFile')
    .where('recordId', '=', id)
    .where('action', '=', 'attachment.open')
    .where('actor', '=', actor)

const taken = z.object({ sha256: z.string() })

/** The fingerprint that the audit was given when a file was taken in: who changes the file does not change that. */
export async function fingerprintOf(db: ReadScope['db'], id: string): Promise<string | undefined> {
  const lines = await db
    .selectFrom('audit')
    .select('after')
    .where('recordType', '=', 'attachmentFile')
    .where('recordId', '=', id)
    .orderBy('seq')
    .limit(1)
    .execute()
  const said = lines.flatMap(({ after }) => (after === null ? [] : [taken.safeParse(JSON.parse(after))]))
  return said.find(one => one.success)?.data.sha256
}

async function readAttachment(path: string): Promise<Uint8Array> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > attachmentLimitMb * 1024 * 1024) throw new AppError('file.tooLarge', { name, limitMb: attachmentLimitMb })
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file.unreadable', { name, why: '文件不在，或没有读取的权限' })
  }
}
