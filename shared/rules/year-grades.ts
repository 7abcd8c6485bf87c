import { type YearGradeName, yearGrades } from '../domain/cadre-words.ts'

/** 年度考核结果 of a 任免审批表: read from its sentence and written as one. */

export interface GradedYear {
  readonly year: number
  readonly grade: YearGradeName
}

const words: readonly (readonly [word: string, grade: YearGradeName])[] = [
  ['基本称职', 'basic'],
  ['基本合格', 'basic'],
  ['不称职', 'incompetent'],
  ['不合格', 'incompetent'],
  ['不定等次', 'ungraded'],
  ['不确定等次', 'ungraded'],
  ['未参加', 'absent'],
  ['优秀', 'excellent'],
  ['称职', 'competent'],
  ['合格', 'competent'],
]

const token = new RegExp(`(\\d{4})\\s*年?(?:度)?\\s*[-—－~～至到]+\\s*(\\d{4})|(\\d{4})|${words.map(([word]) => word).join('|')}`, 'g')

/** `2023年、2024年考核称职，2025年优秀` by year; null where the sentence holds a year without a grade, a grade without a year, or a year twice. */
export function readYearGrades(text: string | null): readonly GradedYear[] | null {
  const found: GradedYear[] = []
  let waiting: number[] = []
  for (const [word, from, until, year] of (text ?? '').normalize('NFKC').matchAll(token)) {
    if (from !== undefined && until !== undefined) {
      const [first, last] = [Number(from), Number(until)]
      if (last < first || last - first > 20) return null
      waiting.push(...Array.from({ length: last - first + 1 }, (_, i) => first + i))
    } else if (year !== undefined) waiting.push(Number(year))
    else {
      const grade = words.find(([known]) => known === word)?.[1]
      if (grade === undefined || waiting.length === 0) return null
      found.push(...waiting.map(graded => ({ year: graded, grade })))
      waiting = []
    }
  }
  const years = new Set(found.map(({ year }) => year))
  return waiting.length > 0 || years.size < found.length || [...years].some(year => year < 1950 || year > 2200)
    ? null
    : found.toSorted((a, b) => a.year - b.year)
}

/** `2023年、2024年年度考核称职，2025年年度考核优秀。`; of all alike: 均为称职. Null of none. */
export function writeYearGrades(graded: readonly GradedYear[]): string | null {
  const list = graded.toSorted((a, b) => a.year - b.year)
  if (list.length === 0) return null
  const runs: { years: number[]; grade: YearGradeName }[] = []
  for (const { year, grade } of list) {
    const last = runs.at(-1)
    if (last?.grade === grade) last.years.push(year)
    else runs.push({ years: [year], grade })
  }
  const said = runs.map(({ years, grade }) => {
    const each = years.map(year => `${year}年`).join('、')
    if (grade === 'absent') return `${each}未参加年度考核`
    return `${each}年度考核${years.length > 1 ? '均为' : ''}${yearGrades[grade]}`
  })
  return `${said.join('，')}。`
}
