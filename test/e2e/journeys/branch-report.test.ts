import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { goTo, look, startAtCollege } from '../support/user.ts'

/** Writes into a branch's workbook as the branch would. */
async function fillIn(path: string, cells: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<void> {
  const workbook = await new Workbook().xlsx.readFile(path)
  for (const [sheet, values] of Object.entries(cells)) {
    const page = workbook.getWorksheet(sheet)
    if (!page) throw new Error(`no sheet ${sheet}`)
    for (const [at, value] of Object.entries(values)) page.getCell(at).value = value
  }
  await workbook.xlsx.writeFile(path)
}

test('branches get their workbooks, one comes back with a slip, is mended and counts in the plan of the year', async () => {
  const app = await startAtCollege()
  const { page } = app
  await goTo(page, '数据导入')
  const card = page.getByRole('region', { name: '支部上报表' })
  await card.getByRole('button', { name: '发上报表' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /^全部 \d+ 个$/ }).waitFor()
  await look(app, 'hand-out')
  const folder = join(app.folder, 'out')
  await mkdir(folder)
  await app.chooseNextFile(folder)
  await dialog.getByRole('button', { name: /^写到文件夹/ }).click()
  await page.getByText(/写好 \d+ 个支部的上报表/).waitFor({ timeout: 60_000 })
  const files = await readdir(folder)
  const [name = ''] = files.toSorted()
  const branch = name.split(' ')[0] ?? ''
  expect(files.every(file => file.endsWith('上报表.xlsx'))).toBe(true)

  const path = join(folder, name)
  const year = new Date().getFullYear()
  const month = String(Math.floor(new Date().getMonth() / 3) * 3 + 1).padStart(2, '0')
  await fillIn(path, { 会议活动: { D5: '主题党日', F5: `${year}-${month}-14`, G5: '党员之家' }, 参会情况: { D7: '√', D8: '请假：出差', E7: '√' } })
  await app.chooseNextFile(path)
  await card.getByRole('button', { name: '选择文件' }).click()
  await page.getByRole('tab', { name: /^参会情况/ }).click()
  await page.getByText('“会议活动”第 2 项没有填，不知道是哪次会').waitFor()
  await look(app, 'branch-report')
  await fillIn(path, { 会议活动: { F5: `${year}-${month}-15` }, 参会情况: { E7: '' } })
  await page.keyboard.press('F5')
  await page.getByRole('button', { name: /^写入 3 行/ }).click()
  await page.getByRole('heading', { name: '写入完成' }).waitFor()

  await goTo(page, '党组织')
  await page
    .getByRole('row', { name: new RegExp(branch) })
    .first()
    .dblclick()
  await page.getByRole('tab', { name: '年度计划' }).click()
  const plan = page.getByRole('region', { name: `${year} 年度计划` })
  await plan
    .getByRole('row', { name: /^主题党日/ })
    .getByRole('img', { name: '已完成' })
    .waitFor()
  await look(app, 'year-plan')
})
