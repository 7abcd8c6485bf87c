import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { grantTo } from '../../support/grant.ts'
import { clerk, makeCollegeOffice } from '../support/college.ts'
import { goTo, look, openDossier, start, unlock } from '../support/user.ts'

const granting = (office: string, grants: Parameters<typeof grantTo>[1]) =>
  grantTo({ office, user: clerk.name, password: clerk.password, cost: 2 ** 10 }, grants)

/** The form of a new award, with this person chosen. */
async function awardFor(page: Page, name: string): Promise<Locator> {
  await goTo(page, '表彰奖励')
  await page.getByRole('button', { name: /^新增/ }).first().click()
  const form = page.getByRole('dialog', { name: '新增表彰奖励' })
  await form.getByRole('combobox', { name: /^姓名/ }).fill(name)
  await page.getByRole('option', { name }).first().click()
  return form
}

/** Closes a form in which something was typed. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '放弃' }).click()
}

test('a sanction is entered; its 影响期 stands in the table and speaks at an award, in 民主评议 and in a selection, and to who was not granted says only that there is one', async () => {
  const app = await start()
  const { page } = app
  const office = join(app.folder, 'office')
  await makeCollegeOffice(office)
  await granting(office, ['sanction'])
  await app.chooseNextFile(office)
  await page.getByRole('button', { name: '打开已有的台账' }).click()
  await unlock(page)

  await goTo(page, '组织与人员')
  const people = page.getByRole('grid', { name: '人员列表' })
  await people.getByRole('row').nth(1).waitFor()
  const cells = await people.getByRole('row').nth(1).getByRole('gridcell').allInnerTexts()
  const name = (cells[1] ?? '').trim()
  const branch = cells.find(text => text.includes('支部'))?.trim() ?? ''
  const year = new Date().getFullYear()

  await goTo(page, '处分和组织处理')
  await page.getByRole('button', { name: /^新增/ }).first().click()
  const form = page.getByRole('dialog', { name: '新增处分和组织处理' })
  await form.getByRole('combobox', { name: /^姓名/ }).fill(name)
  await page.getByRole('option', { name }).first().click()
  await form.getByRole('combobox', { name: /^处分（处理）种类/ }).click()
  await page.getByRole('option', { name: '撤销党内职务' }).click()
  await form.getByRole('textbox', { name: /^批准日期/ }).fill(`${year}-01-01`)
  await page.keyboard.press('Control+s')
  await page.getByText(/^已新增/).waitFor()

  await goTo(page, '影响期')
  const row = page.getByRole('grid', { name: '影响期' }).getByRole('row', { name: new RegExp(name) })
  await row.waitFor()
  expect(await row.innerText()).toMatch(new RegExp(`撤销党内职务[\\s\\S]*${year + 1}-12-31[\\s\\S]*${year + 2}-01-01[\\s\\S]*在影响期`))
  await look(app, 'effects')

  const told = new RegExp(`^${name}有影响期记录：撤销党内职务，至 ${year + 1}-12-31，不得评优评先，请核实$`)
  const award = await awardFor(page, name)
  await award.getByRole('link', { name: told }).waitFor()
  await look(app, 'effects-award')
  await leave(page)

  await goTo(page, '评议、测评和票决')
  await page.getByRole('heading', { name: '评议、测评和票决' }).waitFor()
  await page.keyboard.press('n')
  await page
    .getByRole('dialog')
    .getByText(/参评 \d+ 人，投票不定等次 \d+ 人/)
    .waitFor()
  await page.keyboard.press('Control+Enter')
  const ballot = page.getByRole('grid', { name: '测评列表' }).getByRole('row', { name: branch })
  await ballot.waitFor()
  await ballot.dblclick()
  await page.getByRole('radio', { name: '名单' }).click()
  await page.getByRole('link', { name: told }).waitFor()
  await look(app, 'effects-ballot')

  await openDossier(page, [name])
  const barred = page.getByRole('link', { name: new RegExp(`^${name}有影响期记录：撤销党内职务，至 ${year + 1}-12-31，不得担任`) })
  await barred.waitFor()
  expect(await page.getByRole('region', { name: '提示' }).innerText()).toContain('《中国共产党纪律处分条例》（2023）第十一条')

  await page.keyboard.press('Control+l')
  await page.getByRole('textbox', { name: '使用人' }).waitFor()
  await granting(office, [])
  await unlock(page)
  const hidden = await awardFor(page, name)
  await hidden.getByText(`${name}有影响期记录，请核实`).waitFor()
  expect(await hidden.getByRole('link').count()).toBe(0)
  await leave(page)
  await goTo(page, '干部选拔任用')
  await page.getByRole('row', { name: /教务处副处长选拔/ }).dblclick()
  await page.getByRole('region', { name: '提示' }).getByText(`${name}有影响期记录，请核实`).waitFor()
  expect(await page.getByRole('main').innerText()).not.toMatch(/撤销党内职务|第十一条/)
})
