import type { AppointmentSheet } from '../domain/appointment-sheet.ts'
import { readSheetMonth } from './sheet-dates.ts'

/** What the official editor would not take, or would show otherwise. */
export interface SheetWarning {
  /** The name of the field as the sheet prints it. */
  readonly label: string
  readonly code: 'tooLong' | 'lines' | 'date' | 'sex' | 'nation'
  readonly message: string
}

interface Limit {
  readonly label: string
  readonly value: string | null
  /** In characters; undefined without a limit. */
  readonly most?: number
  /** Whether it may have several lines. */
  readonly lines?: true
  readonly date?: true
}

/** The limits of the official editor 3.0 (EditInfo.xml), for what stands in this sheet. */
function limitsOf(sheet: AppointmentSheet): readonly Limit[] {
  const { fullTime, inService } = sheet
  return [
    { label: '姓名', value: sheet.name, most: 18 },
    { label: '性别', value: sheet.sex, most: 1 },
    { label: '出生年月', value: sheet.born, date: true },
    { label: '民族', value: sheet.nation, most: 18 },
    { label: '籍贯', value: sheet.nativePlace, most: 18 },
    { label: '出生地', value: sheet.birthPlace, most: 18 },
    { label: '入党时间', value: sheet.joined, most: 18 },
    { label: '参加工作时间', value: sheet.startedWork, date: true },
    { label: '健康状况', value: sheet.health, most: 18 },
    { label: '专业技术职务', value: sheet.title, most: 90 },
    { label: '熟悉专业有何专长', value: sheet.speciality, most: 110 },
    { label: '全日制教育学历', value: fullTime.level, most: 54 },
    { label: '全日制教育学位', value: fullTime.degree, most: 54 },
    { label: '全日制教育学历的毕业院校系及专业', value: fullTime.levelSchool, most: 90 },
    { label: '全日制教育学位的毕业院校系及专业', value: fullTime.degreeSchool, most: 90 },
    { label: '在职教育学历', value: inService.level, most: 54 },
    { label: '在职教育学位', value: inService.degree, most: 54 },
    { label: '在职教育学历的毕业院校系及专业', value: inService.levelSchool, most: 90 },
    { label: '在职教育学位的毕业院校系及专业', value: inService.degreeSchool, most: 90 },
    { label: '现任职务', value: sheet.currentPost, most: 324 },
    { label: '拟任职务', value: sheet.proposedPost, most: 324 },
    { label: '拟免职务', value: sheet.removedPost, most: 324 },
    { label: '奖惩情况', value: sheet.rewards, most: 552, lines: true },
    { label: '年度考核结果', value: sheet.yearGrades, most: 414, lines: true },
    { label: '任免理由', value: sheet.reason, most: 552, lines: true },
    { label: '呈报单位', value: sheet.reportedBy, most: 252, lines: true },
    { label: '计算年龄时间', value: sheet.agesOn, date: true },
    { label: '填表时间', value: sheet.filledOn, date: true },
    { label: '填表人', value: sheet.filledBy, most: 18 },
    ...sheet.family.flatMap((line, i): readonly Limit[] => {
      const who = `家庭成员第 ${i + 1} 人的`
      return [
        { label: `${who}称谓`, value: line.relation, most: 18 },
        { label: `${who}姓名`, value: line.name, most: 18 },
        { label: `${who}出生日期`, value: line.born, date: true },
        { label: `${who}政治面貌`, value: line.politics, most: 18 },
        { label: `${who}工作单位及职务`, value: line.work, most: 124 },
      ]
    }),
  ]
}

/** What to look at before a sheet is given to the official editor. It is written all the same. */
export function sheetWarnings(sheet: AppointmentSheet): readonly SheetWarning[] {
  const warnings = limitsOf(sheet).flatMap(warningsOf)
  if (sheet.sex !== null && sheet.sex !== '男' && sheet.sex !== '女') warnings.push({ label: '性别', code: 'sex', message: '性别只能是男或女' })
  if (sheet.nation === '汉') warnings.push({ label: '民族', code: 'nation', message: '民族应写全称：汉族' })
  return warnings
}

function warningsOf({ label, value, most, lines, date }: Limit): SheetWarning[] {
  if (value === null) return []
  const length = [...value].filter(c => c !== '\n').length
  const found: SheetWarning[] = []
  if (most !== undefined && length > most) found.push({ label, code: 'tooLong', message: `${label}最多 ${most} 字，现有 ${length} 字` })
  if (!lines && value.includes('\n')) found.push({ label, code: 'lines', message: `${label}不能换行` })
  if (date && (readSheetMonth(value) === null || !/^\d{6}(\d{2})?$/.test(value)))
    found.push({ label, code: 'date', message: `${label}应写作 198503 或 19850307，现为“${value.slice(0, 20)}”` })
  return found
}
