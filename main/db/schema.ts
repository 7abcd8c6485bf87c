import type { lines, records } from '../../shared/domain/index.ts'
import type { LineOf, RecordOf } from '../../shared/records/record.ts'

/** Flags are stored as 0/1, lists as JSON text; every other value is stored as the record shows it. */
type Cell<T> = boolean extends T ? 0 | 1 : T extends readonly unknown[] ? string : T
type Row<R> = { [K in keyof R]: Cell<R[K]> }

/** Kept beside the fields of people and organizations so that 拼音 finds them. */
interface Derived {
  pinyin: string
  nameOrder: string
  initials: string
}

type RecordTables = { [N in keyof typeof records]: Row<RecordOf<(typeof records)[N]>> & (N extends 'person' | 'organization' ? Derived : unknown) }
type LineTables = { [N in keyof typeof lines]: Row<LineOf<(typeof lines)[N]>> & Record<(typeof lines)[N]['parentColumn'], string> }

export interface AuditTable {
  seq: number
  at: string
  actor: string
  action: string
  recordType: string
  recordId: string
  before: string | null
  after: string | null
  machine: string
  /** Digest of this line and the one before it, so that a line altered or removed from among them shows. */
  chain: string
}

export const monthColumns = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'] as const

/** Totals that boards read, by subject, year and month; kept in the transaction that writes the lines. */
export type TallyTable = { tally: string; year: number; subjectId: string; amount: number } & Record<(typeof monthColumns)[number], number>

export interface OfficeTable {
  id: number
  name: string
  preset: string
  createdAt: string
}

export interface AttachmentTable {
  id: string
  name: string
  size: number
  sha256: string
  bytes: Uint8Array
  createdAt: string
  /** The class of 监督资料 that it belongs to. */
  secret: string | null
}

export interface MemoryTable {
  actor: string
  key: string
  value: string
}

export interface ShipmentTable {
  name: string
  version: number
}

export type Database = RecordTables &
  LineTables & { audit: AuditTable; tally: TallyTable; office: OfficeTable; attachmentFile: AttachmentTable; memory: MemoryTable; shipment: ShipmentTable }
