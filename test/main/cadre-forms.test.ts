import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../main/files/workbook.ts'
import { type RecordName, records } from '../../shared/domain/index.ts'
import { appointmentSheet } from '../../shared/forms/appointment-sheet.ts'
import { archiveForm } from '../../shared/forms/archive-form.ts'
import { cadreRoster, columnsOfRoster, isRosterColumn } from '../../shared/forms/cadre-roster.ts'
import { fittedPoints } from '../../shared/forms/written-look.ts'
import { withChromium } from '../support/chromium.ts'
import { createTestApp } from '../support/app.ts'
import { readDocx } from '../support/docx.ts'
import { draftOf } from '../support/sample.ts'
import { idOf } from '../support/workbook.ts'

async function office(options: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createTestApp(options)
  const { call } = app
  const add = async (type: Exclude<RecordName, 'user'>, given: Record<string, unknown>): Promise<string> =>
    String((await call('records.create', { type, draft: draftOf(records[type], given) }))['id'])
  const organizationId = await add('organization', { name: '机关党支部', kind: 'branch' })
  const cadre = async (name: string, n: number, more: object = {}) => {
    const personId = await add('person', {
      name,
      idNumber: idOf('1985-03-07', n),
      sex: n % 2 === 1 ? 'male' : 'female',
      bornOn: '1985-03-07',
      nation: '汉族',
      nativePlace: '云江青岚',
      category: 'full',
      joinedOn: '2008-06-20',
      organizationId,
    })
    const id = await add('cadre', {
      personId,
      currentPost: '青岚县档案馆副馆长',
      postSince: '2021-08-01',
      startedWork: '2008-07',
      birthPlace: '云江青岚',
      health: '健康',
      fullTimeEducation: '大学',
      fullTimeDegree: '管理学学士',
      fullTimeSchool: '云江大学行政管理专业',
      ...more,
    })
    return { id, personId }
  }
  return { ...app, add, cadre, organizationId }
}

const resume = (periods: number) =>
  Array.from({ length: periods }, (_, i) => ({
    number: i + 1,
    since: `${2004 + i}-09`,
    until: i === periods - 1 ? null : `${2005 + i}-09`,
    content: `青岚县某单位第 ${i + 1} 个岗位，分管综合、人事、财务和机关党建工作\n（其间：${2004 + i}.10--${2005 + i}.01云江省委党校学习）`,
  }))

test('任免审批表 has the official boxes: age on the day, months with a point, 无 where there is no reward, the last three years', async () => {
  const { call, cadre } = await office()
  const { id } = await cadre('方知行', 53, { parties: '民建' })
  await call('cadre.save', {
    cadreId: id,
    version: 1,
    lines: {
      resume: resume(2),
      grades: [2022, 2023, 2024, 2025].map(year => ({ year, grade: year === 2024 ? 'excellent' : 'competent', remark: null })),
      family: [{ number: 1, relation: '妻子', name: '沈书禾', born: '1986-11', politics: '中共党员', work: '青岚县第二中学教师' }],
    },
  })
  const { props, shown, total } = await call('forms.preview', { form: 'appointmentSheet', params: { cadreIds: [id] } })
  expect({ shown, total }).toEqual({ shown: 1, total: 1 })
  const [sheet] = appointmentSheet.props.parse(props).sheets
  expect(sheet).toMatchObject({
    name: '方知行',
    sex: '男',
    born: '1985.03\n（41岁）',
    joined: '2008.06；\n民建',
    startedWork: '2008.07',
    fullTime: { level: '大学\n管理学学士', school: '云江大学行政管理专业' },
    rewards: '无',
    yearGrades: '2023年年度考核称职，2024年年度考核优秀，2025年年度考核称职。',
    family: [{ relation: '妻子', born: '1986.11', politics: '中共\n党员' }],
    proposedPost: '',
    photo: null,
  })
  expect(sheet?.resume.split('\n')[0]).toBe('2004.09--2005.09\t青岚县某单位第 1 个岗位，分管综合、人事、财务和机关党建工作')
  expect(sheet?.resume.split('\n')[1]).toBe('\t（其间：2004.10--2005.01云江省委党校学习）')
  const [document] = appointmentSheet.writtenOf(props)?.documents ?? []
  const words = JSON.stringify(document)
  for (const box of [
    '姓　名',
    '性　别',
    '民　族',
    '籍　贯',
    '出 生 地',
    '健康状况',
    '现　任　职　务',
    '拟　任　职　务',
    '拟　免　职　务',
    '奖惩情况',
    '任免理由',
    '呈报单位',
    '称　谓',
    '工 作 单 位 及 职 务',
    '填表人',
  ])
    expect(words).toContain(box)
  expect(document?.numbers).toBe('none')
})

test('a long 简历 is set smaller step by step and never goes on to another leaf', async () => {
  const { call, cadre } = await office()
  const sizes: (number | undefined)[] = []
  for (const [i, periods] of [2, 8, 14].entries()) {
    const { id } = await cadre(`方知${i}`, 53 + 2 * i)
    await call('cadre.save', { cadreId: id, version: 1, lines: { resume: resume(periods) } })
    const { props } = await call('forms.preview', { form: 'appointmentSheet', params: { cadreIds: [id] } })
    const [document] = appointmentSheet.writtenOf(props)?.documents ?? []
    const grid = document?.blocks.find(block => block.kind === 'grid')
    const row = grid?.kind === 'grid' ? grid.rows.at(-1) : undefined
    const cell = row?.cells.at(-1)
    if (grid?.kind !== 'grid' || !cell) throw new Error('no box')
    sizes.push(
      fittedPoints(
        cell,
        grid.columns.slice(1).reduce((sum, mm) => sum + mm, 0),
        row?.height,
      ),
    )
    expect(document?.blocks.filter(({ kind }) => kind === 'pageBreak')).toHaveLength(1)
  }
  expect(sizes[0]).toBeUndefined()
  expect(sizes[1]).toBeGreaterThanOrEqual(9)
  expect(sizes[2]).toBeLessThan(sizes[1] ?? 0)
})

test('a selection fills 拟任, 拟免 and the reason of its candidates, and whoever fell out is not printed', async () => {
  const { call, cadre, add, organizationId } = await office()
  const [first, second] = [await cadre('方知行', 53), await cadre('沈书禾', 52)]
  const caseId = await add('procedureCase', { procedure: 'selection', name: '档案馆馆长人选', organizationId, openedOn: '2026-09-01' })
  await add('candidate', { caseId, personId: second.personId, ordinal: 1, stage: 'out', proposedPost: '青岚县档案馆馆长', outcome: '得票不足' })
  await add('candidate', {
    caseId,
    personId: first.personId,
    ordinal: 2,
    stage: 'proposed',
    proposedPost: '青岚县档案馆馆长',
    removedPost: '青岚县档案馆副馆长',
    reason: '工作需要',
  })
  const { props, total } = await call('forms.preview', { form: 'appointmentSheet', params: { caseIds: [caseId] } })
  expect(total).toBe(1)
  expect(appointmentSheet.props.parse(props).sheets).toMatchObject([
    { name: '方知行', proposedPost: '青岚县档案馆馆长', removedPost: '青岚县档案馆副馆长', reason: '工作需要', filledOn: '2026年11月23日' },
  ])
})

test('名册 is in the order of the office; 一览表 has the columns chosen, in the order chosen, in print and in Excel alike', async () => {
  const { call, cadre, tokens, folder } = await office()
  const later = await cadre('方知行', 53, { number: 2 })
  const sooner = await cadre('沈书禾', 52, { number: 1, rank: '一级主任科员' })
  await cadre('林退休', 54, { number: 3, leftOn: '2025-01-01' })
  const roster = cadreRoster.props.parse((await call('forms.preview', { form: 'cadreRoster', params: {} })).props)
  expect(roster.rows.map(([name]) => name)).toEqual(['沈书禾', '方知行'])
  const columns = ['personId', 'rank', 'age', 'sex', 'updatedAt']
  const params = { cadreIds: [later.id, sooner.id], columns }
  const overview = cadreRoster.props.parse((await call('forms.preview', { form: 'cadreRoster', params })).props)
  expect(overview).toMatchObject({
    title: '干部一览表',
    columns: ['personId', 'rank', 'age', 'sex'],
    rows: [
      ['方知行', '', '41', '男'],
      ['沈书禾', '一级主任科员', '41', '女'],
    ],
  })
  const widths = columnsOfRoster(columns.filter(isRosterColumn)).map(({ mm }) => mm)
  expect(widths.reduce((sum, mm) => sum + mm, 0)).toBeLessThanOrEqual(267)
  const wide = columnsOfRoster(columns.filter(isRosterColumn), 'A3').map(({ mm }) => mm)
  expect(wide.reduce((sum, mm) => sum + mm, 0)).toBeGreaterThan(380)
  const path = join(folder, '一览表.xlsx')
  expect(await call('forms.xlsx', { form: 'cadreRoster', params, file: tokens.offer(path) })).toEqual({ rows: 2 })
  expect(JSON.stringify(await readWorkbook(path)).replaceAll(/[",]+/g, ' ')).toContain('2 沈书禾 一级主任科员 41 女')
  const word = join(folder, '一览表.docx')
  await call('forms.docx', { form: 'cadreRoster', params, file: tokens.offer(word) })
  expect(readDocx(readFileSync(word)).texts.join(' ')).toContain('2 沈书禾 一级主任科员 41 女')
})

test('many cadres go into one job, in batches, and the register says so', async () => {
  const { call, cadre, tokens, folder, printed } = await office()
  for (let i = 0; i < 5; i++) await cadre(`方知${i}`, 51 + 2 * i)
  await call('forms.pdf', { form: 'appointmentSheet', params: {}, file: tokens.offer(join(folder, '任免审批表.pdf')), job: 'job-1' })
  expect(printed.flatMap(({ props }) => appointmentSheet.props.parse(props).sheets)).toHaveLength(5)
  const [line] = (await call('forms.register', {})).rows
  expect(line?.what).toContain('干部任免审批表')
})

test('档案任前审核登记表 holds the six items of the latest check, and is empty to be filled in by hand where there was none', async () => {
  const { call, cadre } = await office()
  const [checked, unchecked] = [await cadre('方知行', 53), await cadre('沈书禾', 52)]
  const items = [{ item: 'party' as const, archive: '2008.07', sheet: '2008.06', agrees: false, basis: '以入党志愿书为准' }]
  await call('archive.save', { draft: { personId: checked.personId, occasion: 'inspection', checkedOn: '2026-10-08', checkedBy: '李四' }, items })
  const { props } = await call('forms.preview', { form: 'archiveForm', params: { cadreIds: [checked.id, unchecked.id] } })
  const [first, second] = archiveForm.props.parse(props).checks
  expect(first).toMatchObject({ occasion: '考察复审', checkedBy: '李四', checkedOn: '2026年10月8日' })
  expect(first?.items.map(({ item, agrees }) => [item, agrees])).toEqual([
    ['出生日期', ''],
    ['参加工作时间', ''],
    ['入党时间', '不一致'],
    ['学历学位', ''],
    ['工作经历', ''],
    ['干部身份', ''],
  ])
  expect(second).toMatchObject({ name: '沈书禾', occasion: '□ 动议初审　□ 考察复审　□ 任用终审　□ 日常审核', conclusion: '', checkedOn: '' })
})

test(
  'each 任免审批表 is printed on the two sides of one leaf, whatever the length of 简历 and family, and is left without a page number',
  { timeout: 120_000 },
  () =>
    withChromium(async printer => {
      const { call, cadre, tokens, folder } = await office({ printer })
      const family = (members: number) =>
        Array.from({ length: members }, (_, i) => ({
          number: i + 1,
          relation: '亲属',
          name: `亲属${i}`,
          born: '1960-01',
          politics: '中共党员',
          work: '青岚县某单位退休干部',
        }))
      for (const [i, [periods, members]] of (
        [
          [0, 0],
          [5, 4],
          [13, 10],
        ] as const
      ).entries()) {
        const { id } = await cadre(`方知${i}`, 51 + 2 * i, {
          number: i,
          currentPost: '青岚县水务局党组成员、副局长，县防汛抗旱指挥部办公室副主任（兼），县河长制办公室专职副主任',
        })
        await call('cadre.save', { cadreId: id, version: 1, lines: { resume: resume(periods), family: family(members) } })
      }
      const path = join(folder, '任免审批表.pdf')
      expect((await call('forms.pdf', { form: 'appointmentSheet', params: {}, file: tokens.offer(path), job: 'j' })).pages).toBe(6)
      const pages = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
        .split('\f')
        .map(page => page.replaceAll(/\s/g, ''))
      expect(pages[4]).toContain('第13个岗位')
      expect(pages[4]).toContain('县河长制办公室专职副主任')
      expect(pages[5]).toContain('亲属9')
      expect(pages.join('')).not.toContain('第1页')
    }),
)
