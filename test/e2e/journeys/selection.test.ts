import { type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, look, openDossier, startAtCollege } from '../support/user.ts'

/** Records the chosen step as done today; `result` where it can come out in several ways. */
async function record(page: Page, label: string, result?: string): Promise<void> {
  await page
    .getByRole('listbox', { name: '步骤' })
    .getByRole('option', { name: new RegExp(`^${label}`) })
    .click()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /^日期/ }).waitFor()
  if (result !== undefined) await page.getByRole('radio', { name: result }).click()
  await page.keyboard.press('Control+s')
  await page.getByText(new RegExp(`^已登记“${label}”`)).waitFor()
}

test('a cadre is selected: a dossier opened, candidates added and chosen, 凡提四必 put down, and whoever is barred is warned of with clause and record', async () => {
  const app = await startAtCollege()
  const { page } = app
  await goTo(page, '组织与人员')
  await page.getByRole('grid', { name: '人员列表' }).getByRole('row').nth(1).waitFor()
  const names: string[] = []
  for (const row of [1, 2])
    names.push((await page.getByRole('grid', { name: '人员列表' }).getByRole('row').nth(row).getByRole('gridcell').nth(1).innerText()).trim())

  await openDossier(page, names)
  for (const step of ['综合分析研判', '提出动议，形成工作方案']) await record(page, step)

  const [first = '', second = ''] = names
  await page.keyboard.press('d')
  const choosing = page.getByRole('dialog', { name: '定人选' })
  for (const name of names) await choosing.getByRole('checkbox', { name: new RegExp(name) }).check()
  await page.keyboard.press('Control+Enter')
  await page.getByText('2 人列为考察对象').waitFor()
  if (await page.getByRole('button', { name: /^资料和日志/ }).isVisible()) await page.keyboard.press('i')

  await page.getByRole('button', { name: `${first}：档案必审，还没有办` }).click()
  const checking = page.getByRole('dialog', { name: `档案必审（${first}）` })
  await checking.getByRole('textbox', { name: /^发函/ }).fill('2026-01-05')
  await page.keyboard.press('Control+s')
  await page.getByText(new RegExp(`^${first}：档案必审未回，2026-01-05 发函，已 \\d+ 天$`)).waitFor()
  await look(app, 'selection-dossier')

  await goTo(page, '能下登记')
  await page.getByRole('button', { name: /^新增/ }).first().click()
  const barring = page.getByRole('dialog', { name: '新增能下登记' })
  await barring.getByRole('combobox', { name: /^姓名/ }).fill(second)
  await page.getByRole('option', { name: second }).first().click()
  await barring.getByRole('textbox', { name: /^原任职务/ }).fill('系副主任')
  await barring.getByRole('combobox', { name: /^调整方式/ }).click()
  await page.getByRole('option', { name: '免职' }).click()
  await barring.getByRole('combobox', { name: /^情形/ }).click()
  await page.getByRole('option', { name: '碌碌无为、政绩平庸' }).click()
  await barring.getByRole('textbox', { name: /^原因和认定依据/ }).fill('考核连续两年靠后')
  await barring.getByRole('textbox', { name: /^决定日期/ }).fill('2026-01-10')
  await barring.getByRole('textbox', { name: /^影响期至/ }).fill('2099-01-10')
  await page.keyboard.press('Control+s')
  await page.getByText(/^已新增/).waitFor()

  await goTo(page, '干部选拔任用')
  await page.getByRole('row', { name: /教务处副处长选拔/ }).dblclick()
  const warning = page.getByRole('link', { name: new RegExp(`^${second}有影响期记录：能下（.+），至 2099-01-10，不得`, 'u') })
  await warning.waitFor()
  expect(await page.getByRole('region', { name: '提示' }).innerText()).toContain('第二十四条第六项')
  await warning.click()
  await page.getByRole('heading', { name: '能下登记' }).waitFor()
})
