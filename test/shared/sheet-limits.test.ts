import { expect, test } from 'vitest'
import { type AppointmentSheet, emptySheet } from '../../shared/domain/appointment-sheet.ts'
import { sheetWarnings } from '../../shared/rules/sheet-limits.ts'

const said = (sheet: Partial<AppointmentSheet>): string[] => sheetWarnings({ ...emptySheet, ...sheet }).map(warning => warning.message)
const relative = { relation: '妻子', name: '钱二', born: '198611', politics: '群众', work: '某企业职员' }

test.each([
  ['姓名', 18, (text: string) => ({ name: text })],
  ['籍贯', 18, (text: string) => ({ nativePlace: text })],
  ['专业技术职务', 90, (text: string) => ({ title: text })],
  ['熟悉专业有何专长', 110, (text: string) => ({ speciality: text })],
  ['全日制教育学历', 54, (text: string) => ({ fullTime: { ...emptySheet.fullTime, level: text } })],
  ['在职教育学位的毕业院校系及专业', 90, (text: string) => ({ inService: { ...emptySheet.inService, degreeSchool: text } })],
  ['现任职务', 324, (text: string) => ({ currentPost: text })],
  ['奖惩情况', 552, (text: string) => ({ rewards: text })],
  ['年度考核结果', 414, (text: string) => ({ yearGrades: text })],
  ['任免理由', 552, (text: string) => ({ reason: text })],
  ['呈报单位', 252, (text: string) => ({ reportedBy: text })],
  ['家庭成员第 1 人的工作单位及职务', 124, (text: string) => ({ family: [{ ...relative, work: text }] })],
] as const)('%s has at most %i characters', (label, most, sheetWith) => {
  expect(said(sheetWith('某'.repeat(most)))).toEqual([])
  expect(said(sheetWith('𠮷'.repeat(most)))).toEqual([])
  expect(said(sheetWith('某'.repeat(most + 1)))).toEqual([`${label}最多 ${most} 字，现有 ${most + 1} 字`])
})

test('简历 has no limit, and the fields of several lines take them', () => {
  expect(said({ resume: '某\n'.repeat(3000), rewards: '甲\n乙', yearGrades: '甲\n乙', reason: '甲\n乙', reportedBy: '甲\n乙' })).toEqual([])
  expect(said({ currentPost: '甲\n乙' })).toEqual(['现任职务不能换行'])
})

test('dates are written with six or eight digits', () => {
  expect(said({ born: '198503', startedWork: '20080701', agesOn: '202611', family: [relative] })).toEqual([])
  expect(said({ born: '1985.03' })).toEqual(['出生年月应写作 198503 或 19850307，现为“1985.03”'])
  expect(said({ family: [relative, { ...relative, born: '不详' }] })).toEqual(['家庭成员第 2 人的出生日期应写作 198503 或 19850307，现为“不详”'])
})

test('性别 and 民族 are written as the editor knows them', () => {
  expect(said({ sex: '女', nation: '汉族' })).toEqual([])
  expect(said({ sex: '女性', nation: '汉' })).toEqual(['性别最多 1 字，现有 2 字', '性别只能是男或女', '民族应写全称：汉族'])
})
