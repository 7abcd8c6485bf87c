import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RunningApp } from '../../../build/running-app.ts'
import { admin, clerk, expected, office, workbook } from '../support/college.ts'
import { branchFigures, chooseYear, look, start, words } from '../support/user.ts'

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()

async function typePassword(page: Page, password: string, again = password): Promise<void> {
  await page.getByRole('textbox', { name: '口令', exact: true }).fill(password)
  await page.getByRole('textbox', { name: '再输一次' }).fill(again)
}

/** 新建台账 up to the open office, by way of every stumbling block. */
async function createOffice(app: RunningApp, folder: string): Promise<string> {
  const { page } = app
  await page.getByRole('button', { name: '新建台账' }).click()
  await page.getByRole('radio', { name: '高校' }).check()
  await look(app, 'first-start-preset')
  await next(page)

  await page.getByRole('textbox', { name: '台账名称' }).fill(office)
  await next(page)
  await page.getByText('请选一个文件夹').waitFor()
  await app.chooseNextFile(folder)
  await page.getByRole('button', { name: '选文件夹' }).click()
  await page.getByText(folder).waitFor()
  await next(page)

  await page.getByRole('heading', { name: '系统管理员' }).waitFor()
  await page.getByRole('textbox', { name: '姓名' }).fill(admin.name)
  await typePassword(page, admin.password)
  await next(page)

  await page.getByRole('heading', { name: '经办人' }).waitFor()
  await page.getByRole('textbox', { name: '姓名' }).fill(clerk.name)
  await typePassword(page, '12345678')
  await page.getByRole('alert').getByText('至少 10 位').waitFor()
  await page.getByRole('button', { name: '建立台账' }).click()
  expect(existsSync(folder)).toBe(false)
  await typePassword(page, clerk.password, `${clerk.password}1`)
  await page.keyboard.press('Tab')
  await page.getByText('两次输入不一样').waitFor()
  await look(app, 'first-start-password')
  await typePassword(page, clerk.password)
  await page.getByText('符合要求').waitFor()
  await page.getByRole('button', { name: '建立台账' }).click()

  const code = page.getByRole('group', { name: '恢复码' })
  await code.waitFor()
  await look(app, 'first-start-recovery-code')
  const enter = page.getByRole('button', { name: '进入台账' })
  expect(await enter.isDisabled()).toBe(true)
  const shown = await code.innerText()
  await page.getByRole('checkbox', { name: '已抄写或打印，并封存' }).check()
  await enter.click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  return shown.replaceAll(/\s+/g, '-')
}

/** From the start page to the preview of one workbook. */
async function preview(app: RunningApp, step: string, file: string): Promise<void> {
  const { page } = app
  await page.getByRole('link', { name: '组工台账，首页' }).click()
  await page.getByRole('link', { name: step }).click()
  await app.chooseNextFile(workbook(file))
  await page.getByRole('button', { name: '选择文件' }).click()
  await page.getByRole('region', { name: '逐行预览' }).waitFor()
}

/** Writes what the preview shows; how many rows it was, by the button. */
async function write(page: Page): Promise<number> {
  await page.getByText('没有有误的行，还没有写入').waitFor()
  const button = page.getByRole('button', { name: /写入 \d+ 行/ })
  const rows = Number(/\d+/.exec(await button.innerText())?.[0])
  await button.click()
  await page.getByRole('heading', { name: '写入完成' }).waitFor()
  return rows
}

test('a new office: preset, place, two users, the recovery code, three imports, and the dashboard has the year', async () => {
  const app = await start()
  const { page } = app
  const folder = join(app.folder, '台账')
  await page.getByRole('heading', { name: '开始' }).waitFor()
  await look(app, 'first-start')
  expect(await createOffice(app, folder)).toMatch(/^([2-9A-Z]{5}-){5}[2-9A-Z]{5}$/)
  await page.getByRole('heading', { name: '起步' }).waitFor()
  await look(app, 'first-start-empty')

  await preview(app, '导入党组织', 'organizations.xlsx')
  await look(app, 'first-start-import-organizations')
  expect(await write(page)).toBe(9)
  await look(app, 'first-start-written')

  await preview(app, '导入花名册', 'roster-with-faults.xlsx')
  await look(app, 'first-start-import-faults')
  expect(await faultsUnderRows(page)).toEqual({
    7: '公民身份号码 校验位应为 5，请核对第 18 位',
    9: '性别 与身份号码不符：号码为男',
    11: '加入党组织日期 入党时不满 18 岁',
    13: '所在党支部 没有“不存在的党支部”。最近的：离退休党支部、机关第一党支部、信息工程系学生党支部',
    16: '姓名 没有填姓名',
    18: '加入党组织日期 “2021-02-30”不是一个日期，没有这一天',
    163: '公民身份号码 与第 5 行的身份号码相同',
  })
  await page.getByText('7 行有误，未写入任何一行').waitFor()
  expect(await page.getByRole('button', { name: '改完再写' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('region', { name: '党员花名册' }).filter({ hasText: '现有0人' }).waitFor()

  await preview(app, '导入花名册', 'roster.xlsx')
  expect(await write(page)).toBe(150)
  await preview(app, '导入学时', 'study.xlsx')
  await look(app, 'first-start-import-study')
  expect(await write(page)).toBe(1477)
  await page.getByRole('link', { name: '看学时' }).click()
  await chooseYear(page, expected.year)
  await expect.poll(() => branchFigures(page)).toEqual(expected.byBranch)
  await look(app, 'first-start-dashboard')
  expect(readFileSync(join(app.folder, 'user-data/logs/zugong.log'), 'utf8')).not.toMatch(/江南|周敏|Jiangnan|曹然/)
})

/** Each row of the preview that has something under it, with that. */
async function faultsUnderRows(page: Page): Promise<Record<string, string>> {
  const rows = await page.getByRole('region', { name: '逐行预览' }).getByRole('row').allInnerTexts()
  const under: Record<string, string> = {}
  let row = ''
  for (const text of rows.map(words)) {
    if (/^\d+ /.test(text)) row = text.split(' ')[0] ?? ''
    else if (row) under[row] = text
  }
  return under
}
