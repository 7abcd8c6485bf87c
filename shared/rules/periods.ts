import { addDays, addMonths, firstDayOf, lastDayOf } from './days.ts'

/** How long one period of a quota is. */
export type Span = 'month' | 'quarter' | 'halfYear' | 'year' | 'fiveYears'

export const spanLabels: Readonly<Record<Span, string>> = { month: '每月', quarter: '每季度', halfYear: '每半年', year: '每年', fiveYears: '五年' }

/** A stretch of whole days, first and last included. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** Years are counted in fives as the national training plan counts them: 2023 to 2027 (《全国干部教育培训规划（2023—2027年）》). */
const firstOfFive = 2023

const monthsIn: Readonly<Record<Exclude<Span, 'fiveYears'>, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** The periods of a span that end within a year, or for five years the one that the year lies in. */
export function periodsOf(span: Span, year: number): readonly Period[] {
  if (span === 'fiveYears') {
    const first = year - ((((year - firstOfFive) % 5) + 5) % 5)
    return [{ from: firstDayOf(first), until: lastDayOf(first + 4) }]
  }
  const months = monthsIn[span]
  return Array.from({ length: 12 / months }, (_, i) => {
    const from = addMonths(firstDayOf(year), i * months)
    return { from, until: addDays(addMonths(from, months), -1) }
  })
}

/** How a period is called within its year: 3 月, 第二季度, 上半年, 2026 年, 2023—2027 年. */
export function periodLabel(span: Span, { from, until }: Period): string {
  const month = Number(from.slice(5, 7))
  switch (span) {
    case 'month':
      return `${month} 月`
    case 'quarter':
      return `第${'一二三四'[(month - 1) / 3] ?? ''}季度`
    case 'halfYear':
      return month === 1 ? '上半年' : '下半年'
    case 'year':
      return `${from.slice(0, 4)} 年`
    case 'fiveYears':
      return `${from.slice(0, 4)}—${until.slice(0, 4)} 年`
  }
}

/** What of a year's twelve monthly amounts falls into a period of that year. */
export function amountIn(months: readonly number[], { from, until }: Period): number {
  let sum = 0
  for (let month = Number(from.slice(5, 7)); month <= Number(until.slice(5, 7)); month++) sum += months[month - 1] ?? 0
  return sum
}
