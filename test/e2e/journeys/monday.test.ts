import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPdf } from '../support/pdf.ts'
import { chooseOrganization, goTo, look, startAtCollege, words } from '../support/user.ts'

const branch = '机关第一党支部'
const today = (): string => new Date().toLocaleDateString('sv')
const problem = '谈心谈话记录不全'

const list = (page: Page): Locator => page.getByRole('grid', { name: '今日待办' })
const line = (page: Page, about: string | RegExp): Locator => list(page).getByRole('row').filter({ hasText: about })

/** A problem that was to be mended by yesterday. */
async function registerRectification(page: Page): Promise<void> {
  await goTo(page, '整改事项')
  await page
    .getByRole('button', { name: /^新增整改事项/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: '新增整改事项' })
  await dialog.getByLabel(/^整改党组织/).fill(branch)
  await page.getByRole('option', { name: branch }).first().click()
  await dialog.getByRole('combobox', { name: /^问题来源/ }).click()
  await page.getByRole('option', { name: '组织生活会', exact: true }).click()
  const before = (days: number) => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv')
  await dialog.getByLabel(/^提出日期/).fill(before(40))
  await dialog.getByLabel(/^存在问题/).fill(problem)
  await dialog.getByLabel(/^整改期限/).fill(before(1))
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
}

test('Monday morning: what is overdue is on top, one click goes to the place, mended there it is gone; the rest is printed for the branch', async () => {
  const app = await startAtCollege()
  const { page } = app
  await page.getByRole('heading', { name: '今日待办' }).waitFor()
  await registerRectification(page)

  await goTo(page, '今日待办')
  await chooseOrganization(page, branch)
  const late = line(page, `整改到期：${problem}`)
  await late.waitFor()
  expect(words(await late.innerText())).toMatch(/^逾期 1 天/)
  await look(app, 'monday-today')

  // To the record, and its day of completion.
  await late.getByRole('link').click()
  await page.getByRole('heading', { name: '整改事项', level: 1 }).waitFor()
  await page
    .getByRole('complementary', { name: '整改事项' })
    .getByRole('button', { name: /修改|编辑/ })
    .click()
  const record = page.getByRole('dialog', { name: '修改整改事项' })
  await record.getByLabel(/^完成日期/).fill(today())
  await page.keyboard.press('Control+Enter')
  await record.waitFor({ state: 'hidden' })
  await page.keyboard.press('Alt+ArrowLeft')
  await line(page, '主题党日').first().waitFor()
  await expect.poll(() => late.count()).toBe(0)

  // A meeting that was held and not registered, by the keyboard.
  const theme = line(page, /逾期.*主题党日/).first()
  const owed = words(await theme.locator('.due-what > span').innerText())
  const asked = await theme.getByRole('link').getAttribute('href')
  await theme.click()
  await list(page).focus()
  await page.keyboard.press('Enter')
  const meeting = page.getByRole('dialog', { name: '登记会议' })
  await meeting.getByText('主题党日').first().waitFor()
  const held = new URLSearchParams(asked?.split('?')[1]).get('by') ?? ''
  await meeting.getByLabel(/^开始日期/).fill(held)
  await page.keyboard.press('Tab')
  await look(app, 'monday-meeting')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /主题党日$/ }).waitFor()
  await page.keyboard.press('Alt+ArrowLeft')
  await line(page, /./).first().waitFor()
  await expect.poll(() => list(page).locator('.due-what > span').allInnerTexts()).not.toContain(owed)

  // Snoozed with a reason, it is folded.
  const first = line(page, /逾期/).nth(1)
  const quiet = words(await first.locator('.due-what > span').innerText())
  await first.click()
  await list(page).focus()
  await page.keyboard.press('s')
  const snooze = page.getByRole('dialog', { name: '暂缓提醒' })
  await snooze.getByLabel(/^原因/).fill('已约定时间')
  await page.keyboard.press('Control+Enter')
  await line(page, '已暂缓 1 项').waitFor()
  await look(app, 'monday-snoozed')

  const file = join(app.folder, '提醒单.pdf')
  await app.chooseNextSave(file)
  await page.getByRole('button', { name: '工作提醒单' }).click()
  await page.getByRole('menuitem', { name: '存为 PDF' }).click()
  await page.getByText(/^已存为“提醒单.pdf”/).waitFor({ timeout: 30_000 })
  const { texts } = readPdf(file)
  if (texts) {
    expect(texts[0]).toContain('工作提醒单')
    expect(texts[0]).toContain(`${branch}：`)
    expect(texts.join('')).not.toContain(problem)
    expect(texts.join('')).not.toContain(quiet.replaceAll(' ', ''))
  }

  await page.getByRole('tab', { name: '月历' }).click()
  await page
    .getByRole('group', { name: /年 \d+ 月$/ })
    .getByRole('button')
    .first()
    .waitFor()
  await look(app, 'monday-month')
})
