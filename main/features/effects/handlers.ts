import type { barsApi } from '../../../shared/api/bars.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { Handlers } from '../../app/handlers.ts'
import { namedBars } from '../../supervision/bars.ts'

export const effectHandlers: Handlers<keyof typeof barsApi> = {
  async 'bars.ask'({ db, today }, { purpose, personIds, years }) {
    if (purpose !== 'excellent') return (await namedBars(db, personIds, { purpose, on: today })).map(found => ({ ...found, year: null }))
    const said = []
    for (const year of years.length > 0 ? years : [yearOf(today)])
      said.push(...(await namedBars(db, personIds, { purpose, on: today, year })).map(found => ({ ...found, year })))
    return said
  },
}
