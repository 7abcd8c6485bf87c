import type { SupervisionBoard } from '../../../shared/api/supervision.ts'
import type { ParameterValue } from '../../../shared/rules/parameters.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { owedReports } from '../../supervision/owed-reports.ts'

interface Asked {
  /** The year in whose January they are collected. */
  readonly year: number
  readonly parameters: readonly ParameterValue[]
  within(organizationId: string | null): boolean
  nameOf(organizationId: string | null): string
}

/** 个人有关事项年度报告 that are collected in a year, and who has not handed one in. */
export async function reportsOf(
  scope: Pick<ReadScope, 'db' | 'today' | 'extent'>,
  { year, parameters, within, nameOf }: Asked,
): Promise<SupervisionBoard['reports']> {
  const owed = await owedReports(scope, parameters, year - 1)
  if (!owed) return null
  const people = owed.people.filter(({ organizationId }) => within(organizationId))
  return {
    year: owed.year,
    dueOn: owed.dueOn,
    people: people.length,
    without: people
      .filter(({ handedIn }) => !handedIn)
      .map(({ id, name, organizationId, post, recordId }) => ({ id, name, post, organization: nameOf(organizationId), recordId })),
  }
}
