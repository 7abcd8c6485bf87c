import { lastDate } from '../../../shared/rules/days.ts'
import type { Stretch, Traveller } from '../../../shared/rules/development.ts'
import { type Development, idsUnder } from '../../procedures/development.ts'
import { headOrAll } from '../../procedures/development-rows.ts'

/** The first and last day of a month. */
export function monthOf(year: number, month: number): Stretch {
  const head = `${year}-${String(month).padStart(2, '0')}`
  return { from: `${head}-01`, until: `${head}-${String(lastDate(year, month)).padStart(2, '0')}` }
}

/** Whoever stands under an organization; under none, everybody. */
export function peopleUnder(found: Development, organizationId: string | undefined): readonly Traveller[] {
  const head = headOrAll(found, organizationId)
  if (organizationId === undefined || !head) return found.travellers
  const ids = idsUnder(head)
  return found.travellers.filter(who => ids.has(who.organizationId ?? ''))
}
