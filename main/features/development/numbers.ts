import type { developmentApi } from '../../../shared/api/development.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { admissionNumber } from '../../../shared/domain/admission-number.ts'
import { organization } from '../../../shared/domain/organization.ts'
import { parse } from '../../app/parse.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { developmentOf, idsUnder } from '../../procedures/development.ts'
import { draftFrom, fromRow, nothing } from '../../records/rows.ts'
import { rowsOf } from '../../procedures/development-rows.ts'

type Api = typeof developmentApi

/** What a total can be shared out by: members, people in progress, the numbers of the period before. */
export async function weights(
  scope: ReadScope,
  { year, organizationId, view, span }: InputOf<Api['development.weights']>,
): Promise<OutputOf<Api['development.weights']>> {
  const found = await developmentOf(scope, { year })
  const members = await membersByBody(scope.db)
  const earlier = span === 'year' ? year - 1 : year - 3
  const before = new Map(found.numbers.filter(n => n.span === span && n.year === earlier).map(n => [n.organizationId, n]))
  const own = new Map(found.numbers.filter(n => n.span === span && n.year === year).map(n => [n.organizationId, n.planned]))
  return rowsOf(found, organizationId, view)
    .filter(({ self }) => !self)
    .map(({ id, name, stages }) => {
      const body = found.bodies.get(id)
      const ids = body ? idsUnder(body) : new Set<string>()
      return {
        organizationId: id,
        name,
        planned: own.get(id) ?? null,
        members: [...ids].reduce((sum, one) => sum + (members.get(one) ?? 0), 0),
        activists: stages.activist,
        candidates: stages.candidate,
        before: before.get(id)?.planned ?? null,
        beforePool: before.get(id)?.pool ?? null,
      }
    })
}

async function membersByBody(db: ReadScope['db']): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('person')
    .select(e => ['organizationId', e.fn.countAll<number>().as('count')])
    .where('voidedAt', 'is', null)
    .where('category', 'in', ['full', 'probationary'])
    .where(e => e.or([e('membershipState', 'is', null), e('membershipState', 'in', ['normal', 'suspended'])]))
    .groupBy('organizationId')
    .execute()
  return new Map(rows.map(({ organizationId, count }) => [organizationId ?? '', count]))
}

/** Writes the numbers of one period, all or none. What stays as it is leaves no trace. */
export async function setNumbers({ db, store }: WriteScope, { year, span, lines }: InputOf<Api['development.set']>): Promise<{ written: number }> {
  const rows = await db.selectFrom('admissionNumber').selectAll().where('voidedAt', 'is', null).where('year', '=', year).where('span', '=', span).execute()
  const kept = new Map(rows.map(row => [row.organizationId, fromRow(admissionNumber, row)]))
  let written = 0
  for (const { organizationId, planned, pool } of new Map(lines.map(line => [line.organizationId, line])).values()) {
    const before = kept.get(organizationId)
    if (organizationId !== null) store.get(organization, organizationId)
    if (planned === null) {
      if (!before) continue
      store.void(admissionNumber, before, '计划数已清空')
    } else if (before) {
      const patch = { planned, ...(pool === undefined ? {} : { pool }) }
      if (before.planned === planned && (pool === undefined || before.pool === pool)) continue
      parse(admissionNumber.draft, { ...draftFrom(admissionNumber, before), ...patch })
      store.update(admissionNumber, before, patch)
    } else store.create(admissionNumber, parse(admissionNumber.draft, { ...nothing(admissionNumber), organizationId, span, year, planned, pool: pool ?? null }))
    written += 1
  }
  return { written }
}
