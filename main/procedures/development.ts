import { admissionNumber, type AdmissionNumber } from '../../shared/domain/admission-number.ts'
import { elapsedShare, firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import { addTally, count, emptyTally, lagOf, type LagRule, type Stretch, type Tally, type Traveller } from '../../shared/rules/development.ts'
import { type ParameterValue, parameterOn } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'
import { parametersIn } from '../records/parameters.ts'
import { fromRow } from '../records/rows.ts'
import { travellersOf } from './travellers.ts'

type Scope = Pick<ReadScope, 'db' | 'today'>

/** One organization with all below it, in a year up to a day. */
export interface BodyFigures {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  readonly closedOn: string | null
  readonly children: readonly BodyFigures[]
  /** Its own number of the year; without one what those below it have together. */
  readonly own: AdmissionNumber | null
  readonly planned: number | null
  /** What those below it have together; null where none has a number. */
  readonly below: number | null
  readonly pool: number | null
  readonly tally: Tally
  /** Of those, the people who stand in the organization itself. */
  readonly direct: Tally
  readonly prospects: number
  /** Why it lags; empty where it does not. */
  readonly lag: readonly string[]
}

export interface Development {
  readonly asOf: string
  /** The part of the year gone by then, 0 to 1. */
  readonly elapsed: number
  readonly lagRule: LagRule
  /** The pool that a parameter asks the whole office for, with what it rests on. */
  readonly pool: ParameterValue | undefined
  readonly bodies: ReadonlyMap<string, BodyFigures>
  readonly roots: readonly BodyFigures[]
  /** The number of the whole office, where it is not that of its one head. */
  readonly office: AdmissionNumber | null
  /** People in no organization that is on file. */
  readonly nowhere: Tally
  readonly numbers: readonly AdmissionNumber[]
  readonly travellers: readonly Traveller[]
  /** Keys of those with a step overdue; of a day that is past nobody knows any more. */
  readonly overdue: ReadonlySet<string>
}

/** 发展计划 and where it stands: every organization's number, stages and happenings of a year, or since a day in it, up to a day. One place for screens, forms and reminders. */
export async function developmentOf(
  scope: Scope,
  { year, from, until }: { readonly year: number; readonly from?: string; readonly until?: string | undefined },
): Promise<Development> {
  const { db, today } = scope
  const last = until ?? lastDayOf(year)
  const asOf = last < today ? last : today
  const stretch: Stretch = { from: from ?? firstDayOf(year), until: asOf }
  const numbers = await numbersOf(db)
  const parameters = await parametersIn(db)
  const bodies = await db
    .selectFrom('organization')
    .select(['id', 'name', 'kind', 'parentId', 'closedOn'])
    .where('voidedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const { travellers, overdue: nowOverdue } = await travellersOf(scope, Math.min(year, ...numbers.map(n => n.year)) - 1)
  const overdue = asOf === today ? nowOverdue : new Set<string>()
  const direct = new Map(bodies.map(({ id }) => [id, emptyTally()]))
  const nowhere = emptyTally()
  for (const who of travellers) count(direct.get(who.organizationId ?? '') ?? nowhere, who, stretch, overdue.has(who.key))
  const lagRule = {
    points: parameterOn(parameters, 'membership.lagPoints', asOf)?.value ?? 100,
    overdue: parameterOn(parameters, 'membership.lagOverdue', asOf)?.value ?? 0,
  }
  const elapsed = elapsedShare(year, asOf)
  const own = new Map(numbers.filter(n => n.span === 'year' && n.year === year).map(n => [n.organizationId ?? '', n]))
  const prospects = await prospectsOf(db)
  const byParent = Map.groupBy(bodies, ({ parentId }) => parentId)
  const made = new Map<string, BodyFigures>()
  const make = (body: (typeof bodies)[number]): BodyFigures => {
    const children = (byParent.get(body.id) ?? []).map(make)
    const tally = emptyTally()
    const here = direct.get(body.id) ?? emptyTally()
    addTally(tally, here)
    for (const child of children) addTally(tally, child.tally)
    const known = children.flatMap(({ planned }) => (planned === null ? [] : [planned]))
    const below = known.length > 0 ? known.reduce((sum, n) => sum + n, 0) : null
    const pools = children.flatMap(({ pool }) => (pool === null ? [] : [pool]))
    const kept = own.get(body.id) ?? null
    const planned = kept?.planned ?? below
    const figures: BodyFigures = {
      ...body,
      children,
      own: kept,
      planned,
      below,
      pool: kept?.pool ?? (pools.length > 0 ? pools.reduce((sum, n) => sum + n, 0) : null),
      tally,
      direct: here,
      prospects: children.reduce((sum, child) => sum + child.prospects, prospects.get(body.id) ?? 0),
      lag: lagOf({ planned, received: tally.happened.received, overdue: tally.overdue }, elapsed, lagRule),
    }
    made.set(body.id, figures)
    return figures
  }
  const ids = new Set(bodies.map(({ id }) => id))
  const roots = bodies.filter(({ parentId }) => parentId === null || !ids.has(parentId)).map(make)
  const office = own.get('') ?? null
  return { asOf, elapsed, lagRule, office, pool: parameterOn(parameters, 'membership.pool', asOf), bodies: made, roots, nowhere, numbers, travellers, overdue }
}

async function numbersOf(db: ReadScope['db']): Promise<readonly AdmissionNumber[]> {
  const rows = await db.selectFrom('admissionNumber').selectAll().where('voidedAt', 'is', null).execute()
  return rows.map(row => fromRow(admissionNumber, row))
}

async function prospectsOf(db: ReadScope['db']): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('prospect')
    .select(e => ['organizationId', e.fn.countAll<number>().as('count')])
    .where('voidedAt', 'is', null)
    .where('appliedOn', 'is', null)
    .where('endedOn', 'is', null)
    .groupBy('organizationId')
    .execute()
  return new Map(rows.map(({ organizationId, count: n }) => [organizationId, n]))
}

/** Whom a question is about: an organization; the whole office under its one head, or under several. */
export function headOf({ roots, bodies }: Pick<Development, 'roots' | 'bodies'>, organizationId: string | undefined): BodyFigures | undefined {
  if (organizationId !== undefined) return bodies.get(organizationId)
  return roots.length === 1 ? roots[0] : undefined
}

/** The units that one is answerable for: those directly below it. */
export const unitsOf = (development: Development, organizationId: string | undefined): readonly BodyFigures[] =>
  (headOf(development, organizationId)?.children ?? (organizationId === undefined ? development.roots : [])).filter(
    body => body.kind !== 'group' && isShown(body, development.asOf),
  )

/** What was closed is shown as long as it has something to show. */
export const isShown = ({ closedOn, planned, tally }: BodyFigures, asOf: string): boolean =>
  closedOn === null || closedOn > asOf || planned !== null || [...Object.values(tally.stages), ...Object.values(tally.happened)].some(n => n > 0)

/** Everything below an organization, itself included. */
export function idsUnder(head: BodyFigures): ReadonlySet<string> {
  const ids = new Set<string>()
  const walk = (body: BodyFigures): void => {
    ids.add(body.id)
    body.children.forEach(walk)
  }
  walk(head)
  return ids
}

/** What an organization was to admit in another year: its own number, else what those below it had together; null where nobody had one. */
export function plannedIn(
  { numbers, roots, bodies }: Pick<Development, 'numbers' | 'roots' | 'bodies'>,
  organizationId: string | undefined,
  year: number,
): number | null {
  const own = new Map(numbers.filter(n => n.span === 'year' && n.year === year).map(n => [n.organizationId ?? '', n.planned]))
  const of = (body: BodyFigures): number | null => own.get(body.id) ?? together(body.children)
  const together = (all: readonly BodyFigures[]): number | null => {
    const known = all.map(of).filter(n => n !== null)
    return known.length > 0 ? known.reduce((sum, n) => sum + n, 0) : null
  }
  const head = headOf({ roots, bodies }, organizationId)
  const office = organizationId === undefined ? own.get('') : undefined
  return (head && own.get(head.id)) ?? office ?? together(head ? head.children : roots)
}
