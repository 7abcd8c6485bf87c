import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPdf } from '../support/pdf.ts'
import { chooseOrganization, goTo, look, startAtCollege } from '../support/user.ts'

const branch = '信息工程系教工党支部'

const figure = (page: Page, label: string) => page.locator('.meeting-figures > div').filter({ hasText: label }).first().locator('dd').innerText()

test('a branch meets: 应到 from the roster, exceptions by key, a resolution checked by the clause, and the record as a PDF', async () => {
  const app = await startAtCollege()
  const { page } = app
  await chooseOrganization(page, branch)
  await goTo(page, '会议')
  await page.getByText(/年还没有会议。$/).waitFor()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: '登记会议' })
  await dialog.getByRole('combobox', { name: /^会议类型/ }).click()
  await page.getByRole('option', { name: '党员大会' }).click()
  await dialog.getByLabel('记录人').fill('钱敏梅')
  await expect.poll(() => dialog.getByLabel(/^学时/).inputValue()).toBe('4')
  await look(app, 'meeting-register')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /季度党员大会$/ }).waitFor()

  await page.getByRole('button', { name: '取应到名单' }).click()
  const roster = page.getByRole('dialog', { name: '取应到名单' })
  await roster.getByText(new RegExp(`在${branch}的正式党员和预备党员$`)).waitFor()
  await look(app, 'meeting-expected')
  await page.keyboard.press('Control+Enter')
  const grid = page.getByRole('grid', { name: '到会名单' })
  const all = Number(await figure(page, '应到'))
  expect(all).toBeGreaterThan(5)
  await grid.getByRole('row').filter({ hasText: '钱敏梅' }).getByText('出勤').click()
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('因公出差')
  await page.keyboard.press('Enter')
  await expect.poll(() => figure(page, '实到')).toBe(String(all - 1))
  await look(app, 'meeting-attendance')

  await page.getByRole('tab', { name: '决议' }).click()
  await page.getByRole('button', { name: '加一项决议' }).click()
  await page.keyboard.type('支部年度工作计划')
  const resolution = page.getByRole('region', { name: '决议第 1 项' })
  await resolution.getByLabel('赞成', { exact: true }).fill('1')
  await resolution.getByText(/^赞成不够/).waitFor()
  await resolution.getByLabel('赞成', { exact: true }).fill(String(all - 1))
  await resolution.getByText(/^赞成够/).waitFor()
  await look(app, 'meeting-resolution')
  await page.keyboard.press('Control+S')
  await page.getByText(/^已保存“.*季度党员大会”/).waitFor()

  const file = join(app.folder, '会议记录.pdf')
  await app.chooseNextSave(file)
  await page.getByRole('button', { name: '会议记录' }).click()
  await page.getByRole('menuitem', { name: '存为 PDF' }).click()
  await page.getByText(/^已存为“会议记录.pdf”/).waitFor({ timeout: 30_000 })
  const { pages, texts } = readPdf(file)
  expect(pages).toBe(1)
  for (const said of ['党支部会议记录', branch, '钱敏梅（因公出差）', '支部年度工作计划']) if (texts) expect(texts[0]).toContain(said)
})
