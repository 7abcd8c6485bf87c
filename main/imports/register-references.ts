import { recordNames, records } from '../../shared/domain/index.ts'
import { branchColumn, idNumberColumn, personRefs } from '../../shared/domain/register-columns.ts'
import { nameText } from '../../shared/records/cell.ts'
import { readCell } from '../../shared/records/cells.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { anyDb } from '../records/find.ts'
import { OrganizationNames } from './branches.ts'
import { repairOf } from './repairs.ts'
import { livingOrganizations, type StoredOrganization } from './lookups.ts'
import { type Mention, People } from './named-people.ts'
import type { RegisterLine } from './register-lines.ts'

type Db = ReadScope['db']

/** Puts ids in the place of what the rows call people, organizations and other records. What is not found, or not for certain, is a fault of its row. */
export async function resolveReferences(db: Db, type: RecordType, lines: readonly RegisterLine[]): Promise<People> {
  const names = new OrganizationNames(await livingOrganizations(db))
  for (const [ref, field] of Object.entries(type.fields)) {
    if (field.target === 'organization') for (const line of lines) toOrganization(type, line, ref, names)
    else if (field.target !== undefined && field.target !== 'person') await toRecords(db, type, lines, ref, field.target)
  }
  return toPeople(db, type, lines, names)
}

/** The fault of a reference may stand at the number; the value then keeps what was typed, so that it is not also called missing. */
async function toPeople(db: Db, type: RecordType, lines: readonly RegisterLine[], names: OrganizationNames<StoredOrganization>): Promise<People> {
  const mentions = personRefs(type).flatMap((ref, i) =>
    lines.flatMap(line => {
      const mention = mentionOf(line, ref, i > 0)
      return mention ? [{ line, ref, mention }] : []
    }),
  )
  const people = await People.gather(
    db,
    mentions.map(m => m.mention),
    names,
  )
  for (const { line, ref, mention } of mentions) {
    line.given[ref] = people.find(mention) ?? mention.given['name'] ?? ''
    for (const { field, ...rest } of mention.faults) line.faults.push({ field: field === 'idNumber' ? idNumberColumn(ref) : ref, ...rest })
  }
  return people
}

function mentionOf({ sheet, row, given, faults }: RegisterLine, ref: string, anywhere: boolean): Mention | undefined {
  const [name, idNumber] = [given[ref], given[idNumberColumn(ref)]]
  if ((name === undefined && idNumber === undefined) || faults.some(f => f.field === ref || f.field === idNumberColumn(ref))) return
  return {
    sheet,
    row,
    given: { name: typeof name === 'string' ? nameText(name) : undefined, idNumber, branch: given[branchColumn(ref)] },
    faults: [],
    anywhere,
  }
}

function toOrganization(type: RecordType, { given, faults, notes }: RegisterLine, ref: string, names: OrganizationNames<StoredOrganization>): void {
  const text = given[ref]
  if (typeof text !== 'string') return
  const found = names.find(text)
  if (!found.ok) {
    faults.push({ field: ref, code: type.fields[ref]?.faults?.unknown ?? 'unknown', message: found.message, ...repairOf(text, found.near) })
    return
  }
  given[ref] = found.organization.id
  if (!found.exact) notes.push(`“${text}”认作“${found.organization.name}”`)
}

/** A reference to any other record: by its title, where only one has it. */
async function toRecords(db: Db, type: RecordType, lines: readonly RegisterLine[], ref: string, targetName: string): Promise<void> {
  const known = recordNames.find(name => name === targetName)
  const target: RecordType | undefined = known && records[known]
  const titleField = target?.fields[target.title]
  if (!target || !titleField) return
  /** A title may be a day, however it is written. */
  const titleOf = (text: string): string => {
    const reading = readCell(titleField, text)
    return reading.ok && reading.value !== null ? String(reading.value) : text
  }
  const titles = new Set(lines.flatMap(({ given }) => (typeof given[ref] === 'string' ? [titleOf(given[ref])] : [])))
  const rows = await anyDb(db).selectFrom(target.name).select(['id', target.title]).where('voidedAt', 'is', null).where(among(target.title, titles)).execute()
  const byTitle = Map.groupBy(rows, row => String(row[target.title]))
  for (const { given, faults } of lines) {
    const text = given[ref]
    if (typeof text !== 'string') continue
    const [first, ...others] = byTitle.get(titleOf(text)) ?? []
    if (first && others.length === 0) given[ref] = String(first['id'])
    else if (first)
      faults.push({ field: ref, code: 'ambiguous', message: `有 ${others.length + 1} 条${target.label}都叫“${text}”，分不清是哪一条，请在台账里逐条登记` })
    else faults.push({ field: ref, code: type.fields[ref]?.faults?.unknown ?? 'unknown', message: `没有“${text}”这条${target.label}` })
  }
}
