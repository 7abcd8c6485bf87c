import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { groups } from '../../../renderer/app/places.ts'
import { type Options, type RunningApp, startApp } from '../../../build/running-app.ts'
import { admin, clerk, makeCollegeOffice } from './college.ts'

/** What people do in this program on every screen, by what they see and press. */

/** Starts the program; it ends with the test. A test that fails leaves a picture of where it stopped; one in which the window threw has failed. */
export async function start(options: Options = {}): Promise<RunningApp> {
  const app = await startApp(options)
  const thrown: string[] = []
  app.page.on('pageerror', error => thrown.push(error.stack ?? error.message))
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await app.screenshot(`failed ${task.name.slice(0, 40)}`).catch(() => undefined)
    await app.stop()
    if (thrown.length > 0) throw new Error(`The window threw.\n${thrown.join('\n')}`)
  })
  app.page.setDefaultTimeout(10_000)
  return app
}

/** The program on the college's office as it is after the first imports, 经办人 at work. */
export async function startAtCollege(): Promise<RunningApp> {
  const app = await start()
  const folder = join(app.folder, 'office')
  await makeCollegeOffice(folder)
  await app.chooseNextFile(folder)
  await app.page.getByRole('button', { name: '打开已有的台账' }).click()
  await unlock(app.page)
  return app
}

/** Enters 沈听澜, an applicant of 机关第一党支部, and opens a case of 发展党员: its page is on the screen. */
export async function openApplicantsCase(page: Page): Promise<void> {
  await goTo(page, '组织与人员')
  await page.getByRole('grid', { name: '人员列表' }).getByRole('row').nth(1).waitFor()
  await page.keyboard.press('n')
  const person = page.getByRole('dialog', { name: '新增人员' })
  await person.getByRole('textbox', { name: '姓名' }).fill('沈听澜')
  await person.getByRole('textbox', { name: '公民身份号码' }).fill('110105199912310022')
  await person.getByRole('combobox', { name: '人员类别' }).click()
  await page.getByRole('option', { name: '入党申请人' }).click()
  await person.getByRole('combobox', { name: '所在党支部' }).fill('jgdy')
  await page
    .getByRole('option', { name: /机关第一党支部/ })
    .first()
    .click()
  await person.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已新增沈听澜').waitFor()

  await goTo(page, '发展党员')
  await page.getByText(/还没有在办的卷宗。$/).waitFor()
  await page.keyboard.press('n')
  const opening = page.getByRole('dialog', { name: '立卷' })
  await opening.getByRole('searchbox').fill('stl')
  await opening
    .getByRole('row', { name: /沈听澜/ })
    .getByRole('checkbox')
    .click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '沈听澜' }).waitFor()
}

/** N opens a selection dossier with these people considered, the first of the office. */
export async function openDossier(page: Page, names: readonly string[]): Promise<void> {
  await goTo(page, '干部选拔任用')
  await page.getByText('还没有在办的选拔卷宗。').waitFor()
  await page.keyboard.press('n')
  const opening = page.getByRole('dialog', { name: '选拔任用立卷' })
  await opening.getByRole('textbox', { name: /^卷宗名称/ }).fill('教务处副处长选拔')
  await opening.getByRole('combobox', { name: /^党组织/ }).fill('学院')
  await page.getByRole('option').first().click()
  await opening.getByRole('textbox', { name: /^拟任职务/ }).fill('教务处副处长')
  for (const name of names) {
    await opening.getByRole('combobox', { name: '人选' }).fill(name)
    await page.getByRole('option', { name }).first().click()
    await opening.getByRole('button', { name: `不加${name}` }).waitFor()
  }
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '教务处副处长选拔' }).waitFor()
}

interface Done {
  /** Today where nothing is said. */
  readonly on?: string
  /** Of a step that lasts, its first day. */
  readonly from?: string
  /** Where it can come out in several ways. */
  readonly result?: string
  /** The ballot that it rests on. */
  readonly ballot?: string
}

/** Records the chosen step of a dossier as done. */
export async function recordStep(page: Page, label: string, { on, from, result, ballot }: Done = {}): Promise<void> {
  await page
    .getByRole('listbox', { name: '步骤' })
    .getByRole('option', { name: new RegExp(`^${label}`) })
    .click()
  await page.keyboard.press('Enter')
  const day = page.getByRole('textbox', { name: from === undefined ? /^日期/ : /^完成日期/ })
  await day.waitFor()
  if (from !== undefined) await page.getByRole('textbox', { name: /^开始日期/ }).fill(from)
  if (on !== undefined) await day.fill(on)
  if (result !== undefined) await page.getByRole('radio', { name: result }).first().click()
  if (ballot !== undefined) {
    await page.getByRole('combobox', { name: /^测评（票决）/ }).fill(ballot)
    await page.getByRole('option', { name: ballot }).click()
  }
  await page.keyboard.press('Control+s')
  await page.getByText(new RegExp(`^已登记“${label}”`)).waitFor()
}

/** Types who and the password into the lock screen, and waits for the office. */
export async function unlock(page: Page, password = clerk.password, name = clerk.name): Promise<void> {
  await page.getByRole('textbox', { name: '使用人' }).fill(name)
  await page.getByRole('textbox', { name: '口令', exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** 系统管理员 on the college's office with a backup on the stick, which the program asks for before it updates itself; 程序更新 is open. */
export async function startUpdating({ page, folder, chooseNextFile }: RunningApp, stick: string): Promise<void> {
  await makeCollegeOffice(join(folder, 'office'))
  await chooseNextFile(join(folder, 'office'))
  await page.getByRole('button', { name: '打开已有的台账' }).click()
  await unlock(page, clerk.password, admin.name)
  await goTo(page, '参数与设置')
  await page.getByRole('tab', { name: '备份与恢复' }).click()
  await chooseNextFile(stick)
  await page.getByRole('button', { name: '选文件夹' }).click()
  await page.getByText(/^已备份并核对/).waitFor()
  await page.getByRole('tab', { name: '程序更新' }).click()
}

/** Steps back or forth to the year. */
export async function chooseYear(page: Page, year: number): Promise<void> {
  const stepper = page.getByRole('group', { name: '年度' })
  const shown = stepper.getByText(/^\d{4} 年度$/)
  for (let now = Number.parseInt(await shown.innerText(), 10); now !== year; now += Math.sign(year - now)) {
    await stepper.getByRole('button', { name: now > year ? '上一年度' : '下一年度' }).click()
  }
  await stepper.getByText(`${year} 年度`).waitFor()
}

/** Alt 1, and the organization by its name. */
export async function chooseOrganization(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+1')
  await page.getByRole('textbox', { name: '找组织' }).fill(name)
  const found = page.getByRole('treeitem', { name })
  await found.waitFor()
  await page.keyboard.press('Enter')
  await found.waitFor({ state: 'hidden' })
}

/** A place of the navigation; one of a group by opening its group. */
export async function goTo(page: Page, place: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: '主导航' })
  const link = navigation.getByRole('link', { name: place, exact: true })
  const group = groups.find(({ places }) => places.some(({ label }) => label === place))
  if (group && !(await link.isVisible())) await navigation.getByRole('button', { name: group.label, exact: true }).click()
  await link.click()
}

/** Puts a text on the clipboard, as copying it in Excel would. */
export async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate(content => {
    const fill = (event: ClipboardEvent) => {
      event.stopImmediatePropagation()
      event.preventDefault()
      event.clipboardData?.setData('text/plain', content)
    }
    document.addEventListener('copy', fill, { once: true, capture: true })
    document.execCommand('copy')
  }, text)
}

/** A picture at the two sizes people have. The window is left at the smaller. */
export async function look(app: RunningApp, name: string): Promise<void> {
  await app.screenshot(name, { width: 1920, height: 1080 })
  await app.screenshot(name)
}

/** A text as it reads, whatever stands in cells and lines of its own. */
export const words = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** 达标/应学 of each branch, as the dashboard says. */
export async function branchFigures(page: Page): Promise<Record<string, { required: number; met: number }>> {
  const rows = await page.getByRole('grid', { name: '月份 × 支部' }).getByRole('row').allInnerTexts()
  return Object.fromEntries(
    rows.map(words).flatMap(row => {
      const [, branch = '', met, required] = /^\d+ (\S+) .* (\d+)\/(\d+)$/.exec(row) ?? []
      return branch ? [[branch, { required: Number(required), met: Number(met) }]] : []
    }),
  )
}
