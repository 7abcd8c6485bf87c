import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { chooseYear, goTo, look, startAtCollege } from '../support/user.ts'

test('the days of a notice are drawn with the mouse, reckoned with at once, and go to Excel', async () => {
  const app = await startAtCollege()
  const { page } = app
  await goTo(page, '工作日历')
  await page.getByRole('group', { name: '2026 年' }).waitFor()
  await look(app, 'workdays')
  await chooseYear(page, 2027)
  await page.getByText('2027 年的放假安排不在册').first().waitFor()
  const day = (date: string) => page.locator(`[data-day="${date}"]`)
  await day('2027-10-01').hover()
  await page.mouse.down()
  await day('2027-10-04').hover()
  await day('2027-10-07').hover()
  await page.mouse.up()
  await page.getByRole('button', { name: '国庆节' }).click()
  await page.getByRole('button', { name: '登记 7 天' }).click()
  await page.getByText('已登记：10 月 1 日至 7 日放假，国庆节').waitFor()
  await page.getByText('2027 年还没有登记元旦、劳动节的放假').waitFor()

  await page.getByLabel('从', { exact: true }).fill('2027-09-29')
  const result = page.getByRole('status', { name: '推算结果' })
  await result.getByText('2027-10-13 周三').waitFor()
  await result.getByText('暂算', { exact: true }).waitFor()
  await look(app, 'workdays-marked')
  await app.screenshot('workdays-magnified', { width: 1093, height: 614 })
  await page.setViewportSize({ width: 1366, height: 768 })

  const file = join(app.folder, '2027.xlsx')
  await app.chooseNextSave(file)
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByText('已导出 7 天').waitFor()
  const sheet = (await new Workbook().xlsx.readFile(file)).worksheets[0]
  const cells = sheet?.getSheetValues().flatMap(row => (Array.isArray(row) ? row : [])) ?? []
  expect(cells).toEqual(expect.arrayContaining(['放假', '国庆节', '国务院办公厅关于2027年部分节假日安排的通知']))
})
