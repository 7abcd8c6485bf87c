import { type Bar, barFinding, type BarFinding, barredFor, type BarPurpose } from '../../shared/rules/bars.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'
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
    const barred = barredFor(effect, { purpose, on, year, excellent })
    if (barred.length === 0) continue
    const { personId, shown, label, state, until, clause, evidence } = effect
    const of = bars.get(personId) ?? []
    if (shown) of.push({ shown, label, state, until, barred, clause, evidence })
    else if (!of.some(bar => !bar.shown)) of.push({ shown })
    bars.set(personId, of)
  }
  return bars
}

/** The same as sentences about those people, named by what they are called in this place. */
export async function barFindings(
  db: Db,
  people: ReadonlyMap<string, string>,
  question: Question,
): Promise<readonly (BarFinding & { readonly personId: string })[]> {
  const bars = await barsOf(db, [...people.keys()], question)
  return [...bars].flatMap(([personId, of]) => of.map(bar => ({ personId, ...barFinding(people.get(personId) ?? '', bar, question.purpose) })))
}
