import { opensType, wholeOffice } from '../../shared/domain/ownership.ts'
import { firstDayOf } from '../../shared/rules/days.ts'
import type { ParameterValue } from '../../shared/rules/parameters.ts'
import { owesReport, reportLevel } from '../../shared/rules/personal-report-owed.ts'
import { annualReportDay } from '../../shared/rules/supervision-deadlines.ts'
import type { ReadScope } from '../app/scopes.ts'

/** Who owes the 年度报告 of a year, with what is on file of it. */
interface Reporter {
  readonly id: string
  readonly name: string
  readonly organizationId: string | null
  readonly post: string
  /** The record of it; null where there is none. */
  readonly recordId: string | null
  readonly handedIn: boolean
}

interface OwedReports {
  readonly year: number
  readonly dueOn: string
  /** Who must report, and until when. */
  readonly clause: string
  readonly people: readonly Reporter[]
}

/**
 * 个人有关事项年度报告 of a year, the cadres in the order of their roster; null before the January in which it is collected, where no rule is in force, and for
 * who was not granted the class: he sees no report, and all would seem to owe one. 回避: not the user himself nor his relatives.
 */
export async function owedReports(
  { db, today, extent = wholeOffice }: Pick<ReadScope, 'db' | 'today' | 'extent'>,
  parameters: readonly ParameterValue[],
  year: number,
  on = today,
): Promise<OwedReports | null> {
  const day = annualReportDay(year, { parameters })
  const level = day && reportLevel(parameters, day.dueOn)
  if (!level || on < firstDayOf(year + 1) || !opensType(extent, 'personalReport')) return null
  const { dueOn, rule } = day
  const cadres = await db
    .selectFrom('cadre as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['p.id', 'p.name', 'p.organizationId', 'p.workPost', 'c.currentPost', 'c.level', 'c.levelSince', 'c.leftOn'])
    .where('c.voidedAt', 'is', null)
    .where('p.voidedAt', 'is', null)
    .orderBy('c.number')
    .orderBy('p.nameOrder')
    .execute()
  const reports = await db
    .selectFrom('personalReport')
    .select(['id', 'personId', 'submittedOn'])
    .where('voidedAt', 'is', null)
    .where('kind', '=', 'annual')
    .where('year', '=', year)
    .execute()
  const kept = new Map(reports.map(report => [report.personId, report]))
  return {
    year,
    dueOn,
    clause: [level.rule.clause, rule.clause].filter(Boolean).join('；'),
    people: cadres
      .filter(cadre => !extent.own.includes(cadre.id) && owesReport(cadre, level, { year, on: on < dueOn ? on : dueOn }))
      .map(({ id, name, organizationId, workPost, currentPost }) => {
        const report = kept.get(id)
        return {
          id,
          name,
          organizationId,
          post: currentPost ?? workPost ?? '',
          recordId: report?.id ?? null,
          handedIn: report !== undefined && report.submittedOn !== null,
        }
      }),
  }
}
