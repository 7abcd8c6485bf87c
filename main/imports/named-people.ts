import { compact, nameText } from '../../shared/records/cell.ts'
import type { Fault } from '../../shared/records/record.ts'
import { normalizeIdNumber, readIdNumber } from '../../shared/rules/id-number.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import type { Values } from '../records/drafts.ts'
import { branchInTitle, type OrganizationNames, sheetBranch } from './branches.ts'
import type { StoredOrganization } from './lookups.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'

/** What is kept of someone whom a row can mean. */
export interface Known {
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly organizationId: string | null
  readonly bornOn: string | null
}

/** Someone a row speaks of: `name`, `idNumber` and `branch` in `given`, faults under the same names. */
export interface Mention {
  readonly sheet: RecognisedSheet
  readonly row: DataRow
  readonly given: Values
  readonly faults: Fault[]
  /** Not one of those whom the sheet lists: its branch says nothing about them. */
  readonly anywhere?: boolean
}

/** The people that rows mean: by ID number, or by a name that only one has, in the branch of the sheet where it is known. */
export class People {
  readonly #byIdNumber: ReadonlyMap<string, Known>
  readonly #byName: ReadonlyMap<string, readonly Known[]>
  readonly #byId: ReadonlyMap<string, Known>
  readonly #names: OrganizationNames<StoredOrganization>
  readonly #branches = new Map<RecognisedSheet, string | undefined>()

  private constructor(people: readonly Known[], names: OrganizationNames<StoredOrganization>) {
    this.#byIdNumber = new Map(people.map(p => [p.idNumber, p]))
    this.#byName = Map.groupBy(people, p => compact(p.name))
    this.#byId = new Map(people.map(p => [p.id, p]))
    this.#names = names
  }

  static async gather(db: ReadScope['db'], mentions: readonly Mention[], names: OrganizationNames<StoredOrganization>): Promise<People> {
    const idNumbers = new Set<string>()
    const wanted = new Set<string>()
    for (const { given } of mentions) {
      if (typeof given['idNumber'] === 'string') idNumbers.add(given['idNumber'])
      else if (typeof given['name'] === 'string') wanted.add(given['name'])
    }
    const found = db.selectFrom('person').select(['id', 'name', 'idNumber', 'organizationId', 'bornOn']).where('voidedAt', 'is', null)
    const people = [...(await found.where(among('idNumber', idNumbers)).execute()), ...(await found.where(among('name', wanted)).execute())]
    return new People([...new Map(people.map(p => [p.id, p])).values()], names)
  }

  byId(id: string): Known | undefined {
    return this.#byId.get(id)
  }

  /** The person's id, or a fault on the mention. */
  find(mention: Mention): string | undefined {
    const { given, faults } = mention
    if (faults.some(f => f.field === 'idNumber' || f.field === 'name')) return
    const [idNumber, name] = [given['idNumber'], given['name']]
    if (typeof idNumber === 'string') return this.#byNumber(mention, normalizeIdNumber(idNumber), typeof name === 'string' ? name : undefined)?.id
    if (typeof name === 'string') return this.#namesake(mention, name)?.id
    faults.push({ field: 'name', code: 'missingName', message: '没有填姓名，也没有填身份号码' })
    return
  }

  #byNumber({ faults }: Mention, idNumber: string, name: string | undefined): Known | undefined {
    const person = this.#byIdNumber.get(idNumber)
    if (!person) {
      const reading = readIdNumber(idNumber)
      faults.push({
        field: 'idNumber',
        code: 'unknownPerson',
        message: reading.ok ? '花名册里没有这个身份号码' : `花名册里没有这个身份号码，${reading.message}`,
      })
      return
    }
    if (name !== undefined && compact(name) !== compact(nameText(person.name))) {
      faults.push({ field: 'name', code: 'nameMismatch', message: `此身份号码在册姓名是“${person.name}”` })
      return
    }
    return person
  }

  #namesake(mention: Mention, name: string): Known | undefined {
    const all = this.#byName.get(compact(name)) ?? []
    const branch = this.#branchOf(mention)
    const inBranch = branch === undefined ? [] : all.filter(p => p.organizationId === branch)
    const candidates = inBranch.length > 0 ? inBranch : all
    if (candidates.length === 1) return candidates[0]
    mention.faults.push(
      candidates.length === 0
        ? { field: 'name', code: 'unknownPerson', message: `花名册里没有“${name}”` }
        : { field: 'name', code: 'ambiguousName', message: `有 ${candidates.length} 位“${name}”，请填身份号码` },
    )
    return
  }

  #branchOf({ sheet, row, given, anywhere }: Mention): string | undefined {
    if (anywhere) return
    const typed = given['branch'] ?? (row.section === null ? undefined : branchInTitle(row.section))
    if (typeof typed === 'string') {
      const found = this.#names.find(typed)
      return found.ok ? found.organization.id : undefined
    }
    if (!this.#branches.has(sheet)) this.#branches.set(sheet, sheetBranch(this.#names, sheet.titles, sheet.sheet.name)?.organization?.id)
    return this.#branches.get(sheet)
  }
}
