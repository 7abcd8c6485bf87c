import type { DevelopmentFigures, developmentApi } from '../../../shared/api/development.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { AdmissionNumber } from '../../../shared/domain/admission-number.ts'
import { AppError } from '../../../shared/errors.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { addTally, emptyTally, kindNames, lagOf, type Tally, within } from '../../../shared/rules/development.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { type BodyFigures, type Development, developmentOf, headOf, idsUnder, isShown, plannedIn, unitsOf } from '../../procedures/development.ts'

type Api = typeof developmentApi

export async function board(scope: ReadScope, { year, organizationId, view }: InputOf<Api['development.board']>): Promise<OutputOf<Api['development.board']>> {
  const found = await developmentOf(scope, { year })
  const head = headOrAll(found, organizationId)
  const rows = rowsOf(found, organizationId, view)
  const total = totalOf(found, organizationId, scope.office.name)
  const nowhere = organizationId === undefined ? peopleIn(found.nowhere) : 0
  const own = head?.own ?? (organizationId === undefined ? found.office : null)
  return {
    asOf: found.asOf,
    elapsed: found.elapsed,
    lagRule: found.lagRule,
    total,
    rows,
    nowhere,
    structure: structureOf(total, own),
    pool: poolOf(found, organizationId, total),
    threeYears: threeYearsOf(found, organizationId, year),
    documents: await documentsOf(scope, head, year),
  }
}

/** The one asked about; the office's head where it has one; null where several stand side by side. Whoever is asked about and is not there is refused. */
export function headOrAll(found: Development, organizationId: string | undefined): BodyFigures | undefined {
  const head = headOf(found, organizationId)
  if (organizationId !== undefined && !head) throw new AppError('record.notFound', { label: '党组织' })
  return head
}

/** The units below, with a line for who stands in the head itself; or every branch under it. A branch has itself. */
export function rowsOf(found: Development, organizationId: string | undefined, view: 'units' | 'branches'): DevelopmentFigures[] {
  const head = headOrAll(found, organizationId)
  if (view === 'branches') return branchesUnder(head ? [head] : found.roots, found.asOf).map(shown)
  const units = unitsOf(found, organizationId)
  if (head && units.length === 0) return [shown(head)]
  const rows = units.map(shown)
  if (head && peopleIn(head.direct) > 0)
    rows.push({ ...shown(head), ...copy(head.direct), self: true, below: 0, own: null, planned: null, sum: null, pool: null, lag: [] })
  return rows
}

function branchesUnder(heads: readonly BodyFigures[], asOf: string): BodyFigures[] {
  return heads.flatMap(body => [...(body.kind === 'branch' && isShown(body, asOf) ? [body] : []), ...branchesUnder(body.children, asOf)])
}

const copy = ({ stages, happened, kinds, overdue }: Tally): Tally => ({ stages: { ...stages }, happened: { ...happened }, kinds: { ...kinds }, overdue })

const shown = ({ id, name, kind, children, own, planned, below, pool, prospects, lag, tally }: BodyFigures): DevelopmentFigures => ({
  id,
  name,
  kind,
  self: false,
  below: children.filter(child => child.kind !== 'group').length,
  own: own && { id: own.id, planned: own.planned, pool: own.pool },
  planned,
  sum: below,
  pool,
  prospects,
  lag: [...lag],
  ...copy(tally),
})

/** The line above all: the head asked about; the whole office with whoever stands in no organization. */
export function totalOf(found: Development, organizationId: string | undefined, office: string): DevelopmentFigures {
  const head = headOrAll(found, organizationId)
  if (organizationId !== undefined && head) return shown(head)
  const tally = emptyTally()
  for (const root of found.roots) addTally(tally, root.tally)
  addTally(tally, found.nowhere)
  const own = head?.own ?? found.office
  const known = found.roots.flatMap(({ planned }) => (planned === null ? [] : [planned]))
  const sum = head ? head.below : known.length > 0 ? known.reduce((all, n) => all + n, 0) : null
  const planned = own?.planned ?? sum
  return {
    id: head?.id ?? '',
    name: head?.name ?? office,
    kind: head?.kind ?? '',
    self: false,
    below: found.roots.length,
    own: own && { id: own.id, planned: own.planned, pool: own.pool },
    planned,
    sum,
    pool: own?.pool ?? head?.pool ?? null,
    prospects: found.roots.reduce((all, root) => all + root.prospects, 0),
    lag: [...lagOf({ planned, received: tally.happened.received, overdue: tally.overdue }, found.elapsed, found.lagRule)],
    ...tally,
  }
}

const peopleIn = ({ stages, happened }: Tally): number => [...Object.values(stages), ...Object.values(happened)].reduce((sum, n) => sum + n, 0)

function structureOf({ kinds }: Tally, own: AdmissionNumber | null): OutputOf<Api['development.board']>['structure'] {
  return kindNames.map(kind => ({ kind, count: kinds[kind], asked: own?.[kind] ?? null, percent: own?.measuredIn !== 'people' }))
}

/** The office's own number, else the parameter for the whole office; an organization has what its plan says. */
function poolOf({ pool }: Development, organizationId: string | undefined, total: DevelopmentFigures): OutputOf<Api['development.board']>['pool'] {
  if (total.own?.pool !== null && total.own?.pool !== undefined) return { target: total.own.pool, source: '本级发展计划', basis: null }
  if (organizationId === undefined && pool && pool.value > 0) return { target: pool.value, source: pool.clause, basis: pool.basis }
  return { target: total.pool, source: total.pool === null ? null : '下级合计', basis: null }
}

function threeYearsOf(found: Development, organizationId: string | undefined, year: number): OutputOf<Api['development.board']>['threeYears'] {
  const { numbers, travellers, asOf } = found
  const head = headOrAll(found, organizationId)
  const owners = [head?.id, organizationId === undefined ? null : undefined]
  const plan = owners
    .map(owner => numbers.find(n => n.span === 'threeYears' && n.organizationId === owner && n.year <= year && year <= n.year + 2))
    .find(n => n !== undefined)
  if (!plan) return null
  const ids = head && organizationId !== undefined ? idsUnder(head) : undefined
  const own = ids ? travellers.filter(who => ids.has(who.organizationId ?? '')) : travellers
  return {
    from: plan.year,
    until: plan.year + 2,
    planned: plan.planned,
    document: plan.document,
    years: [0, 1, 2].map(i => {
      const one = plan.year + i
      const until = one === year ? asOf : lastDayOf(one)
      return { year: one, planned: plannedIn(found, organizationId, one), received: own.filter(who => within(who.received, firstDayOf(one), until)).length }
    }),
  }
}

async function documentsOf({ db }: ReadScope, head: BodyFigures | undefined, year: number): Promise<OutputOf<Api['development.board']>['documents']> {
  if (!head) return []
  const rows = await db
    .selectFrom('studyPlan')
    .select(['id', 'title', 'document', 'target', 'year', 'untilYear'])
    .where('voidedAt', 'is', null)
    .where('kind', 'in', ['admission', 'admissionThree'])
    .where('organizationId', '=', head.id)
    .where('year', '<=', year)
    .orderBy('year')
    .execute()
  return rows.filter(row => year <= (row.untilYear ?? row.year)).map(({ id, title, document, target }) => ({ id, title, document, target }))
}
