import { z } from 'zod'
import { recordNames } from '../domain/index.ts'
import { recordCaution, recordDeadline } from './deadlines.ts'
import { action, command, everyone, query } from './endpoint.ts'
import { piece } from './piece.ts'
import { fileToken } from './shell.ts'

/** Users are no business records: who may enter, and as what, is not for the clerk to write. */
export const recordName = z.enum(recordNames).refine(name => name !== 'user', '使用人不在这里登记')
const row = z.record(z.string(), z.unknown())
const one = { type: recordName, id: z.string().min(1) }

export const filter = z
  .strictObject({
    field: z.string(),
    op: z.enum(['is', 'in', 'contains', 'from', 'until', 'empty', 'filled']),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  })
  .refine(({ op, value }) => op === 'empty' || op === 'filled' || (value !== undefined && Array.isArray(value) === (op === 'in')), '筛选条件不完整')
export type Filter = z.infer<typeof filter>

export const listInput = z.strictObject({
  type: recordName,
  search: z.string().max(100).optional(),
  filters: z.array(filter).max(20).default([]),
  /** Only records of this organization and those below it. */
  organizationId: z.string().optional(),
  sort: z.strictObject({ field: z.string(), descending: z.boolean().default(false) }).optional(),
  voided: z.boolean().default(false),
  ...piece,
})

/** The endpoints every record type gets for free. `draft` is checked against the type's own schema in main. */
export const recordsApi = {
  /** `titles` names what the rows refer to, by id; masked fields come masked. */
  'records.list': query(listInput, z.object({ rows: z.array(row), total: z.int(), titles: z.record(z.string(), z.string()) })),
  /** Ids in list order, for "select all n" and for previous/next; at most 50,000. */
  'records.ids': query(listInput.omit({ offset: true, limit: true }), z.array(z.string())),
  /** One record. As everywhere, masked fields come masked: `records.reveal` gives them whole. With what must be done about it by when, and what there is to look at again. */
  'records.get': query(
    z.strictObject(one),
    z.object({
      record: row,
      titles: z.record(z.string(), z.string()),
      deadlines: z.array(recordDeadline),
      cautions: z.array(recordCaution),
    }),
  ),
  'records.titles': query(
    z.strictObject({ type: recordName, search: z.string().max(100), limit: z.int().min(1).max(50).default(12) }),
    z.array(z.object({ id: z.string(), title: z.string(), detail: z.string() })),
  ),
  'records.create': command(z.strictObject({ type: recordName, draft: row }), row),
  /** A masked field that comes back as it was read keeps its value. */
  'records.update': command(z.strictObject({ ...one, version: z.int(), draft: row }), row),
  'records.void': command(z.strictObject({ ...one, version: z.int(), reason: z.string().trim().min(2, '请写明理由').max(200) }), row),
  'records.restore': command(z.strictObject({ ...one, version: z.int(), reason: z.string().trim().min(2, '请写明理由').max(200) }), row),
  'records.history': query(
    z.strictObject(one),
    z.array(
      z.object({
        seq: z.int(),
        at: z.string(),
        actor: z.string(),
        action: z.string(),
        /** The line that began the record. */ created: z.boolean(),
        changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
  ),
  /** The whole value of a masked field. Leaves an audit line. */
  'records.reveal': command(z.strictObject({ ...one, field: z.string() }), z.object({ value: z.string().nullable() })),
  /** Writes the list as an .xlsx. Leaves an audit line. */
  /** Whether lists of this type may leave as files: of 监督资料 only where the office lets them. */
  'records.exportable': query(z.strictObject({ type: recordName }), z.boolean()),
  'records.export': action(
    listInput
      .omit({ offset: true, limit: true })
      .extend({ fields: z.array(z.string()).max(60).optional(), ids: z.array(z.string()).max(50_000).optional(), file: fileToken }),
    z.object({ rows: z.int() }),
  ),
  /** Takes back this user's last change, if nothing has happened to it since. */
  'undo.last': command(z.strictObject({}), z.object({ label: z.string() })),
  /** With the type that is to hold it: a file of 监督资料 is one from the first. */
  'attachment.add': action(z.strictObject({ file: fileToken, holder: recordName.optional() }), z.object({ id: z.string(), name: z.string(), size: z.int() }), [
    'clerk',
    'head',
  ]),
  'attachment.save': action(z.strictObject({ id: z.string(), file: fileToken }), z.null()),
  /**
   * A kept file to be looked at here: what it is, and whether it is still what was taken in. Leaves an audit line, whose number `attachment.piece`
   * asks for: nothing of a file is read without one.
   */
  'attachment.open': action(
    z.strictObject({ id: z.string() }),
    z.object({
      name: z.string(),
      size: z.int(),
      sha256: z.string(),
      /** As it was when it was taken in. */ intact: z.boolean(),
      addedAt: z.string(),
      opened: z.int(),
    }),
  ),
  /** Bytes of a file that was opened, as base64, from `offset` on; a piece at a time. */
  'attachment.piece': query(
    z.strictObject({ id: z.string(), opened: z.int(), offset: z.int().min(0) }),
    z.object({ base64: z.string(), next: z.int().nullable() }),
  ),
  'attachment.names': query(z.strictObject({ ids: z.array(z.string()).max(200) }), z.record(z.string(), z.object({ name: z.string(), size: z.int() }))),
  /** What a screen remembers for this user: chosen columns, views, import mappings. Not a record, not audited. */
  'memory.get': query(z.strictObject({ key: z.string().max(100) }), z.unknown(), everyone),
  'memory.put': command(
    z.strictObject({ key: z.string().max(100), value: z.json().refine(value => JSON.stringify(value).length <= 100_000, '内容过大') }),
    z.null(),
    everyone,
  ),
  'jobs.cancel': action(z.strictObject({ id: z.string() }), z.null(), everyone),
}
