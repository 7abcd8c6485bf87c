import type { integrityApi } from '../../../shared/api/integrity.ts'
import { noteOf } from '../../../shared/domain/ownership.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { Handlers } from '../../app/handlers.ts'
import { integrityFileOf, integrityRows } from '../../supervision/integrity.ts'

export const integrityHandlers: Handlers<keyof typeof integrityApi> = {
  async 'integrity.list'(scope, { year, organizationId, pending, search, offset, limit }) {
    const all = await integrityRows(scope, year, organizationId)
    const fitting = search === undefined ? all : all.filter(row => `${row.name}${row.organization}${row.post}`.includes(search))
    const waiting = fitting.filter(({ reviewedOn }) => reviewedOn === null)
    const rows = pending ? waiting : fitting
    return { total: rows.length, all: fitting.length, pending: waiting.length, rows: rows.slice(offset, offset + limit) }
  },

  async 'integrity.get'(scope, { personId }) {
    const file = await integrityFileOf(scope, personId)
    const looks = await scope.db
      .selectFrom('audit')
      .select(['at', 'actor'])
      .where('recordType', '=', noteOf('integrity'))
      .where('recordId', '=', personId)
      .orderBy('seq', 'desc')
      .limit(20)
      .execute()
    const order = await integrityRows(scope, yearOf(scope.today))
    const at = order.findIndex(({ id }) => id === personId)
    const neighbour = (index: number) => (at < 0 ? null : (order[index]?.id ?? null))
    return { ...file, looks, previous: neighbour(at - 1), next: neighbour(at + 1), at: at + 1, total: order.length }
  },
}
