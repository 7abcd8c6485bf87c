import { z } from 'zod'
import { type RecordName, records, importedNames } from '../domain/index.ts'
import { localDate } from '../records/fields.ts'
import { keysOf } from '../records/keys.ts'
import { action } from './endpoint.ts'
import { piece } from './piece.ts'
import { fileToken } from './shell.ts'

/** The workbooks with an import of their own, in the order in which a new office needs them. */
export const ownImports = {
  organizations: '党组织',
  people: '党员花名册',
  study: '学时登记',
  branch: '支部上报表',
  count: '计票表',
  cases: '发展党员进度',
} as const
export type OwnImport = keyof typeof ownImports
export const ownImportNames = keysOf(ownImports)

/** What a workbook can be taken in as: those, and every register by the name of its record type. */
export type ImportKind = OwnImport | RecordName
export const importKinds: readonly ImportKind[] = [...ownImportNames, ...importedNames]
const kind = z.enum(importKinds)
/** Kinds whose workbooks are made for each branch and known again by their 编号; the others have an empty workbook of their own. */
export const handedOut = ['branch', 'count'] as const
export type HandedOut = (typeof handedOut)[number]
export const isHandedOut = (name: ImportKind): name is HandedOut => handedOut.some(known => known === name)
const templateKind = kind.exclude(handedOut)

export const isImportKind = (name: string | undefined): name is ImportKind => importKinds.some(known => known === name)
export const isOwnImport = (name: ImportKind): name is OwnImport => Object.hasOwn(ownImports, name)
export const importLabel = (name: ImportKind): string => (isOwnImport(name) ? ownImports[name] : records[name].label)

const writers = ['clerk', 'head'] as const

/** For each sheet, which field each column goes to; null leaves a column out. */
export const mapping = z.record(z.string(), z.record(z.string(), z.string().nullable()))
export type Mapping = z.infer<typeof mapping>

/**
 * The user's word about single things of a file: what a text of a field stands for, in every row that has it (a branch's
 * name that is on file for one that is not), and rows left out, as Excel numbers them, by sheet.
 */
export const repairs = z.strictObject({
  meant: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  skipped: z.record(z.string(), z.array(z.int().min(1)).max(100_000)).default({}),
})
export type Repairs = z.infer<typeof repairs>

export const importFault = z.object({ sheet: z.string(), row: z.int(), field: z.string(), code: z.string(), message: z.string() })

export const sheetReading = z.object({
  sheet: z.string(),
  headerRow: z.int().nullable(),
  skipped: z.object({ titles: z.int(), blanks: z.int(), totals: z.int() }),
  rows: z.int(),
  columns: z.array(z.object({ column: z.string(), heading: z.string(), field: z.string().nullable(), sure: z.boolean(), sample: z.string() })),
  /** Where the sheet itself names the branch, that name. */
  sheetBranch: z.string().nullable(),
})
export type SheetReading = z.infer<typeof sheetReading>

export const importOutcome = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  written: z.boolean(),
  faults: z.array(importFault),
})
export type ImportOutcome = z.infer<typeof importOutcome>

const previewCounts = z.object({ read: z.int(), created: z.int(), updated: z.int(), unchanged: z.int(), faulty: z.int() })

const source = { kind, file: fileToken, mapping: mapping.optional(), repairs: repairs.optional() }

export const importApi = {
  'import.inspect': action(
    z.strictObject(source),
    z.object({ file: z.string(), sheets: z.array(sheetReading), fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })) }),
    writers,
  ),
  /** Everything that would happen, without writing. Rows come in pages; `job` names the progress events. */
  'import.preview': action(
    z.strictObject({
      ...source,
      job: z.string(),
      /** Only the rows of this sheet, with its columns. */
      sheet: z.string().optional(),
      show: z.enum(['all', 'created', 'updated', 'unchanged', 'faulty', 'notable']).default('notable'),
      ...piece,
    }),
    z.object({
      counts: previewCounts,
      /** The same by sheet, where the sheets of the workbook are not alike. */
      sheets: z.array(previewCounts.extend({ sheet: z.string() })),
      total: z.int(),
      /** The year that most of the rows are about, where they are about years. */
      year: z.int().nullable(),
      columns: z.array(z.object({ field: z.string(), label: z.string() })),
      rows: z.array(
        z.object({
          sheet: z.string(),
          row: z.int(),
          status: z.enum(['created', 'updated', 'unchanged', 'faulty']),
          values: z.record(z.string(), z.string()),
          changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
          faults: z.array(
            z.object({
              field: z.string(),
              code: z.string(),
              message: z.string(),
              /** Where only one thing can be meant: what the file says, and what would stand for it. */
              repair: z.object({ from: z.string(), to: z.string() }).optional(),
            }),
          ),
          notes: z.array(z.string()),
        }),
      ),
    }),
    writers,
  ),
  /** All rows or none; with `goodRows`, the good ones, which is the user's own choice. */
  'import.write': action(z.strictObject({ ...source, job: z.string(), goodRows: z.boolean().default(false) }), importOutcome, writers),
  /** The faulty rows as a workbook of their own, with the reason beside each. */
  'import.faults': action(z.strictObject({ ...source, save: fileToken }), z.object({ rows: z.int() }), writers),
  /** An empty workbook to hand out: drop-downs, locked headings. */
  'import.template': action(z.strictObject({ kind: templateKind, save: fileToken, organizationId: z.string().optional() }), z.null(), writers),
  /**
   * 支部上报表: a workbook for each branch at or below an organization, or for those named, of one month or quarter. Its members
   * and the meetings it still owes are filled in; it comes back as an import of kind `branch`. Nothing in the folder is written over.
   */
  'import.handOut': action(
    z
      .strictObject({
        organizationId: z.string().optional(),
        branchIds: z.array(z.string()).min(1).max(5000).optional(),
        year: z.int().min(1950).max(2200),
        month: z.int().min(1).max(12).optional(),
        quarter: z.int().min(1).max(4).optional(),
        /** By when it is to be sent back, and to whom. */
        backBy: localDate,
        backTo: z.string().trim().min(1).max(60),
        folder: fileToken,
        job: z.string(),
      })
      .refine(({ month, quarter }) => (month === undefined) !== (quarter === undefined), '月份和季度填一个'),
    z.object({ files: z.int() }),
    writers,
  ),
  /**
   * 计票表: a workbook for each of these ballots in a folder, or one with a sheet for each. The list is filled in, sums are reckoned beside
   * the figures; they come back as an import of kind `count`. What is closed already is left out. Nothing in the folder is written over.
   */
  'import.countSheets': action(
    z
      .strictObject({
        ballotIds: z.array(z.string()).min(1).max(2000),
        folder: fileToken.optional(),
        save: fileToken.optional(),
        backBy: localDate,
        backTo: z.string().trim().min(1).max(60),
        job: z.string(),
      })
      .refine(({ folder, save }) => (folder === undefined) !== (save === undefined), '文件夹和文件填一个'),
    z.object({ files: z.int(), ballots: z.int() }),
    writers,
  ),
}
