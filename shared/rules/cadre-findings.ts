import type { ArchiveCheck, ArchiveItem } from '../domain/archive-check.ts'
import type { Cadre, FamilyMember, ResumePeriod, YearGrade } from '../domain/cadre.ts'
import type { PostHolding } from '../domain/post.ts'
import { addMonths, addYears, fullMonthsBetween } from './days.ts'
import type { ParameterValue } from './parameters.ts'
import { resumeFindings, type WrittenPeriod } from './resume.ts'
import { retirementGroup, retirementMonth, retirementSteps } from './retirement.ts'
import { readYearGrades } from './year-grades.ts'

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

/** Periods as the rules of résumés know them; those without a first month are none. */
export const writtenPeriods = (resume: readonly Pick<ResumePeriod, 'since' | 'until' | 'content'>[]): readonly WrittenPeriod[] =>
  resume.flatMap(({ since, until, content }) => {
    const [text = '', ...within] = content.split('\n')
    return since === null ? [] : [{ from: since, to: until, text, within }]
  })

const dotted = (month: string): string => month.replace('-', '.')
const sheetRule = '任免审批表填写要求：简历连续，不留空档'

/** What 简历 of the sheet has room for in its smallest type, 八磅: so many lines of so many characters behind the dates. */
const leafLines = 34
const leafCharacters = 41

const linesOnSheet = (resume: readonly Pick<ResumePeriod, 'content'>[]): number =>
  resume.flatMap(({ content }) => content.split('\n')).reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / leafCharacters)), 0)

const widthOf = (line: string): number => [...line].reduce((sum, sign) => sum + (/[\u0020-\u00ff]/.test(sign) ? 0.5 : 1), 0)

interface Facts {
  readonly record: Pick<Cadre, 'startedWork' | 'photo' | 'leftOn' | 'gradesText'>
  readonly bornOn: string | null
  readonly resume: readonly ResumePeriod[]
  readonly family: readonly FamilyMember[]
  readonly grades: readonly YearGrade[]
  readonly holdings: readonly Pick<PostHolding, 'title' | 'startsOn' | 'endsOn' | 'probationUntil' | 'confirmedOn' | 'termUntil'>[]
  /** 档案审核, the newest first. */
  readonly checks: readonly { readonly record: Pick<ArchiveCheck, 'checkedOn' | 'settledOn' | 'missing'>; readonly items: readonly ArchiveItem[] }[]
  /** Years in one post after which someone is to move; 0 where the office does not assess it. */
  readonly postYears: number
  /** 到龄年月; null where it cannot be told. */
  readonly retires: string | null
  readonly today: string
}

const workingAge = 16

/** Everything on a cadre's file that is incomplete, contradicts itself or comes due. */
export function cadreFindings({ record, bornOn, resume, family, grades, holdings, checks, postYears, retires, today }: Facts): readonly CadreFinding[] {
  if (record.leftOn !== null) return []
  const found: CadreFinding[] = resumeFindings(writtenPeriods(resume), today.slice(0, 7)).map(({ code, message }) => ({
    code: `resume ${code}`,
    tone: 'short',
    message: `简历${message}`,
    clause: sheetRule,
    part: 'resume',
  }))
  const say = (code: string, tone: CadreFinding['tone'], part: CadreFinding['part'], message: string, clause: string) =>
    found.push({ code, tone, part, message, clause })
  if (linesOnSheet(resume) > leafLines)
    say('resumeLong', 'short', 'resume', '简历太长，任免审批表最小的字也印不下，要压缩', '任免审批表为一张两面，简历缩小字号，不另页')
  if (resume.length === 0) say('noResume', 'short', 'resume', '还没有简历', sheetRule)
  if (family.length === 0) say('noFamily', 'short', 'family', '还没有家庭成员', '任免审批表：家庭主要成员及重要社会关系')
  if (record.photo === null) say('noPhoto', 'short', 'sheet', '还没有照片', '任免审批表：近期免冠照片，宽高 4:5')
  if (record.startedWork === null) say('noWork', 'short', 'sheet', '没有填参加工作时间', '任免审批表')
  else if (bornOn !== null && record.startedWork < addYears(bornOn, workingAge).slice(0, 7))
    say('workTooYoung', 'short', 'sheet', `参加工作时间 ${dotted(record.startedWork)} 时不满 ${workingAge} 周岁`, '三龄两历一身份：工龄')
  const lastYear = Number(today.slice(0, 4)) - 1
  // Of a sheet that was read in there may be the sentence alone.
  const known = new Set([...grades, ...(readYearGrades(record.gradesText) ?? [])].map(({ year }) => year))
  const missing = [lastYear - 2, lastYear - 1, lastYear].filter(year => !known.has(year))
  if (missing.length > 0) say('noGrades', 'short', 'grades', `没有 ${missing.join('、')} 年度考核结果`, '任免审批表：近三年年度考核结果')
  const [check] = checks
  const differing = check?.items.filter(({ agrees }) => agrees === false) ?? []
  if (check && check.record.settledOn === null && (differing.length > 0 || check.record.missing !== null))
    say(
      'archive',
      'short',
      'archive',
      `${check.record.checkedOn} 档案审核${[differing.length > 0 ? `有 ${differing.length} 项不一致` : '', check.record.missing === null ? '' : '缺材料'].filter(Boolean).join('、')}，还没有办结`,
      '三龄两历一身份：不一致的认定清楚，缺的材料补齐',
    )
  for (const { title, startsOn, endsOn, probationUntil, confirmedOn, termUntil } of holdings) {
    if (endsOn !== null) continue
    if (probationUntil !== null && confirmedOn === null && probationUntil <= today)
      say('probationOver', 'short', 'posts', `${title}试用期 ${probationUntil} 已满，还没有考核结果`, '《党政领导干部任职试用期暂行规定》第三条：试用期为一年')
    if (termUntil !== null && termUntil <= today) say('termOver', 'short', 'posts', `${title}任期 ${termUntil} 已满`, '任职文件')
    const years = Math.floor(fullMonthsBetween(startsOn, today) / 12)
    if (postYears > 0 && years >= postYears)
      say('longPost', 'soon', 'posts', `任${title}已 ${years} 年`, `《党政领导干部选拔任用工作条例》（条号待核）：在同一职位上任职满 ${postYears} 年应当交流`)
  }
  if (retires !== null && retires <= addMonths(today, retiringMonths).slice(0, 7))
    say(
      'retires',
      retires <= today.slice(0, 7) ? 'short' : 'soon',
      'sheet',
      `${dotted(retires)} ${retires <= today.slice(0, 7) ? '已' : ''}到龄`,
      '《国务院关于渐进式延迟法定退休年龄的办法》第一条；国家另有规定的从其规定',
    )
  return found
}

/** How long before 到龄 it is worth a word, in months. */
const retiringMonths = 12

/** 到龄年月 of a cadre: what was put down, else by the steps of the reform; null where neither tells. */
export function retiresOn(
  record: Pick<Cadre, 'retiresOn' | 'ageLimit'>,
  { sex, bornOn }: { readonly sex: string | null; readonly bornOn: string | null },
  parameters: readonly ParameterValue[],
  today: string,
): string | null {
  if (record.retiresOn !== null) return record.retiresOn
  const group = retirementGroup(sex === 'male' ? '男' : sex === 'female' ? '女' : null, record.ageLimit)
  const steps = group === null ? undefined : retirementSteps(parameters, group, today)
  return bornOn === null || steps === undefined ? null : retirementMonth(bornOn, steps).month
}
