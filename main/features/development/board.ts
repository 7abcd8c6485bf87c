import type { DevelopmentFigures, developmentApi } from '../../../shared/api/development.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { AdmissionNumber } from '../../../shared/domain/admission-number.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { kindNames, type Tally, within } from '../../../shared/rules/development.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { type BodyFigures, type Development, developmentOf, idsUnder, plannedIn } from '../../procedures/development.ts'
import { headOrAll, rowsOf, totalOf } from '../../procedures/development-rows.ts'

type Api = typeof developmentApi

export async function board(scope: ReadScope, { year, organizationId, view }: InputOf<Api['development.board']>): Promise<OutputOf<Api['development.board']>> {
  const found = await developmentOf(scope, { year })
  const head = headOrAll(found, organizationId)
  const rows = rowsOf(found, organizationId, view)
  const total = totalOf(found, organizationId, scope.office.name)
  const own = head?.own ?? (organizationId === undefined ? found.office : null)
  return {
    asOf: found.asOf,
    elapsed: found.elapsed,
    lagRule: found.lagRule,
    total,
    rows,
    structure: structureOf(total, own),
    pool: poolOf(found, organizationId, total),
    threeYears: threeYearsOf(found, organizationId, year),
    documents: await documentsOf(scope, head, year),
  }
}

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
