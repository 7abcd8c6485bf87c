import type { barsApi } from '../../../shared/api/bars.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { Handlers } from '../../app/handlers.ts'
import { sameAdmonitions } from '../../records/cautions.ts'
import { namedBars } from '../../supervision/bars.ts'
import { effectRows, runs } from '../../supervision/register.ts'

export const effectHandlers: Handlers<keyof typeof barsApi> = {
  async 'supervision.effects'(scope, { organizationId, running, search, offset, limit }) {
    const all = await effectRows(scope, organizationId)
    const fitting = search === undefined ? all : all.filter(row => `${row.name}${row.organization}${row.label}`.includes(search))
    const rows = running ? fitting.filter(runs) : fitting
    return { total: rows.length, running: fitting.filter(runs).length, all: fitting.length, rows: rows.slice(offset, offset + limit) }
  },

  async 'supervision.sameAdmonition'({ db }, asked) {
    return [...(await sameAdmonitions(db, asked))]
  },

  async 'bars.ask'({ db, today }, { purpose, personIds, years }) {
    if (purpose !== 'excellent') return (await namedBars(db, personIds, { purpose, on: today })).map(found => ({ ...found, year: null }))
    const said = []
    for (const year of years.length > 0 ? years : [yearOf(today)])
      said.push(...(await namedBars(db, personIds, { purpose, on: today, year })).map(found => ({ ...found, year })))
    return said
  },
}
