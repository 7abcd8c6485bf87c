import type { Draft, Fields, RecordType } from '../../shared/records/record.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import type { Body } from './body.ts'
import type { Person } from './people.ts'
import { Random } from './random.ts'
import { type Ids, noted, type RegisterEntry } from './registers.ts'
import type { World } from './world.ts'

/** Makes entries of a type of which only `given` is filled in. */
export const entry =
  <F extends Fields>(type: RecordType<F>) =>
  (on: string, given: (ids: Ids) => Partial<Draft<F>>): RegisterEntry =>
    noted(type, on, given)

/** A branch with its members, those with an office first. */
export interface Standing {
  readonly at: number
  readonly body: Body
  readonly people: readonly Person[]
}

/** What the registers of a made-up office are invented from. */
export interface Ground {
  readonly world: World
  readonly seed: string
  readonly years: readonly number[]
  readonly branches: readonly Standing[]
  /** The 党委, each by its place in the plan. */
  readonly committees: readonly number[]
  /** A stream of its own for each register. */
  stream(name: string): Random
  /** In the years of the office, and past today. */
  within(day: string): boolean
}

export function groundOf(world: World, seed: string): Ground {
  const { plan, start, today, people, changes } = world
  const gone = new Set(changes.flatMap(change => (change.kind === 'departure' ? [change.person] : [])))
  const byBody = Map.groupBy(
    people.filter(p => p.draft.joinedOn !== null && !gone.has(p)),
    p => p.body,
  )
  return {
    world,
    seed,
    years: Array.from({ length: yearOf(today) - yearOf(start) + 1 }, (_, n) => yearOf(start) + n),
    branches: plan.bodies.flatMap((body, at) => (body.kind === 'branch' ? [{ at, body, people: byBody.get(at) ?? [] }] : [])),
    committees: plan.bodies.flatMap((body, at) => (body.kind === 'committee' ? [at] : [])),
    stream: name => new Random(`${seed}/${plan.preset}/registers/${name}`),
    within: day => day > addDays(start, 3) && day < addDays(today, -1),
  }
}

/** Was he or she a member, and entered, by then? */
export const wasThere = ({ draft }: Person, day: string): boolean => draft.joinedOn !== null && addDays(draft.joinedOn, 4) <= day

/** Who spoke for a branch by then: its secretary or another with an office, else whoever comes first. */
export const secretaryOf = ({ people }: Standing, day: string): Person | undefined =>
  people.find(p => p.post !== null && wasThere(p, day)) ?? people.find(p => wasThere(p, day))

export const iso = (year: number, month: number, date: number): string => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** 元 in the fen that money is kept in. */
export const yuan = (amount: number): number => amount * 100
