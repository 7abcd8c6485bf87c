import { type Extent, wholeOffice } from '../../shared/domain/ownership.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { addDays, addMonths } from '../../shared/rules/days.ts'
import { type ParameterValue, parameterOn } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'
import { Ground } from '../quotas/ground.ts'
import { subtreeIds } from '../records/subtree.ts'

/** What every source is asked: whose, and how far ahead. */
export interface Asked {
  readonly db: ReadScope['db']
  readonly today: string
  /** What who asks may open; without one no 监督资料. */
  readonly extent: Extent
  /** 回避: whose 监督资料 who asks does not see. */
  readonly own: readonly string[]
  readonly ground: Ground
  readonly organizationId: string | undefined
  /** True for an organization that is asked about; what belongs to none is asked about with the whole office. */
  concerns(organizationId: string | null): boolean
  /** The last day whose items are wanted whatever the days ahead say; for a month's page. */
  readonly until: string | undefined
  /** The last day shown for a parameter that says how far ahead. */
  lastDay(parameter: string | null): string
  readonly parameters: readonly ParameterValue[]
}

/** A source's answer. */
export type Gather = (asked: Asked) => Promise<readonly DueFound[]>

interface Question {
  readonly organizationId?: string | undefined
  readonly until?: string | undefined
}

export async function ask(
  { db, today, extent = wholeOffice }: Pick<ReadScope, 'db' | 'today' | 'extent'>,
  { organizationId, until }: Question,
): Promise<Asked> {
  const ground = new Ground(db)
  const parameters = await ground.parameters()
  const below = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const ahead = (parameter: string): string => {
    const value = parameterOn(parameters, parameter, today)?.value ?? 0
    return parameter.endsWith('Months') ? addMonths(today, value) : addDays(today, value)
  }
  return {
    db,
    today,
    extent,
    own: extent.own,
    ground,
    organizationId,
    until,
    parameters,
    concerns: id => below === undefined || (id !== null && below.has(id)),
    lastDay(parameter) {
      const own = parameter === null ? today : ahead(parameter)
      return until !== undefined && until > own ? until : own
    },
  }
}
