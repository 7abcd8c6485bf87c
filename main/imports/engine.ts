import {
  type HandedOut,
  type ImportKind,
  type ImportOutcome,
  isHandedOut,
  isOwnImport,
  type Mapping,
  ownImports,
  type OwnImport,
  type SheetReading,
} from '../../shared/api/import.ts'
import { records, importedNames } from '../../shared/domain/index.ts'
import { AppError } from '../../shared/errors.ts'
import { cellText } from '../../shared/records/cell.ts'
import type { Field } from '../../shared/records/fields.ts'
import { maskIdNumber, maskPhone } from '../../shared/rules/id-number.ts'
import type { ReadScope, WriteScope } from '../app/scopes.ts'
import type { Workbook } from '../files/workbook.ts'
import { filedAs } from '../records/filing.ts'
import { type ImportType, type Plan, type PlannedRow, type Step } from './kind.ts'
import { casesImport } from './cases/cases.ts'
import { countImport } from './count/count.ts'
import { isCountWorkbook } from './count/layout.ts'
import { organizationsImport } from './organizations.ts'
import { peopleImport } from './people.ts'
import { recognise } from './recognise.ts'
import type { RecognisedSheet } from './recognised.ts'
import { registerImport } from './register.ts'
import { reportIn } from './report/layout.ts'
import { reportImport } from './report/report.ts'
import { studyImport } from './study.ts'

const own: Readonly<Record<OwnImport, ImportType>> = {
  organizations: organizationsImport,
  people: peopleImport,
  study: studyImport,
  branch: reportImport,
  count: countImport,
  cases: casesImport,
}
const registers: ReadonlyMap<ImportKind, ImportType> = new Map(importedNames.map(name => [name, registerImport(name, records[name])]))

/** How workbooks of a kind are read. The contract lets no other kind through. */
export function importTypeOf(kind: ImportKind): ImportType {
  const type = isOwnImport(kind) ? own[kind] : registers.get(kind)
  if (!type) throw new Error(`${kind} has no import`)
  return type
}

/** Every sheet with something in it, its headings recognised or given by the user. */
export function recogniseAll(type: ImportType, workbook: Workbook, mapping: Mapping | undefined): RecognisedSheet[] {
  const out = handedOutAs(workbook)
  if (isHandedOut(type.kind) && out === undefined) throw new AppError('import.unrecognised', { what: `这不是本程序发出的${ownImports[type.kind]}` })
  // Taken for something else, its sheet of who was there would pass for a class.
  if (out !== undefined && out !== type.kind) throw new AppError('import.unrecognised', { what: `这是${ownImports[out]}，请在“${ownImports[out]}”里导入` })
  return workbook.sheets
    .filter(sheet => sheet.rows.length > 0)
    .map(sheet => {
      const given = mapping?.[sheet.name]
      const recognised = recognise(sheet, workbook.date1904, type.partOf?.(sheet) ?? type, given)
      return type.adapt ? type.adapt(recognised, given ?? {}) : recognised
    })
}

/** What the program handed a workbook out as; undefined for one of somebody else's. */
function handedOutAs(workbook: Workbook): HandedOut | undefined {
  if (reportIn(workbook)) return 'branch'
  return isCountWorkbook(workbook) ? 'count' : undefined
}

/** The sheets that are of this kind, or `import.unrecognised` with what the likeliest one lacks. */
export function usable(type: ImportType, sheets: readonly RecognisedSheet[]): RecognisedSheet[] {
  const fit = sheets.filter(sheet => isUsable(type, sheet))
  if (fit.length > 0) return fit
  const nearest = [...sheets].sort((a, b) => b.at.size - a.at.size)[0]
  const what = nearest === undefined ? '文件里没有内容' : `没有“${type.lacks(nearest).join('”“')}”这一列`
  throw new AppError('import.unrecognised', { what })
}

/** Hidden sheets are read when they are plainly lists of the kind, not choices behind drop-downs. */
function isUsable(type: ImportType, sheet: RecognisedSheet): boolean {
  if (sheet.header === null || type.lacks(sheet).length > 0) return false
  return !sheet.sheet.hidden || sheet.columns.filter(c => c.field !== null && c.sure).length >= 2
}

/** What each sheet was read as, for the user to check. */
export async function readings(scope: ReadScope, type: ImportType, sheets: readonly RecognisedSheet[]): Promise<SheetReading[]> {
  const branches = await type.branchOf?.(scope, sheets)
  return sheets
    .filter(sheet => !sheet.sheet.hidden || isUsable(type, sheet))
    .map(sheet => ({
      sheet: sheet.sheet.name,
      headerRow: sheet.header === null ? null : sheet.header.bottom + 1,
      skipped: sheet.skipped,
      rows: isUsable(type, sheet) ? sheet.data.length : 0,
      columns: sheet.columns.map(({ index, letters, heading, field, sure }) => ({
        column: letters,
        heading,
        field,
        sure,
        sample: sampleOf(sheet, index, (type.partOf?.(sheet.sheet) ?? type).columns.find(c => c.name === field)?.field),
      })),
      sheetBranch: branches?.get(sheet.sheet.name) ?? null,
    }))
}

/** The first filled cell; what looks like an ID number or a phone is masked, whatever the column is taken for. */
function sampleOf(sheet: RecognisedSheet, index: number, field: Field | undefined): string {
  const text =
    sheet.data
      .slice(0, 50)
      .map(row => cellText(row.cells[index] ?? null))
      .find(Boolean) ?? ''
  const solid = text.replaceAll(/\s/g, '')
  if (field?.kind === 'idNumber' || /^\d{14}[\dXx]{1,4}$/.test(solid)) return maskIdNumber(solid)
  if (field?.kind === 'phone' || /^1\d{10}$/.test(solid)) return maskPhone(solid)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

export interface Counts {
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly faulty: number
}

export function countsOf(rows: readonly PlannedRow[]): Counts {
  const count = { created: 0, updated: 0, unchanged: 0, faulty: 0 }
  for (const row of rows) count[row.status] += 1
  return { read: rows.length, ...count }
}

/** Every fault, in the order of the file. */
export const faultsOf = (plan: Plan): ImportOutcome['faults'] =>
  plan.rows.flatMap(({ sheet, row, faults }) => faults.map(({ field, code, message }) => ({ sheet, row, field, code, message })))

/** Plans and writes inside one transaction, so that what was checked is what is written; any failure or cancelling undoes it all. */
export async function importInto(
  scope: WriteScope,
  type: ImportType,
  sheets: readonly RecognisedSheet[],
  options: { goodRows: boolean; file: string; skipped?: number },
  step: Step,
): Promise<ImportOutcome> {
  const plan = await type.plan(scope, sheets, step)
  const { read, created, updated, unchanged } = countsOf(plan.rows)
  const faults = faultsOf(plan)
  if (faults.length > 0 && !options.goodRows) return { read, created: 0, updated: 0, unchanged, written: false, faults }
  await plan.write(scope, step)
  scope.store.note({
    recordType: filedAs('import', type.kind),
    recordId: type.kind,
    detail: {
      file: options.file,
      read,
      created,
      updated,
      unchanged,
      faulty: read - created - updated - unchanged,
      ...(options.skipped ? { skipped: options.skipped } : {}),
    },
  })
  return { read, created, updated, unchanged, written: true, faults }
}
