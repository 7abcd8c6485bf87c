import { type BallotGrade, ballotGrades } from '../domain/ballot-words.ts'
import { add, compare, divide, type Fraction, hundredths, multiply, rounded, sum, zero } from './fractions.ts'

/** What one group of assessors gave someone: the exact mean of its papers, and how many of it took part. */
export interface GroupScore {
  readonly code: string
  readonly label: string
  /** In hundredths of the whole. */
  readonly weight: number
  readonly score: Fraction | null
  /** 最低参评率, in hundredths; null asks for none. */
  readonly minimum: number | null
  readonly eligible: number | null
  readonly valid: number
}

/** 加分, 减分, 一票否决. Points are above zero, whatever the sign a branch wrote before them. */
export interface Adjusting {
  readonly kind: 'plus' | 'minus' | 'veto'
  readonly points: number | null
  readonly reason: string
}

export interface Assessed {
  readonly number: number
  readonly groups: readonly GroupScore[]
  readonly adjustments: readonly Adjusting[]
}

/** A grade, and from how many points it is proposed; null is not proposed by points. The highest first; the last has no line of its own. */
export interface Rung {
  readonly grade: BallotGrade
  readonly from: number | null
}

export interface Lacking {
  readonly label: string
  readonly why: 'none' | 'minimum'
}

export interface Outcome {
  readonly number: number
  /** The groups' means, weighted: before anything is added or taken off. Null where no group counts. */
  readonly weighted: Fraction | null
  /** What is added less what is taken off. */
  readonly adjusted: Fraction
  /** 综合得分 */
  readonly score: Fraction | null
  /** Groups with a weight that are not in it: 暂算. */
  readonly lacking: readonly Lacking[]
  readonly vetoes: readonly string[]
  /** 同分同名次. Null for those who have no score, or whom a matter decides alone. */
  readonly rank: number | null
  /** How many share the rank, with this one. */
  readonly tied: number
  /** What the cut-offs propose. A committee concludes. */
  readonly grade: BallotGrade | null
  /** Where the highest grade has a cap: whether its rank lies within. `tied` is where those who share the rank are more than are left. */
  readonly place: 'within' | 'tied' | 'over' | null
  readonly reasons: readonly Reason[]
}

/** What was counted, or which rule made what of it: a sentence. `warn` wants people to look. */
export interface Reason {
  readonly code: 'weights' | 'provisional' | 'adjusted' | 'veto' | 'cutOff' | 'place'
  readonly tone: 'plain' | 'warn'
  readonly message: string
}

/** Whether enough of a group took part for it to count; a group whose number is not known is taken as it is. */
export function tookPart({ minimum, eligible, valid }: Pick<GroupScore, 'minimum' | 'eligible' | 'valid'>): boolean {
  return minimum === null || eligible === null || valid * 10_000 >= eligible * Math.round(minimum * 100)
}

/** The mean of the groups that count, each by its weight; and which do not. */
export function compositeOf(groups: readonly GroupScore[]): { readonly weighted: Fraction | null; readonly lacking: readonly Lacking[] } {
  const weighing = groups.filter(({ weight }) => weight > 0)
  const lacking = weighing.flatMap((group): Lacking[] =>
    group.score === null ? [{ label: group.label, why: 'none' }] : tookPart(group) ? [] : [{ label: group.label, why: 'minimum' }],
  )
  const counting = weighing.flatMap(group => (group.score !== null && tookPart(group) ? [{ weight: hundredths(group.weight), score: group.score }] : []))
  if (counting.length === 0) return { weighted: null, lacking }
  return { weighted: divide(sum(counting.map(({ weight, score }) => multiply(weight, score))), sum(counting.map(({ weight }) => weight))), lacking }
}

/** Everyone of a ballot: score, rank and what is proposed, each with its reasons. `most` is how many may be given the highest grade. */
export function outcomesOf(assessed: readonly Assessed[], ladder: readonly Rung[], most: number | null): readonly Outcome[] {
  const scored = assessed.map(({ number, groups, adjustments }) => {
    const { weighted, lacking } = compositeOf(groups)
    const adjusted = sum(adjustments.map(signed))
    const vetoes = adjustments.flatMap(({ kind, reason }) => (kind === 'veto' ? [reason] : []))
    return { number, groups, weighted, adjusted, lacking, vetoes, score: weighted === null ? null : add(weighted, adjusted) }
  })
  const ranked = scored.flatMap(({ score, vetoes }) => (score !== null && vetoes.length === 0 ? [score] : []))
  return scored.map(({ groups, ...one }) => {
    const { score, vetoes } = one
    const rank = score === null || vetoes.length > 0 ? null : ranked.filter(other => compare(other, score) > 0).length + 1
    const tied = rank === null || score === null ? 0 : ranked.filter(other => compare(other, score) === 0).length
    const grade = gradeOf(ladder, score, vetoes)
    const place = most !== null && rank !== null && grade !== null && grade === ladder[0]?.grade ? placeOf(rank, tied, most) : null
    return { ...one, rank, tied, grade, place, reasons: reasonsOf({ ...one, groups, rank, grade, place, most, ladder }) }
  })
}

function signed({ kind, points }: Adjusting): Fraction {
  const amount = hundredths(Math.abs(points ?? 0))
  return kind === 'plus' ? amount : kind === 'minus' ? { n: -amount.n, d: amount.d } : zero
}

function gradeOf(ladder: readonly Rung[], score: Fraction | null, vetoes: readonly string[]): BallotGrade | null {
  const last = ladder.at(-1)
  if (vetoes.length > 0) return last?.grade ?? null
  const lines = ladder.slice(0, -1)
  if (score === null || lines.every(({ from }) => from === null)) return null
  const reached = lines.find(({ from }) => from !== null && compare(score, hundredths(from)) >= 0)
  if (reached) return reached.grade
  // Below every line that is drawn: the lowest grade is proposed only where the line above it is drawn.
  return lines.at(-1)?.from === null ? null : (last?.grade ?? null)
}

const placeOf = (rank: number, tied: number, most: number): Outcome['place'] => (rank + tied - 1 <= most ? 'within' : rank <= most ? 'tied' : 'over')

const show = (value: Fraction): string => rounded(value, 2).toFixed(2)
interface Told extends Pick<Outcome, 'weighted' | 'adjusted' | 'score' | 'lacking' | 'vetoes' | 'rank' | 'grade' | 'place'> {
  readonly groups: readonly GroupScore[]
  readonly ladder: readonly Rung[]
  readonly most: number | null
}

/** What was counted and which rule made what of it, a sentence each. */
function reasonsOf(told: Told): readonly Reason[] {
  const { weighted, adjusted, score, lacking, vetoes, grade, place, most, ladder, rank } = told
  if (score === null || weighted === null) return [{ code: 'weights', tone: 'plain', message: '没有可计算的分数，不排名次' }, ...vetoed(vetoes, grade)]
  const several = told.groups.filter(({ weight }) => weight > 0).length > 1
  const less = adjusted.n < 0n
  const away = less ? { n: -adjusted.n, d: adjusted.d } : adjusted
  const places: Readonly<Record<'tied' | 'over', string>> = {
    tied: `第 ${rank ?? ''} 名同分，优秀名额只有 ${most ?? ''} 名，由组织确定`,
    over: `优秀名额 ${most ?? ''} 名，按名次排在名额之外`,
  }
  return [
    lacking.length === 0
      ? { code: 'weights', tone: 'plain', message: `${several ? '各组平均分按权重合计' : '各项平均分合计'}，得 ${show(weighted)}` }
      : { code: 'provisional', tone: 'plain', message: `暂算：${lacking.map(lackingWords).join('，')}，其余各组按权重折算，得 ${show(weighted)}` },
    ...(adjusted.n === 0n ? [] : [said('adjusted', `加减分 ${less ? '−' : '+'}${show(away)}，综合得分 ${show(score)}`)]),
    ...(vetoes.length > 0 ? vetoed(vetoes, grade) : [said('cutOff', cutOff(ladder, score, grade))]),
    ...(place === 'tied' || place === 'over' ? [said('place', places[place], 'warn')] : []),
  ]
}

const said = (code: Reason['code'], message: string, tone: Reason['tone'] = 'plain'): Reason => ({ code, tone, message })

const lackingWords = ({ label, why }: Lacking): string => (why === 'none' ? `${label}没有评分` : `${label}参评人数不足最低参评率，不计入`)

const vetoed = (vetoes: readonly string[], grade: BallotGrade | null): readonly Reason[] =>
  vetoes.map(reason => said('veto', `一票否决：${reason}${grade ? `，建议${ballotGrades[grade]}` : ''}，不排名次`, 'warn'))

function cutOff(ladder: readonly Rung[], score: Fraction, grade: BallotGrade | null): string {
  if (grade === null) return '方案没有定到这一段的分数线，不建议等次'
  const word = ballotGrades[grade]
  const rung = ladder.find(({ grade: of }) => of === grade)
  if (rung && rung.from !== null) return `${show(score)} 不低于${word}线 ${rung.from}，建议${word}`
  const lowest = ladder.findLast(({ from }) => from !== null)
  return `${show(score)} 低于 ${lowest?.from ?? ''}，建议${word}`
}

/** 合格 and 达标 stand on one line, and so on: the cut-offs of a scheme against the grades a kind of ballot offers, the highest first. */
export function ladderOf(
  grades: readonly BallotGrade[],
  {
    excellentFrom,
    qualifiedFrom,
    basicFrom,
  }: { readonly excellentFrom: number | null; readonly qualifiedFrom: number | null; readonly basicFrom: number | null },
): readonly Rung[] {
  const lines = grades.length > 3 ? [excellentFrom, qualifiedFrom, basicFrom] : [qualifiedFrom, basicFrom]
  return grades.map((grade, i) => ({ grade, from: i === grades.length - 1 ? null : (lines[i] ?? null) }))
}

/** By item: the groups' means, weighted as the whole is, so that the items add up to the weighted score. Null where no group counts. */
export function weightedItems(
  keys: readonly string[],
  groups: readonly (GroupScore & { readonly means: Readonly<Record<string, Fraction | null>> })[],
): Readonly<Record<string, Fraction>> | null {
  const counting = groups.filter(group => group.weight > 0 && group.score !== null && tookPart(group))
  if (counting.length === 0) return null
  const whole = sum(counting.map(({ weight }) => hundredths(weight)))
  return Object.fromEntries(keys.map(key => [key, divide(sum(counting.map(({ weight, means }) => multiply(hundredths(weight), means[key] ?? zero))), whole)]))
}
