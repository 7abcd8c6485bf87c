import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readSheet } from '../../../main/files/lrmx/read.ts'
import type { RunningApp } from '../../../build/running-app.ts'
import { readPdf } from '../support/pdf.ts'
import { goTo, look, openDossier, recordStep, startAtCollege } from '../support/user.ts'

/** Names of the first people on the roster. */
async function someNames(page: Page): Promise<readonly [string, string]> {
  await goTo(page, '组织与人员')
  const rows = page.getByRole('grid', { name: '人员列表' }).getByRole('row')
  await rows.nth(2).waitFor()
  const name = async (row: number) => (await rows.nth(row).getByRole('gridcell').nth(1).innerText()).trim()
  return [await name(1), await name(2)]
}

test('a cadre is selected: a dossier opened, candidates added and chosen, 凡提四必 put down, and whoever is barred is warned of with clause and record', async () => {
  const app = await startAtCollege()
  const { page } = app
  const names = await someNames(page)

  await openDossier(page, names)
  for (const step of ['综合分析研判', '提出动议，形成工作方案']) await recordStep(page, step)

  const [first, second] = names
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

/** A vote on who is proposed, made ready for the meeting. */
async function makeVote(page: Page, name: string): Promise<void> {
  await goTo(page, '评议、测评和票决')
  await page.getByRole('heading', { name: '评议、测评和票决' }).waitFor()
  await page.keyboard.press('b')
  const making = page.getByRole('dialog', { name: '新建单次测评或票决' })
  await making.getByRole('combobox', { name: /^类型/ }).click()
  await page.getByRole('option', { name: '干部任免票决' }).click()
  await making.getByRole('textbox', { name: /^名称/ }).fill('教务处副处长任免票决')
  await making.getByRole('textbox', { name: /^投票日期/ }).fill('2026-08-05')
  await making.getByRole('textbox', { name: /^应到人数/ }).fill('9')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '加姓名' }).click()
  await page.getByRole('dialog', { name: '加姓名' }).getByRole('textbox', { name: /^姓名/ }).fill(name)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+s')
  await page.getByText(/^已保存名单/).waitFor()
}

/** Goes on with these of the candidates; of the others says why not. */
async function advance(page: Page, names: readonly string[], otherwise?: string): Promise<void> {
  await page.keyboard.press('d')
  const choosing = page.getByRole('dialog', { name: '定人选' })
  for (const name of names) await choosing.getByRole('checkbox', { name: new RegExp(name) }).check()
  if (otherwise !== undefined) await choosing.getByRole('textbox', { name: /未列入的原因/ }).fill(otherwise)
  await page.keyboard.press('Control+Enter')
  await choosing.waitFor({ state: 'detached' })
}

/** Saves a form that a button offers, and gives what stands on its first page. */
async function saved({ page, folder, chooseNextSave }: RunningApp, button: Locator, file: string): Promise<string> {
  await chooseNextSave(join(folder, file))
  await button.click()
  await page.getByRole('menuitem', { name: '存为 PDF' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: `已存为“${file}”` })
    .waitFor({ timeout: 30_000 })
  return readPdf(join(folder, file)).texts?.join('') ?? ''
}

test('from 动议 to 任职: every step with its day, one of two chosen, the papers of each step printed, and the sheet taken along as a file', async () => {
  const app = await startAtCollege()
  const { page } = app
  const names = await someNames(page)
  const [first, second] = names
  await goTo(page, '干部信息')
  await page.getByText('还没有干部信息').waitFor()
  await page.keyboard.press('n')
  const adding = page.getByRole('dialog', { name: '新增干部' })
  await adding.getByRole('combobox', { name: /^姓名/ }).fill(first)
  await page.getByRole('option', { name: first }).first().click()
  await adding.getByRole('textbox', { name: /^现任职务/ }).fill('教务处科长')
  await page.keyboard.press('Control+s')
  await adding.waitFor({ state: 'detached' })
  await makeVote(page, first)
  await openDossier(page, names)
  const month = async (of: string, steps: readonly string[]) => {
    for (const [i, step] of steps.entries()) await recordStep(page, step, { on: `${of}-${String(i + 1).padStart(2, '0')}` })
  }
  await month('2026-06', ['综合分析研判', '提出动议，形成工作方案', '向主要领导报告、酝酿沟通', '谈话调研推荐', '会议推荐', '汇报推荐情况'])
  await advance(page, names)
  await month('2026-07', ['确定考察对象', '组成考察组，制定考察方案', '考察预告', '个别谈话、民主测评', '凡提四必、征求意见', '综合分析，形成考察材料'])
  await advance(page, [first], '综合比选')
  await month('2026-08', ['征求分管领导意见', '所在单位党组织意见和廉政鉴定'])
  await recordStep(page, '双重管理协管方意见', { on: '2026-08-03', result: '不属双重管理' })
  await recordStep(page, '部务会议研究', { on: '2026-08-04' })
  await recordStep(page, '党委（党组）会议讨论决定', { on: '2026-08-05', result: '同意任用', ballot: '教务处副处长任免票决' })
  await recordStep(page, '任职前公示', { from: '2026-08-06', on: '2026-08-17', result: '公示结果不影响任职' })
  await recordStep(page, '印发任职通知', { on: '2026-08-18', result: '任职' })
  await recordStep(page, '任职谈话', { on: '2026-08-19' })
  await look(app, 'selection-appointed')

  const steps = page.getByRole('listbox', { name: '步骤' })
  const printed = async (step: string, label: string) => {
    await steps.getByRole('option', { name: new RegExp(`^${step}`) }).click()
    return saved(app, page.getByRole('group', { name: '这一步的表' }).getByRole('button', { name: label, exact: true }), `${label}.pdf`)
  }
  const notice = await printed('任职前公示', '干部任前公示')
  expect([notice.includes(first), notice.includes(second), notice.includes('8月17日')]).toEqual([true, false, true])
  expect(await printed('印发任职通知', '任免通知')).toContain(first)
  expect(await printed('党委（党组）会议讨论决定', '票决票')).toContain(first)
  const sheets = await printed('综合分析，形成考察材料', '干部任免审批表')
  expect(sheets).toContain(first)
  const whole = await saved(app, page.getByRole('button', { name: '纪实表', exact: true }), '纪实表.pdf')
  for (const said of [first, '教务处副处长', '2026.08.05']) expect(whole).toContain(said)
  await recordStep(page, '材料归档，纪实完成', { on: '2026-08-20' })
  await page.getByText('已任职').first().waitFor()

  await goTo(page, '干部信息')
  await page.getByRole('row', { name: new RegExp(first) }).dblclick()
  const file = join(app.folder, `${first}.lrmx`)
  await app.chooseNextSave(file)
  await page.getByRole('button', { name: '任免审批表' }).first().click()
  await page.getByRole('menuitem', { name: /lrmx/ }).click()
  await page.getByRole('button', { name: '存为 .lrmx' }).click()
  await page.getByRole('status').filter({ hasText: '已导出 1 份任免表' }).waitFor()
  expect(readSheet(readFileSync(file))).toMatchObject({ name: first, currentPost: '教务处科长' })
}, 180_000)
