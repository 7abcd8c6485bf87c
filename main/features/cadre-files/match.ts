import type { FileDecision } from '../../../shared/api/cadre-files.ts'
import { type Person, person } from '../../../shared/domain/person.ts'
import { compact } from '../../../shared/records/cell.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { fromRow } from '../../records/rows.ts'
import type { Given } from './given.ts'

/** Whose a file is. */
export type Meant =
  | { readonly kind: 'person'; readonly person: Person; readonly notes: readonly string[] }
  | { readonly kind: 'new' }
  | { readonly kind: 'ask'; readonly candidates: readonly Person[]; readonly why: string }
  | { readonly kind: 'nobody'; readonly why: string }

/** The people whom files mean: by ID number, else by name and month of birth. */
export class Matcher {
  readonly #byNumber: ReadonlyMap<string, Person>
  readonly #byName: ReadonlyMap<string, readonly Person[]>
  readonly #byId: ReadonlyMap<string, Person>

  private constructor(people: readonly Person[]) {
    this.#byNumber = new Map(people.map(one => [one.idNumber, one]))
    this.#byName = Map.groupBy(people, one => compact(one.name))
    this.#byId = new Map(people.map(one => [one.id, one]))
  }

  static async gather(db: ReadScope['db'], given: readonly Given[], chosen: readonly string[]): Promise<Matcher> {
    const numbers = given.flatMap(({ idNumber }) => idNumber ?? [])
    const names = given.flatMap(({ name }) => name ?? [])
    const all = db.selectFrom('person').selectAll().where('voidedAt', 'is', null)
    const rows = [
      ...(await all.where(among('idNumber', numbers)).execute()),
      ...(await all.where(among('name', names)).execute()),
      ...(await all.where(among('id', chosen)).execute()),
    ]
    return new Matcher([...new Map(rows.map(row => [row.id, fromRow(person, row)])).values()])
  }

  find({ idNumber, name, bornMonth }: Given, decision: FileDecision | undefined): Meant {
    if (decision?.personId !== undefined) {
      const chosen = this.#byId.get(decision.personId)
      return chosen ? { kind: 'person', person: chosen, notes: [] } : { kind: 'nobody', why: '选定的人已不在花名册里' }
    }
    const numbered = idNumber === null ? undefined : this.#byNumber.get(idNumber)
    if (numbered) {
      const other = name !== null && compact(name) !== compact(numbered.name)
      return { kind: 'person', person: numbered, notes: other ? [`身份证号相同，在册姓名是“${numbered.name}”，文件上是“${name}”`] : [] }
    }
    const named = name === null ? [] : (this.#byName.get(compact(name)) ?? [])
    const born = named.filter(one => bornMonth !== null && one.bornOn?.startsWith(bornMonth))
    const [only] = born
    if (idNumber === null && only && born.length === 1) return { kind: 'person', person: only, notes: [] }
    if (born.length > 0) {
      const why = idNumber === null ? `有 ${born.length} 位“${name}”是同一个月出生的` : '花名册里有同名同月出生的人，身份证号不同'
      return { kind: 'ask', candidates: born, why }
    }
    if (idNumber !== null && name !== null) return { kind: 'new' }
    if (named.length > 0) return { kind: 'ask', candidates: named, why: bornMonth === null ? '文件上没有出生年月' : `花名册里的“${name}”出生年月不同` }
    if (name === null) return { kind: 'nobody', why: '文件上没有姓名' }
    return { kind: 'nobody', why: `花名册里没有“${name}”，文件上也没有可用的身份证号` }
  }
}
