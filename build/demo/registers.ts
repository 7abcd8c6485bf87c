import type { WriteScope } from '../../main/app/scopes.ts'
import type { Draft, Fields, RecordType, Stored } from '../../shared/records/record.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import type { Person } from './people.ts'
import type { Change } from './world.ts'

type Store = WriteScope['store']

/** The ids under which people and bodies were entered. */
export interface Ids {
  person(person: Person): string
  body(at: number): string
  known(id: string): Person | undefined
  /** The ballots in which people were judged below 合格, by year and person. */
  readonly judged: Map<string, string>
}

/** Something written into a register on a day. */
export interface RegisterEntry {
  readonly on: string
  write(store: Store, ids: Ids, scope: WriteScope): void | Promise<void>
}

type Given<F extends Fields> = (ids: Ids) => Partial<Draft<F>>

/** The record of which only this is filled in. It obeys the checks of its type, as one that is typed would. */
export const whole = <F extends Fields>(type: RecordType<F>, given: Partial<Draft<F>>): Draft<F> =>
  type.complete(type.draft.parse({ ...blankOf(type), ...given }))

const blankOf = (type: RecordType): Record<string, unknown> =>
  Object.fromEntries(Object.entries(type.fields).map(([key, field]) => [key, field.kind === 'flag' && field.required ? false : null]))

/** A record entered a few days after it happened. */
export const noted = <F extends Fields>(type: RecordType<F>, on: string, given: Given<F>): RegisterEntry => ({
  on,
  write: (store, ids) => void store.create(type, whole(type, given(ids))),
})

/** A record that is entered when it begins and filled in when it ends, so that its history shows both. */
export function followed<F extends Fields>(
  type: RecordType<F>,
  on: string,
  given: Given<F>,
  later: { readonly on: string; readonly patch: Partial<Draft<F>> },
): RegisterEntry[] {
  let entered: Stored<F> | undefined
  return [
    { on, write: (store, ids) => void (entered = store.create(type, whole(type, given(ids)))) },
    { on: later.on, write: store => void (entered && store.update(type, entered, later.patch)) },
  ]
}

/** The years of an office, and who of a branch is there to be written about on a day. */
export class Crowd {
  readonly years: readonly number[]
  readonly #byBody = new Map<number, Person[]>()
  readonly #leftOn: ReadonlyMap<Person, string>
  readonly #today: string
  readonly #start: string

  constructor({ people, changes, start, today }: { people: readonly Person[]; changes: readonly Change[]; start: string; today: string }) {
    this.#today = today
    this.#start = start
    this.years = Array.from({ length: yearOf(today) - yearOf(start) + 1 }, (_, i) => yearOf(start) + i)
    this.#leftOn = new Map(changes.flatMap(c => (c.kind === 'departure' ? [[c.person, c.on] as const] : [])))
    for (const p of people) {
      if (p.draft.joinedOn === null) continue
      const mine = this.#byBody.get(p.body)
      if (mine) mine.push(p)
      else this.#byBody.set(p.body, [p])
    }
  }

  /** Is this a day that can be told of by now? */
  knows = (day: string): boolean => day > addDays(this.#start, 7) && day < addDays(this.#today, -4)

  /** The members of a branch who had joined by a day and had not left. */
  members = (at: number, day: string): readonly Person[] => (this.#byBody.get(at) ?? []).filter(p => this.has(p, day))

  has = (p: Person, day: string): boolean => p.draft.joinedOn !== null && addDays(p.draft.joinedOn, 10) < day && (this.#leftOn.get(p) ?? '9999') > day

  officers = (at: number, day: string): readonly Person[] => this.members(at, day).filter(p => p.post !== null)

  leaders = (below: readonly number[], day: string): readonly Person[] => below.flatMap(at => this.members(at, day).filter(p => p.draft.leader))
}
