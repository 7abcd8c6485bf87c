import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { clerk, expected, makeCollegeOffice, office } from '../support/college.ts'
import { chooseYear, goTo, look, start, startAtCollege, unlock } from '../support/user.ts'

const password = (page: Page) => page.getByRole('textbox', { name: '口令', exact: true })

test('Ctrl L locks in the middle of the work; after the right password the unsaved attendance is still there', async () => {
  const app = await startAtCollege()
  const { page } = app
  await chooseYear(page, expected.year)
  await goTo(page, '活动与签到')
  await page.getByRole('link', { name: '2025-09 党课20' }).click()
  const roll = page.getByRole('grid', { name: '到会名单' })
  const absent = (people: number) => page.getByRole('button', { name: new RegExp(`^缺勤\\s*${people}$`) }).waitFor()
  await absent(1)
  await roll.getByRole('row').nth(1).getByText('出勤').click()
  await page.keyboard.press('4')
  await absent(2)

  await page.keyboard.press('Control+L')
  await password(page).waitFor()
  await look(app, 'lock')
  expect(await roll.isVisible()).toBe(false)
  await password(page).fill('Jiangnan-2026-wrong')
  await page.keyboard.press('Enter')
  await page.getByText('使用人或口令不对，还可再试。').waitFor()
  await look(app, 'lock-wrong')
  await page.keyboard.type(clerk.password)
  await page.keyboard.press('Enter')
  await roll.waitFor()
  await absent(2)
  await look(app, 'lock-continued')
  await page.keyboard.press('Control+S')
  await page.getByText(/^已保存“2025-09 党课20”/).waitFor()
})

test('a restart asks for the password of the office that was open last; a second program on the same office is refused', async () => {
  const kept = mkdtempSync(join(tmpdir(), 'zugong-kept-'))
  onTestFinished(() => rmSync(kept, { recursive: true, force: true, maxRetries: 5 }))
  const [folder, userData] = [join(kept, 'office'), join(kept, 'user-data')]
  await makeCollegeOffice(folder)
  const first = await start({ userData })
  await first.chooseNextFile(folder)
  await first.page.getByRole('button', { name: '打开已有的台账' }).click()
  await unlock(first.page)
  await first.stop()

  const again = await start({ userData })
  await again.page.getByRole('heading', { name: office }).waitFor()
  await unlock(again.page)

  const other = await start()
  await other.chooseNextFile(folder)
  await other.page.getByRole('button', { name: '打开已有的台账' }).click()
  await other.page.getByRole('textbox', { name: '使用人' }).fill(clerk.name)
  await password(other.page).fill(clerk.password)
  await other.page.keyboard.press('Enter')
  await other.page.getByText('有人正在这台电脑上打开此台账。先关闭那个窗口，再解锁。').waitFor()
  await look(other, 'second-program')
})
