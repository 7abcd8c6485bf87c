import type { developmentApi } from '../../../shared/api/development.ts'
import { emptyTally, happeningNames, within } from '../../../shared/rules/development.ts'
import type { Handlers } from '../../app/handlers.ts'
import { developmentOf } from '../../procedures/development.ts'
import { totalOf } from '../../procedures/development-rows.ts'
import { board } from './board.ts'
import { people } from './people.ts'
import { monthOf, peopleUnder } from './stretch.ts'
import { setNumbers, weights } from './numbers.ts'

export const developmentHandlers: Handlers<keyof typeof developmentApi> = {
  'development.board': board,

  async 'development.months'(scope, { year, organizationId }) {
    const found = await developmentOf(scope, { year })
    const own = peopleUnder(found, organizationId)
    const { planned } = totalOf(found, organizationId, '')
    let received = 0
    const months = Array.from({ length: 12 }, (_, i) => {
      const { from, until } = monthOf(year, i + 1)
      if (from > found.asOf) return null
      const { happened } = emptyTally()
      const last = until < found.asOf ? until : found.asOf
      for (const who of own) for (const name of happeningNames) if (within(who[name], from, last)) happened[name] += 1
      received += happened.received
      return { happened, received, share: planned ? received / planned : null }
    })
    return { months, planned }
  },

  'development.people': people,
  'development.weights': weights,
  'development.set': setNumbers,
}
