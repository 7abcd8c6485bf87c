import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeLrmx } from '../../../main/files/lrmx/lrmx.ts'
import { readSheet } from '../../../main/files/lrmx/read.ts'
import { readWorkbook } from '../../../main/files/workbook.ts'
import { type AppointmentSheet, emptySheet } from '../../../shared/domain/appointment-sheet.ts'
import { workbook } from '../support/college.ts'
import { goTo, look, startAtCollege } from '../support/user.ts'

/** Names and ID numbers of the roster. */
async function roster(): Promise<readonly { readonly name: string; readonly idNumber: string }[]> {
  const { sheets } = await readWorkbook(workbook('roster.xlsx'))
  const cells = sheets.flatMap(sheet => sheet.rows.map(row => row.map(cell => String(cell ?? ''))))
  return cells.flatMap(row => {
    const at = row.findIndex(cell => /^\d{17}[\dX]$/.test(cell))
    const name = row.slice(0, at).findLast(cell => /^[一-龥·]{2,4}$/.test(cell))
    return at > 0 && name ? [{ name, idNumber: row[at] ?? '' }] : []
  })
}

function sheetOf({ name, idNumber }: { name: string; idNumber: string }, more: Partial<AppointmentSheet> = {}): AppointmentSheet {
  return {
    ...emptySheet,
    name,
    born: idNumber.slice(6, 12),
    idNumber,
    nation: '汉族',
    nativePlace: '江苏苏州',
    birthPlace: '江苏昆山',
    startedWork: '200807',
    health: '健康',
    speciality: '公文写作',
    fullTime: { level: '大学', degree: '管理学学士', levelSchool: '某某大学公共管理学院行政管理专业', degreeSchool: null },
    currentPost: '党委办公室副主任',
    resume:
      '2004.09--2008.07  某某大学公共管理学院行政管理专业学习\n2008.07--2015.03  教务处科员\n2015.03--         党委办公室副主任\n                  （其间：2016.03--2016.07省委党校学习）',
    rewards: '2019.06被评为优秀党务工作者',
    yearGrades: '2023年、2024年、2025年年度考核均为称职。',
    family: [{ relation: '妻子', name: '钱某', born: '198611', politics: '群众', work: '某企业职员' }],
    ...more,
  }
}

test('任免表 of a folder go in difference by difference, and come out again as a zip', async () => {
  const app = await startAtCollege()
  const { page } = app
  const all = await roster()
  const people = all.filter((one, i) => all.findIndex(other => other.name === one.name) === i).slice(3, 15)
  const folder = join(app.folder, '任免表')
  mkdirSync(folder)
  for (const [i, one] of people.entries())
    writeFileSync(
      join(folder, `${one.name}.lrmx`),
      writeLrmx(sheetOf(one, i === 4 ? { born: '1985.3', resume: '2004.09--2008.07  某大学\n2009.03--         教务处' } : {})),
    )
  writeFileSync(join(folder, '拷坏的.lrmx'), '<?xml version="1.0" encoding="utf-8"?>\r\n<Person>\r\n  <XingMing>')
  await goTo(page, '任免表文件')
  await page.getByRole('heading', { name: '任免表文件', level: 1 }).waitFor()
  await look(app, 'cadre-files')
  await app.chooseNextFile(folder)
  await page.keyboard.press('2')
  await page.getByRole('row', { name: /文件已损坏或没有拷贝完整/ }).waitFor()
  await page.getByRole('row', { name: new RegExp(`^新建 ${people[4]?.name}`) }).click()
  await page.getByText(/之间空断 7 个月/).waitFor()
  await look(app, 'cadre-files-review')
  await page.getByRole('button', { name: '只写无误的 12 份' }).click()
  await page.getByText(/^已写入 12 份，1 份没有写/).waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '放弃' }).click()

  const zip = join(app.folder, '任免表.zip')
  await app.chooseNextSave(zip)
  await page.getByRole('button', { name: '导出为压缩包' }).click()
  await page.getByText(/^已导出 12 份任免表/).waitFor({ timeout: 30_000 })
  await look(app, 'cadre-files-exported')
  const files = unzipSync(readFileSync(zip))
  const [first] = people
  const read = readSheet(files[`${first?.name}.lrmx`] ?? new Uint8Array())
  expect(read).toMatchObject({ name: first?.name, idNumber: first?.idNumber, currentPost: '党委办公室副主任', family: [{ name: '钱某' }] })
  expect(Object.keys(files)).toHaveLength(12)
})
