import { type Cell, cellText, nameText } from '../../shared/records/cell.ts'
import { person, type personCategories } from '../../shared/domain/person.ts'
import type { Draft, Fault } from '../../shared/records/record.ts'
import { headingIndex, type SheetColumn } from '../../shared/records/sheet.ts'
import { addYears } from '../../shared/rules/days.ts'
import { readIdNumber } from '../../shared/rules/id-number.ts'
import { OrganizationNames, sheetBranch } from './branches.ts'
import { differences, draftOf, missing, type Values, valuesOf } from '../records/drafts.ts'
import { eachRow, type ImportType, type PlannedRow, readRow, type RowReading, rowsOf, shownValue } from './kind.ts'
import { livingOrganizations, peopleByIdNumber, type StoredPerson } from './lookups.ts'
import { Branches, movedOnFile } from './people-branches.ts'
import { movesByPerson } from '../quotas/roster.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'
import { changesInWords, rowInWords, statusOf } from './shown-row.ts'

const columns: readonly SheetColumn[] = Object.entries(person.fields).map(([name, field]) => ({
  name,
  field,
  required: name === 'name' || name === 'idNumber',
}))

type PersonDraft = Draft<(typeof person)['fields']>

interface Item extends PlannedRow {
  readonly before: StoredPerson | undefined
  readonly draft: PersonDraft | undefined
  readonly patch: Partial<PersonDraft>
}

/**
 * 党员花名册: people matched by ID number. Only what the file says changes a person who is kept: a column that is not
 * there and a cell that is empty leave the old value, since a branch that left a cell empty has not said "none".
 */
export const peopleImport: ImportType = {
  kind: 'people',
  columns,
  index: headingIndex(columns),
  listsNames: false,

  lacks: sheet => columns.filter(c => c.required && !sheet.at.has(c.name) && (c.name === 'idNumber' || sheet.at.size < 2)).map(c => c.field.label),

  async branchOf({ db }, sheets) {
    const names = new OrganizationNames(await livingOrganizations(db))
    const without = sheets.filter(s => !s.at.has('organizationId'))
    return new Map(
      without.flatMap(s => {
        const branch = sheetBranch(names, s.titles, s.sheet.name)
        return branch ? [[s.sheet.name, branch.organization?.name ?? branch.text]] : []
      }),
    )
  },

  async plan({ db, today }, sheets, step) {
    const organizations = await livingOrganizations(db)
    const titles = new Map(organizations.map(o => [o.id, o.name]))
    const branches = new Branches(organizations, sheets)
    const moves = await movesByPerson(db)
    const read = rowsOf(sheets).map(({ sheet, row }) => ({ sheet, row, reading: readPerson(sheet, row) }))
    const kept = await peopleByIdNumber(
      db,
      read.map(r => r.reading.given['idNumber']).filter(id => typeof id === 'string'),
    )
    const seen = new Map<string, { sheet: RecognisedSheet; row: DataRow }>()
    const rows: Item[] = []
    for (const { sheet, row, reading } of read) {
      if (rows.length % 2000 === 0) await step(rows.length, read.length)
      const faults = reading.faults
      const notes: string[] = []
      const id = reading.given['idNumber']
      const before = typeof id === 'string' ? kept.get(id) : undefined
      const earlier = typeof id === 'string' && readIdNumber(id).ok ? seen.get(id) : undefined
      if (earlier)
        faults.push({
          field: 'idNumber',
          code: 'duplicateId',
          message: `与${earlier.sheet === sheet ? '' : `“${earlier.sheet.sheet.name}”`}第 ${earlier.row.number} 行的身份号码相同`,
        })
      else if (typeof id === 'string') seen.set(id, { sheet, row })
      branches.fill(sheet, row, reading, before, notes)
      complete(reading, before, sheet, today)
      const draft = draftOf(person, reading.given, faults, before)
      if (before && draft && draft.name !== before.name) notes.push(`身份号码相同，在册姓名是“${before.name}”，请核对是不是同一人`)
      if (draft?.joinedOn && draft.joinedOn > today) notes.push('加入党组织日期晚于今天')
      const patch = before && draft ? differences(person, before, draft) : {}
      if (before && patch.organizationId) notes.push(...movedOnFile(patch.organizationId, moves.get(before.id), today, titles))
      rows.push(item({ sheet, row, before, draft, patch, faults, notes, given: reading.given, titles }))
    }
    const shown = columns.filter(c => sheets.some(s => s.at.has(c.name)) || (c.name === 'organizationId' && branches.named))
    return {
      columns: shown.map(c => ({ field: c.name, label: c.field.label })),
      rows,
      write: async ({ store }, progress) => {
        await eachRow(rows, progress, ({ status, draft, before, patch }) => {
          if (status === 'created' && draft) store.create(person, draft)
          if (status === 'updated' && before) store.update(person, before, patch)
        })
      },
    }
  },
}

/** Names closed up, 汉 made 汉族, and a birth month made a day where the ID number agrees with it. */
function readPerson(sheet: RecognisedSheet, row: DataRow): RowReading {
  const reading = readRow(columns, sheet, row)
  const { given } = reading
  if (typeof given['name'] === 'string') given['name'] = nameText(given['name'])
  const nation = given['nation']
  if (typeof nation === 'string' && nation.length < 5 && !/[族人]$|^其他/.test(nation)) given['nation'] = `${nation}族`
  if (typeof given['exemptReason'] === 'string') given['exemptReason'] = exemptionIn(given['exemptReason'])
  // 是否失联: 是
  if (given['mobility'] === 'floating' && /失联/.test(headingOf(sheet, 'mobility')) && textAt(sheet, row, 'mobility') === '是') given['mobility'] = 'lost'
  if (/^(?:尚未|还未|未|待)(?:转正?|到期)|^预备/.test(textAt(sheet, row, 'fullMemberOn'))) without(reading, 'fullMemberOn')
  const id = typeof given['idNumber'] === 'string' ? readIdNumber(given['idNumber']) : undefined
  if (!id?.ok) return reading
  const cell = cellAt(sheet, row, 'bornOn')
  const sameMonth = reading.monthOnly.has('bornOn') && String(given['bornOn']).slice(0, 7) === id.bornOn.slice(0, 7)
  // 1990.1 as a number may be January or October; the ID number knows.
  const eitherMonth =
    typeof cell === 'number' &&
    [1, 10].some(month => id.bornOn.startsWith(`${cell.toFixed(1).slice(0, 4)}-${String(month).padStart(2, '0')}`)) &&
    String(cell).endsWith('.1')
  if (eitherMonth) without(reading, 'bornOn')
  if (sameMonth || eitherMonth) given['bornOn'] = id.bornOn
  return reading
}

/** Some rosters have a yes or no where others give the reason, and some have both: 是（年老体弱）. */
function exemptionIn(text: string): string | undefined {
  if (/^(?:否.*|不免.*|不符合.*|不适用|不是|[×✗✘]|n|no|0|false)$/i.test(text)) return
  if (/^(?:是|免|免学|免学时|免除|[√✓✔]|y|yes|1)$/i.test(text)) return '名册标明免学时，原因未填'
  return /^(?:是|免)\s*[,，、:：;；（(]\s*(.+?)\s*[)）]?$/.exec(text)?.[1] ?? text
}

const without = ({ faults }: RowReading, field: string): void => void faults.splice(0, faults.length, ...faults.filter(f => f.field !== field))

function cellAt(sheet: RecognisedSheet, row: DataRow, field: string): Cell {
  const at = sheet.at.get(field)
  return at === undefined ? null : (row.cells[at] ?? null)
}
const textAt = (sheet: RecognisedSheet, row: DataRow, field: string): string => cellText(cellAt(sheet, row, field))
const headingOf = (sheet: RecognisedSheet, field: string): string => sheet.columns.find(c => c.field === field)?.heading ?? ''

/** What follows for someone new, and what a row may not leave out. A month never replaces a day in that month. */
function complete({ given, monthOnly, faults }: RowReading, before: StoredPerson | undefined, sheet: RecognisedSheet, today: string): void {
  const faulty = (field: string) => faults.some(f => f.field === field)
  // A roster that has the column and leaves a name out is mistaken, not silent.
  if (sheet.at.has('name') && given['name'] === undefined && !faulty('name')) faults.push(missing('name', person.fields.name))
  if (before) {
    for (const name of monthOnly) if (String(valuesOf(before)[name] ?? '').startsWith(String(given[name]).slice(0, 7))) given[name] = undefined
    return
  }
  given['leader'] ??= false
  if (given['category'] === undefined && !faulty('category')) given['category'] = categoryOf(given, sheet, today)
  const member = given['category'] === 'full' || given['category'] === 'probationary'
  if (member && given['organizationId'] === undefined && !faulty('organizationId')) faults.push(missing('organizationId', person.fields.organizationId))
}

const inTitle: readonly (readonly [word: RegExp, category: keyof typeof personCategories])[] = [
  [/积极分子/, 'activist'],
  [/发展对象/, 'candidate'],
  [/入党申请/, 'applicant'],
  [/预备党员/, 'probationary'],
]

/** Where no category is given: what the sheet calls itself, else what the dates say. */
function categoryOf(given: Values, sheet: RecognisedSheet, today: string): keyof typeof personCategories {
  const titles = [...sheet.titles, sheet.sheet.name]
  const titled = inTitle.find(([word]) => titles.some(title => word.test(title) && /名册|名单|台账|登记/.test(title)))
  if (titled) return titled[1]
  const { joinedOn, fullMemberOn } = given
  const recent = typeof joinedOn === 'string' && joinedOn > addYears(today, -2)
  return fullMemberOn === undefined && recent ? 'probationary' : 'full'
}

interface Made {
  readonly sheet: RecognisedSheet
  readonly row: DataRow
  readonly before: StoredPerson | undefined
  readonly draft: PersonDraft | undefined
  readonly patch: Partial<PersonDraft>
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
  readonly given: Values
  readonly titles: ReadonlyMap<string, string>
}

function item({ sheet, row, before, draft, patch, faults, notes, given, titles }: Made): Item {
  const after = draft ? valuesOf(draft) : { ...valuesOf(before), ...given }
  const show =
    (from: Values) =>
    ({ name, field }: SheetColumn): string =>
      name === 'organizationId' ? (titles.get(String(from[name] ?? '')) ?? '') : shownValue(field, from[name])
  return {
    sheet: sheet.sheet.name,
    row: row.number,
    source: row,
    status: statusOf(faults, before, patch),
    faults,
    notes,
    before,
    draft,
    patch,
    values: () => rowInWords(columns, { sheet, row, faults }, show(after)),
    changes: () =>
      changesInWords(
        columns.filter(c => Object.hasOwn(patch, c.name)),
        show(valuesOf(before)),
        show(after),
      ),
  }
}
