import type { FamilyMember, ResumePeriod, Reward, YearGrade } from '../../shared/domain/cadre.ts'
import { type ReadResume, type WrittenPeriod, writeResume } from '../../shared/rules/resume.ts'
import { writeYearGrades } from '../../shared/rules/year-grades.ts'

const isMonth = (at: string | null): boolean => at === null || at.length === 7

/** A résumé as its lines are kept. What has no month, or stands before the first period, is kept as it is written. */
export function resumeLines({ periods, unread }: ReadResume): ResumePeriod[] {
  const loose = unread.map(content => ({ since: null, until: null, content }))
  const dated = periods.map(period => {
    const { from, to, text, within } = period
    if (isMonth(from) && isMonth(to)) return { since: from, until: to, content: [text, ...within].join('\n') }
    return { since: null, until: null, content: writeResume([period]) }
  })
  return [...loose, ...dated].map((line, i) => ({ number: i + 1, ...line, content: line.content.slice(0, 4000) }))
}

/** The same as the sheet lays it out. */
export function resumeText(lines: readonly ResumePeriod[]): string {
  return lines
    .map(({ since, until, content }) => {
      const [text = '', ...within] = content.split('\n')
      const period: WrittenPeriod | undefined = since === null ? undefined : { from: since, to: until, text, within: within.map(line => line.trim()) }
      return period ? writeResume([period]) : content
    })
    .join('\n')
}

export const familyText = (lines: readonly FamilyMember[]): string =>
  lines.map(({ relation, name, born, politics, work }) => [relation, name, born, politics, work].filter(Boolean).join('　')).join('\n')

export const rewardsText = (lines: readonly Reward[]): string => lines.map(({ content }) => content).join('\n')

export const gradesText = (lines: readonly YearGrade[]): string => writeYearGrades(lines) ?? ''
