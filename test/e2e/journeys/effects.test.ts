import { expect, test } from 'vitest'
import { awardFor, enterSanction, leave, regrant, startGranted } from '../support/supervision.ts'
import { goTo, look, openDossier } from '../support/user.ts'

test('a sanction is entered; its 影响期 stands in the table and speaks at an award, in 民主评议 and in a selection, and to who was not granted says only that there is one', async () => {
  const app = await startGranted(['sanction'])
  const { page } = app

  await goTo(page, '组织与人员')
  const people = page.getByRole('grid', { name: '人员列表' })
  await people.getByRole('row').nth(1).waitFor()
  const cells = await people.getByRole('row').nth(1).getByRole('gridcell').allInnerTexts()
  const name = (cells[1] ?? '').trim()
  const branch = cells.find(text => text.includes('支部'))?.trim() ?? ''
  const year = new Date().getFullYear()

  await enterSanction(page, name, `${year}-01-01`)
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

  await regrant(app, [])
  const hidden = await awardFor(page, name)
  await hidden.getByText(`${name}有影响期记录，请核实`).waitFor()
  expect(await hidden.getByRole('link').count()).toBe(0)
  await leave(page)
  await goTo(page, '干部选拔任用')
  await page.getByRole('row', { name: /教务处副处长选拔/ }).dblclick()
  await page.getByRole('region', { name: '提示' }).getByText(`${name}有影响期记录，请核实`).waitFor()
  expect(await page.getByRole('main').innerText()).not.toMatch(/撤销党内职务|第十一条/)
})
