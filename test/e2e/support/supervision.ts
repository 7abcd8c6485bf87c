import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { grantTo } from '../../support/grant.ts'
import type { RunningApp } from '../../../build/running-app.ts'
import { clerk, makeCollegeOffice } from './college.ts'
import { goTo, start, unlock } from './user.ts'

/** 监督资料 granted to 经办人 while nobody has the office open. */
export const granting = (office: string, grants: Parameters<typeof grantTo>[1]) =>
  grantTo({ office, user: clerk.name, password: clerk.password, cost: 2 ** 10 }, grants)

/** The program on the college's office, 经办人 at work with these classes granted. */
export async function startGranted(grants: Parameters<typeof grantTo>[1]): Promise<RunningApp & { readonly office: string }> {
  const app = await start()
  const office = join(app.folder, 'office')
  await makeCollegeOffice(office)
  await granting(office, grants)
  await app.chooseNextFile(office)
  await app.page.getByRole('button', { name: '打开已有的台账' }).click()
  await unlock(app.page)
  return { ...app, office }
}

/** Locks, and comes in again with these classes granted. */
export async function regrant({ page, office }: RunningApp & { readonly office: string }, grants: Parameters<typeof grantTo>[1]): Promise<void> {
  await page.keyboard.press('Control+l')
  await page.getByRole('textbox', { name: '使用人' }).waitFor()
  await granting(office, grants)
  await unlock(page)
}

/** Chooses a person in an open form. */
export async function choosePerson(page: Page, form: Locator, name: string): Promise<void> {
  await form.getByRole('combobox', { name: /^姓名/ }).fill(name)
  await page.getByRole('option', { name }).first().click()
}

/** The form of a new award, with this person chosen. */
export async function awardFor(page: Page, name: string): Promise<Locator> {
  await goTo(page, '表彰奖励')
  await page.getByRole('button', { name: /^新增/ }).first().click()
  const form = page.getByRole('dialog', { name: '新增表彰奖励' })
  await choosePerson(page, form, name)
  return form
}

/** Closes a form in which something was typed. */
export async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '放弃' }).click()
}

/** 撤销党内职务 of somebody, approved on a day, entered in the register's form. */
export async function enterSanction(page: Page, name: string, approvedOn: string): Promise<void> {
  await goTo(page, '处分和组织处理')
  await page.getByRole('button', { name: /^新增/ }).first().click()
  const form = page.getByRole('dialog', { name: '新增处分和组织处理' })
  await choosePerson(page, form, name)
  await form.getByRole('combobox', { name: /^处分（处理）种类/ }).click()
  await page.getByRole('option', { name: '撤销党内职务' }).click()
  await form.getByRole('textbox', { name: /^批准日期/ }).fill(approvedOn)
  await page.keyboard.press('Control+s')
  await page.getByText(/^已新增/).waitFor()
}
