import { type Bar, barFinding, type BarFinding, barredFor, type BarPurpose } from '../../shared/rules/bars.ts'
import { barring } from '../../shared/rules/effect-standing.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { parametersIn } from '../records/parameters.ts'
import { knownEffects } from './effects.ts'

type Db = ReadScope['db']

interface Question {
  readonly purpose: BarPurpose
  readonly on: string
  /** The year that 评优 is about. */
  readonly year?: number
}

/** 影响期 that stands in the way of a purpose, by person: the one place that everything else asks. What is not for who asks is told as nothing but that there is something. */
export async function barsOf(db: Db, personIds: readonly string[], { purpose, on, year }: Question): Promise<ReadonlyMap<string, readonly Bar[]>> {
  if (personIds.length === 0) return new Map()
  const parameter = purpose === 'excellent' ? parameterOn(await parametersIn(db), 'effect.excellent', on) : undefined
  const excellent = parameter && { way: parameter.value, clause: parameter.clause }
  const bars = new Map<string, Bar[]>()
  for (const effect of await knownEffects(db, personIds, on)) {
    const { personId, shown, label, state, until, clause, evidence } = effect
    const barred = barredFor(effect, { purpose, on, year, excellent })
    const of = bars.get(personId) ?? []
    if (shown) {
      if (barred.length > 0) of.push({ shown, label, state, until, barred, clause, evidence })
    }
    // Were it told for some purposes or years only, it could be guessed what it is.
    else if (barring.has(state) && !of.some(bar => !bar.shown)) of.push({ shown: false })
    if (of.length > 0) bars.set(personId, of)
  }
  return bars
}

export type NamedBar = BarFinding & { readonly personId: string }

/** The same as sentences about those people, as far as who asks finds them on the roster. */
export async function namedBars(db: Db, personIds: readonly string[], question: Question): Promise<readonly NamedBar[]> {
  const people = await db.selectFrom('person').select(['id', 'name']).where(among('id', personIds)).execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const bars = await barsOf(db, [...names.keys()], question)
  return [...bars].flatMap(([personId, of]) => of.map(bar => ({ personId, ...barFinding(names.get(personId) ?? '', bar, question.purpose) })))
}
