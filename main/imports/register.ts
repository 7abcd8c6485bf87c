import { branchColumn, idNumberColumn, personRefs, registerColumns } from '../../shared/domain/register-columns.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { headingIndex, type SheetColumn } from '../../shared/records/sheet.ts'
import type { ReadScope } from '../app/scopes.ts'
import { titlesFor } from '../records/find.ts'
import { valuesOf } from '../records/drafts.ts'
import { OrganizationNames, sheetBranch } from './branches.ts'
import { type Change, eachRow, type ImportType, type PlannedRow, rowsOf, type RowStatus, shownValue } from './kind.ts'
import { livingOrganizations } from './lookups.ts'
import type { People } from './named-people.ts'
import { keptRecords, ownersOf } from './register-kept.ts'
import { readLine, type RegisterLine } from './register-lines.ts'
import { resolveReferences } from './register-references.ts'
import { type Settled, Settling } from './register-settle.ts'
import { changesInWords, rowInWords, statusOf } from './shown-row.ts'

/**
 * The import of any register, out of its declaration: people by ID number or by a name that only one has, other references
 * by name, records by the type's key. As with the roster, only what the file says changes a record that is kept.
 */
export function registerImport(kind: RecordName, type: RecordType): ImportType {
  const columns = registerColumns(type)
  const [about] = personRefs(type)
  const isOwn = (c: SheetColumn) => Object.hasOwn(type.fields, c.name)
  return {
    kind,
    columns,
    // A heading that a field of the type claims is not taken for a number or a branch beside a name.
    index: headingIndex([...columns.filter(isOwn), ...columns.filter(c => !isOwn(c))]),
    listsNames: false,

    lacks: sheet =>
      type.key.flatMap(name => {
        const field = type.fields[name]
        if (!field?.required || sheet.at.has(name) || sheet.at.has(idNumberColumn(name))) return []
        const number = columns.find(c => c.name === idNumberColumn(name))
        return [number ? `${field.label}或${number.field.label}` : field.label]
      }),

    async branchOf({ db }, sheets) {
      if (about === undefined) return new Map()
      const names = new OrganizationNames(await livingOrganizations(db))
      return new Map(
        sheets
          .filter(s => !s.at.has(branchColumn(about)))
          .flatMap(s => {
            const branch = sheetBranch(names, s.titles, s.sheet.name)?.organization
            return branch ? [[s.sheet.name, branch.name]] : []
          }),
      )
    },

    async plan({ db }, sheets, step) {
      const places = rowsOf(sheets)
      const lines: RegisterLine[] = []
      for (const { sheet, row } of places) {
        if (lines.length % 2000 === 0) await step(lines.length, places.length)
        lines.push(readLine(type, columns, sheet, row))
      }
      const people = await resolveReferences(db, type, lines)
      const rows = await settledRows(db, type, columns, lines, people)
      return {
        columns: columns
          .filter(c => sheets.some(s => s.at.has(c.name)) || c.name === about || (about !== undefined && c.name === idNumberColumn(about)))
          .map(c => ({ field: c.name, label: c.field.label })),
        rows,
        write: async ({ store }, progress) => {
          await eachRow(rows, progress, ({ status, settled: { draft, before, patch } }) => {
            if (status === 'created' && draft) store.create(type, draft)
            if (status === 'updated' && before) store.update(type, before, patch)
          })
        },
      }
    },
  }
}

/** What lines whose references are resolved do to the records of a type, in the order of the file. */
export async function settledRows(
  db: ReadScope['db'],
  type: RecordType,
  columns: readonly SheetColumn[],
  lines: readonly RegisterLine[],
  people: People,
): Promise<PlannedRecord[]> {
  const settling = new Settling(type, await keptRecords(db, type, lines), await ownersOf(db, type, lines))
  const settled = lines.map(line => ({ line, ...settling.settle(line) }))
  const titles = await titlesFor(
    { db },
    type,
    settled.flatMap(s => [valuesOf(s.before), s.line.given]),
  )
  for (const { line, before } of settled) if (!before) noteMonths(type, line)
  return settled.map(s => new PlannedRecord(columns, s, titles, people))
}

/** A new record has only the month that the sheet gave, and says so. */
function noteMonths(type: RecordType, { monthOnly, notes }: RegisterLine): void {
  for (const name of monthOnly) notes.push(`“${type.fields[name]?.label ?? name}”只有年月，按当月 1 日登记`)
}

/** What one line does to one record of a register. */
export class PlannedRecord implements PlannedRow {
  readonly settled: Settled & { readonly line: RegisterLine }
  readonly status: RowStatus
  readonly #columns: readonly SheetColumn[]
  readonly #titles: Readonly<Record<string, string>>
  readonly #people: People

  constructor(columns: readonly SheetColumn[], settled: Settled & { readonly line: RegisterLine }, titles: Readonly<Record<string, string>>, people: People) {
    this.settled = settled
    this.status = statusOf(settled.faults, settled.before, settled.patch)
    this.#columns = columns
    this.#titles = titles
    this.#people = people
  }

  get sheet(): string {
    return this.settled.line.sheet.sheet.name
  }

  get row(): number {
    return this.source.number
  }

  get source(): RegisterLine['row'] {
    return this.settled.line.row
  }

  get faults(): Settled['faults'] {
    return this.settled.faults
  }

  get notes(): readonly string[] {
    return this.settled.line.notes
  }

  values(): Record<string, string> {
    const { line, draft, before, faults } = this.settled
    const after = draft ? valuesOf(draft) : { ...valuesOf(before), ...line.given }
    return rowInWords(this.#columns, { ...line, faults }, column =>
      this.#shown(column, after[column.name] ?? this.#numberOf(column.name, after) ?? line.given[column.name]),
    )
  }

  changes(): readonly Change[] {
    const { before, patch } = this.settled
    return changesInWords(
      this.#columns.filter(c => Object.hasOwn(patch, c.name)),
      c => this.#shown(c, valuesOf(before)[c.name]),
      c => this.#shown(c, valuesOf(patch)[c.name]),
    )
  }

  #shown({ field }: SheetColumn, value: unknown): string {
    return field.kind === 'ref' && typeof value === 'string' ? (this.#titles[value] ?? value) : shownValue(field, value)
  }

  /** The number of whoever was found by name, so that one sees who that is. */
  #numberOf(column: string, values: object): string | undefined {
    const ref = Object.keys(values).find(name => idNumberColumn(name) === column)
    const id = ref === undefined ? undefined : valuesOf(values)[ref]
    return typeof id === 'string' ? this.#people.byId(id)?.idNumber : undefined
  }
}
