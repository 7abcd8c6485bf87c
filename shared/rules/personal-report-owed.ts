import { type CadreLevel, cadreLevels } from '../domain/cadre-words.ts'
import { lastDayOf } from './days.ts'
import { parameterOn, type ParameterValue } from './parameters.ts'

/** The highest first. */
const ranked = Object.keys(cadreLevels)

/** What decides who owes a report: the lowest level that does, the highest being 1, with its clause. */
export interface ReportLevel {
  readonly lowest: number
  readonly rule: ParameterValue
}

/** 县处级副职以上: in force on the day by which the reports are handed in; none where the office turned it off. */
export function reportLevel(parameters: readonly ParameterValue[], dueOn: string): ReportLevel | null {
  const rule = parameterOn(parameters, 'supervision.reportLevel', dueOn)
  return rule && rule.value > 0 ? { lowest: rule.value, rule } : null
}

interface Reporting {
  readonly level: CadreLevel | null
  readonly levelSince: string | null
  readonly leftOn: string | null
}

/** Whether somebody owes the 年度报告 of a year: of the levels that do, not gone on that day, and not promoted to the lowest of them only after the year. */
export function owesReport(
  { level, levelSince, leftOn }: Reporting,
  { lowest }: ReportLevel,
  { year, on }: { readonly year: number; readonly on: string },
): boolean {
  if (level === null || (leftOn !== null && leftOn <= on)) return false
  const rank = ranked.indexOf(level) + 1
  return rank < lowest || (rank === lowest && (levelSince === null || levelSince <= lastDayOf(year)))
}
