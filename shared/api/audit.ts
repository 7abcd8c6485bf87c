import { z } from 'zod'
import type { Role } from '../domain/roles.ts'
import { localDate } from '../records/fields.ts'
import { keysOf } from '../records/keys.ts'
import { action, everyone, query } from './endpoint.ts'
import { fileToken } from './shell.ts'

/** Kinds of audit line, as people ask for them. */
export const auditKinds = {
  entry: '进出',
  user: '使用人与口令',
  record: '登记与改动',
  reveal: '查看全文',
  issue: '打印与导出',
  import: '导入',
  backup: '备份',
  office: '建台账与升级',
} as const
export type AuditKind = keyof typeof auditKinds

const asked = z.strictObject({
  from: localDate.optional(),
  until: localDate.optional(),
  actor: z.string().max(40).optional(),
  kind: z.enum(keysOf(auditKinds)).optional(),
  recordType: z.string().max(60).optional(),
  search: z.string().trim().max(60).optional(),
})
export type AuditQuestion = z.infer<typeof asked>

const line = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  machine: z.string(),
  kind: z.enum(keysOf(auditKinds)),
  /** What was done, to what: 改 谈心谈话. */
  did: z.string(),
  what: z.string(),
  /** Of a business record only its number and which fields: what they say is not for 安全审计员. */
  detail: z.string(),
})
export type AuditEntry = z.infer<typeof line>

const auditor: readonly Role[] = ['auditor']

export const auditApi = {
  /** Newest first, from below `before`. `next` goes on from there; with a filter it may come before the list is full, so that no look takes long. */
  'audit.list': query(
    asked.extend({ before: z.int().positive().optional(), limit: z.int().min(1).max(500).default(100) }),
    z.object({ lines: z.array(line), next: z.int().nullable(), total: z.int() }),
    auditor,
  ),
  /** Writes what the filter finds as an .xlsx, at most 100,000 lines. Leaves an audit line. */
  'audit.export': action(asked.extend({ file: fileToken, job: z.string() }), z.object({ rows: z.int() }), auditor),
  /**
   * Walks the chain of the audit, then holds every record against its last line. `brokenAt` is the first line that does not
   * hold; null where something is kept that no line tells of. A stretch at a time: nobody waits for it.
   */
  'audit.verify': action(
    z.strictObject({ job: z.string().optional() }),
    z.object({ ok: z.boolean(), lines: z.int(), brokenAt: z.int().nullable(), why: z.string().nullable() }),
    everyone,
  ),
}
