import type { Page } from 'playwright-core'
import { users } from '../demo/office.ts'
import { bundleIfStale } from '../bundle.ts'
import { type RunningApp, startApp } from '../running-app.ts'
import { countyRoster } from './county-roster.ts'
import { below, type Figure } from './figure.ts'
import { median } from './measure.ts'
import { copyOf, password } from './offices.ts'

/** The pause between two looks at the clock, in milliseconds. */
const tick = 10

/**
 * How long the window at most did not answer while a roster of 20,135 rows is taken in through the wizard, from the choice of the file
 * to the result: the longest time between two ticks of its own clock. Floor: the same office, the same page, and nothing to do.
 */
export const windowImport: Figure = {
  name: 'window.import',
  async measure({ quick, say }) {
    await bundleIfStale()
    const { office, workbook } = await countyRoster(say)
    const runs: { value: number; floor: number }[] = []
    for (let run = 0; run < (quick ? 1 : 3); run++) {
      const copy = copyOf(office)
      const app = await startApp()
      try {
        await enter(app, copy.folder)
        const floor = await longestWithout(app.page, () => app.page.waitForTimeout(5_000))
        runs.push({ value: await longestWithout(app.page, () => takeIn(app, workbook)), floor })
      } finally {
        await app.stop()
        copy.remove()
      }
    }
    const middle = { value: median(runs.map(r => r.value)), floor: median(runs.map(r => r.floor)) }
    return [below('window.import', middle, 100)]
  },
}

async function enter({ page, chooseNextFile }: RunningApp, folder: string): Promise<void> {
  await chooseNextFile(folder)
  await page.getByRole('button', { name: '打开已有的台账' }).click()
  await page.getByRole('textbox', { name: '使用人' }).fill(users.clerk)
  await page.getByRole('textbox', { name: '口令', exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '导入花名册' }).click()
  await page.getByRole('button', { name: '选择文件' }).waitFor()
}

async function takeIn({ page, chooseNextFile }: RunningApp, workbook: string): Promise<void> {
  await chooseNextFile(workbook)
  await page.getByRole('button', { name: '选择文件' }).click()
  await page.getByRole('button', { name: '写入 20135 行' }).click({ timeout: 60_000 })
  await page.getByRole('heading', { name: '写入完成' }).waitFor({ timeout: 60_000 })
}

/** The longest time in milliseconds that the page's own work was held up while something is done. */
async function longestWithout(page: Page, done: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(pause => {
    let last = performance.now()
    let longest = 0
    const look = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last - pause)
      last = now
    }, pause)
    return {
      end: () => {
        clearInterval(look)
        return longest
      },
    }
  }, tick)
  await done()
  return watch.evaluate(w => w.end())
}
