import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expected, office } from '../support/college.ts'
import { branchFigures, chooseOrganization, chooseYear, copy, goTo, look, startAtCollege, words } from '../support/user.ts'

const branch = '信息工程系教工党支部'

/** What the branch sent: a block from its Excel sheet. One name is misspelt, and 曹军怡 is two people of another branch. */
const sheet = [
  ['姓名', '出勤'],
  ['钱敏梅', '出勤'],
  ['金欣', '√'],
  ['任松宇', '病假'],
  ['陶艳晨', '出勤'],
  ['陶琪柏', '出勤'],
  ['俞健', '出勤'],
  ['曹军怡', '出勤'],
]
  .map(cells => cells.join('\t'))
  .join('\r\n')

/** Three days of training, by N and the keyboard. */
async function register(page: Page): Promise<void> {
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: '登记活动' })
  await dialog.waitFor()
  await page.keyboard.type('四中全会精神集中培训')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '集中培训' }).click()
  await page.keyboard.press('Tab')
  await page.keyboard.type('2025.12.8')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2025-12-10')
  await page.keyboard.press('Tab')
  await dialog.getByText('按参数折算').waitFor()
}

test('a branch sends its sign-in sheet: pasted, the misspelt name mended in place, saved; the dashboard has moved, and Ctrl Z takes it back', async () => {
  const app = await startAtCollege()
  const { page } = app
  await goTo(page, '学时')
  await chooseYear(page, expected.year)
  await chooseOrganization(page, branch)
  await register(page)
  await look(app, 'sign-in-register')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '四中全会精神集中培训' }).waitFor()
  await look(app, 'sign-in-empty')

  await copy(page, sheet)
  await page.keyboard.press('Control+V')
  await settleNames(page)
  await look(app, 'sign-in-paste')
  await page.keyboard.press('Control+Enter')
  await page.getByText('贴入 6 人，还没有保存').waitFor()
  await page.keyboard.press('Control+Z')
  await page.getByText('还没有填出勤。').waitFor()
  await page.keyboard.press('Control+V')
  await settleNames(page)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => roll(page)).toHaveLength(6)
  await look(app, 'sign-in-roll')
  await typeState(page, '陶艳晨', '3')
  expect(await roll(page)).toEqual(['钱敏梅 出勤', '金欣 出勤', '任松宇 请假', '陶艳晨 请假', '陶琪柏 出勤', '俞建 出勤'])

  await page.keyboard.press('Control+S')
  await page.getByText('已登记 4 人出席').waitFor()
  await look(app, 'sign-in-saved')
  await goTo(page, '学时')
  await chooseOrganization(page, office)
  const { met, required } = expected.byBranch[branch] ?? { met: 0, required: 0 }
  await expect.poll(async () => (await branchFigures(page))[branch]).toEqual({ met: met + 4, required })
  await page.keyboard.press('Control+Z')
  await page.getByText(/^已撤销：/).waitFor()
  await expect.poll(() => branchFigures(page)).toEqual(expected.byBranch)
})

/** Who is matched and who is not; the misspelt name becomes the right one, the namesakes of another branch stay out. */
async function settleNames(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '粘贴名单' })
  const rows = dialog.getByRole('grid', { name: '贴入的人' }).getByRole('row')
  await expect
    .poll(async () => (await rows.allInnerTexts()).map(words))
    .toEqual([
      '贴入 对应的人 出勤 结果',
      ...['钱敏梅', '金欣', '任松宇', '陶艳晨', '陶琪柏'].map(name => `${name} ${name} ${branch} ${name === '任松宇' ? '请假' : '出勤'} 对上`),
      '俞健 出勤 名册里没有',
      '曹军怡 选一个人；不选不加入 出勤 2 人同名',
    ])
  await dialog.getByText('2 行没有对上，不加入').waitFor()
  await rows.filter({ hasText: '俞健' }).getByRole('combobox', { name: '换一个人' }).click()
  await page.keyboard.type('yj')
  await page.getByRole('option', { name: '俞建' }).click()
  await dialog.getByText('1 行没有对上，不加入').waitFor()
}

const grid = (page: Page) => page.getByRole('grid', { name: '参训名单' })

/** Goes to someone's 出勤 and types a digit. */
async function typeState(page: Page, name: string, digit: string): Promise<void> {
  await grid(page).getByRole('row').filter({ hasText: name }).getByText('出勤').click()
  await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
}

/** Who is on the list, and how. */
async function roll(page: Page): Promise<readonly string[]> {
  const rows = await grid(page).getByRole('row').allInnerTexts()
  return rows.slice(1).map(row => words(row).replace(/^\d+ (\S+) .*(出勤|补学|请假|缺勤).*$/, '$1 $2'))
}
