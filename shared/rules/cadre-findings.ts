import type { Cadre, FamilyMember, ResumePeriod, YearGrade } from '../domain/cadre.ts'
import type { PostHolding } from '../domain/post.ts'
import { addYears, fullMonthsBetween } from './days.ts'

/** Something on a cadre's file to be looked at. The program concludes nothing. */
export interface CadreFinding {
  readonly code: string
  readonly tone: 'short' | 'soon'
  readonly message: string
  /** What it rests on. */
  readonly clause: string
  /** Where it is mended: a part of the page. */
  readonly part: 'resume' | 'sheet' | 'family' | 'grades' | 'posts' | 'archive'
}

type Period = Pick<ResumePeriod, 'number' | 'since' | 'until' | 'content'>

const dotted = (month: string): string => month.replace('-', '.')
const sheetRule = '任免审批表填写要求：简历连续，不留空档'

/** 简历: gaps and overlaps between one period and the next, and what goes on though it is not the last. Periods without a first month are left out. */
export function resumeFindings(periods: readonly Period[]): readonly CadreFinding[] {
  const list = periods.filter(period => period.since !== null).toSorted((a, b) => a.number - b.number)
  const finding = (code: string, message: string): CadreFinding => ({ code, tone: 'short', message, clause: sheetRule, part: 'resume' })
  return list.flatMap((period, i) => {
    const next = list[i + 1]
    if (next === undefined || next.since === null || period.since === null) return []
    if (next.since < period.since) return [finding('resumeOrder', `简历第 ${i + 2} 段早于第 ${i + 1} 段`)]
    if (period.until === null) return [finding('resumeOpen', `简历 ${dotted(period.since)} 起的一段没有填止，后面还有经历`)]
    if (next.since > period.until) return [finding('resumeGap', `简历 ${dotted(period.until)} 至 ${dotted(next.since)} 没有经历`)]
    if (next.since < period.until) return [finding('resumeOverlap', `简历 ${dotted(next.since)} 至 ${dotted(period.until)} 两段重叠`)]
    return []
  })
}

interface Facts {
  readonly record: Pick<Cadre, 'startedWork' | 'photo' | 'currentPost' | 'postSince' | 'leftOn'>
  readonly bornOn: string | null
  readonly resume: readonly Period[]
  readonly family: readonly FamilyMember[]
  readonly grades: readonly YearGrade[]
  readonly holdings: readonly Pick<PostHolding, 'title' | 'startsOn' | 'endsOn' | 'probationUntil' | 'confirmedOn' | 'termUntil'>[]
  /** Years in one post after which someone is to move; 0 where the office does not assess it. */
  readonly postYears: number
  readonly today: string
}

const workingAge = 16

/** Everything on a cadre's file that is incomplete, contradicts itself or comes due. */
export function cadreFindings({ record, bornOn, resume, family, grades, holdings, postYears, today }: Facts): readonly CadreFinding[] {
  if (record.leftOn !== null) return []
  const found: CadreFinding[] = [...resumeFindings(resume)]
  const say = (code: string, tone: CadreFinding['tone'], part: CadreFinding['part'], message: string, clause: string) =>
    found.push({ code, tone, part, message, clause })
  if (resume.length === 0) say('noResume', 'short', 'resume', '还没有简历', sheetRule)
  if (family.length === 0) say('noFamily', 'short', 'family', '还没有家庭成员', '任免审批表：家庭主要成员及重要社会关系')
  if (record.photo === null) say('noPhoto', 'short', 'sheet', '还没有照片', '任免审批表：近期免冠照片，宽高 4:5')
  if (record.startedWork === null) say('noWork', 'short', 'sheet', '没有填参加工作时间', '任免审批表')
  else if (bornOn !== null && record.startedWork < addYears(bornOn, workingAge).slice(0, 7))
    say('workTooYoung', 'short', 'sheet', `参加工作时间 ${dotted(record.startedWork)} 时不满 ${workingAge} 周岁`, '三龄两历一身份：工龄')
  const lastYear = Number(today.slice(0, 4)) - 1
  const missing = [lastYear - 2, lastYear - 1, lastYear].filter(year => !grades.some(grade => grade.year === year))
  if (missing.length > 0) say('noGrades', 'short', 'grades', `没有 ${missing.join('、')} 年度考核结果`, '任免审批表：近三年年度考核结果')
  for (const { title, startsOn, endsOn, probationUntil, confirmedOn, termUntil } of holdings) {
    if (endsOn !== null) continue
    if (probationUntil !== null && confirmedOn === null && probationUntil <= today)
      say('probationOver', 'short', 'posts', `${title}试用期 ${probationUntil} 已满，还没有考核结果`, '《党政领导干部任职试用期暂行规定》第三条：试用期为一年')
    if (termUntil !== null && termUntil <= today) say('termOver', 'short', 'posts', `${title}任期 ${termUntil} 已满`, '任职文件')
    const years = Math.floor(fullMonthsBetween(startsOn, today) / 12)
    if (postYears > 0 && years >= postYears)
      say('longPost', 'soon', 'posts', `任${title}已 ${years} 年`, `《党政领导干部选拔任用工作条例》：同一职位任职满 ${postYears} 年应当交流`)
  }
  return found
}
