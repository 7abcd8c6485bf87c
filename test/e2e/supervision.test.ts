import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { groups } from '../../renderer/app/places.ts'
import { cadre } from '../../shared/domain/cadre.ts'
import { draftOf } from '../support/sample.ts'
import { awardFor, enterSanction, leave, regrant, startGranted } from './support/supervision.ts'
import { goTo, look, openDossier, recordStep } from './support/user.ts'

/** What the page would ask, past its screens. */
const ask = async (page: Page, name: string, input: object) =>
  (await page.evaluate(([asked, given]) => Reflect.get(window, 'bridge').call(asked, given), [name, input] as const)) as {
    readonly value: Record<string, unknown>
  }

const go = (page: Page, path: string) => page.evaluate(to => void (window.location.hash = to), path)

/** 经办人 makes somebody a cadre of whom a sheet was begun. */
async function cadreOf(page: Page, name: string): Promise<{ readonly personId: string; readonly cadreId: string }> {
  const listed = await ask(page, 'records.list', { type: 'person', search: name })
  const [person] = listed.value['rows'] as { id: string }[]
  const personId = person?.id ?? ''
  const draft = { ...draftOf(cadre, { personId, currentPost: '教务处处长', unit: '教务处', level: 'middleChief' }) }
  const made = await ask(page, 'records.create', { type: 'cadre', draft })
  return { personId, cadreId: String(made.value['id']) }
}

/** The names of all places of the navigation, opened group by group. */
async function placesShown(page: Page): Promise<ReadonlySet<string>> {
  await page.setViewportSize({ width: 1920, height: 1080 })
  const navigation = page.getByRole('navigation', { name: '主导航' })
  const shown = new Set<string>()
  for (const { label } of groups) {
    const button = navigation.getByRole('button', { name: label, exact: true })
    if ((await button.count()) === 0) continue
    shown.add(label)
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
    for (const text of await navigation.getByRole('link').allInnerTexts()) shown.add(text.trim())
  }
  return shown
}

const secretPlaces = groups.flatMap(({ places }) => places.flatMap(({ label, secret }) => (secret ? [label] : [])))

test('a 处分 speaks with its clause before 动议, before 讨论决定, at a 表彰 and when 优秀 is given; without the grant nothing is told but that there is something to verify', async () => {
  const app = await startGranted(['sanction', 'integrity'])
  const { page } = app
  await goTo(page, '组织与人员')
  const people = page.getByRole('grid', { name: '人员列表' })
  await people.getByRole('row').nth(1).waitFor()
  const name = (await people.getByRole('row').nth(1).getByRole('gridcell').nth(1).innerText()).trim()
  const year = new Date().getFullYear()
  const { personId, cadreId } = await cadreOf(page, name)
  await enterSanction(page, name, `${year}-01-01`)
  await look(app, 'supervision-register')

  // Before 动议: the dossier is open, no step of it done.
  await openDossier(page, [name])
  const hints = page.getByRole('region', { name: '提示' })
  const barred = hints.getByRole('link', { name: new RegExp(`^${name}有影响期记录：撤销党内职务，至 ${year + 1}-12-31，不得担任`) })
  const clause = '《中国共产党纪律处分条例》（2023）第十一条'
  await barred.waitFor()
  expect(await hints.innerText()).toContain(clause)

  // Before 讨论决定: he is 考察对象, and what must be there before the committee meets says it again.
  for (const step of ['综合分析研判', '提出动议，形成工作方案']) await recordStep(page, step)
  await page.keyboard.press('d')
  await page
    .getByRole('dialog', { name: '定人选' })
    .getByRole('checkbox', { name: new RegExp(name) })
    .check()
  await page.keyboard.press('Control+Enter')
  await page.getByText('1 人列为考察对象').waitFor()
  if (await page.getByRole('button', { name: /^资料和日志/ }).isVisible()) await page.keyboard.press('i')
  const gate = page
    .getByRole('listitem')
    .filter({ hasText: /影响期/ })
    .filter({ hasText: '有记录，请核实' })
  await gate.first().waitFor()
  await barred.waitFor()
  await look(app, 'supervision-selection')

  const told = new RegExp(`^${name}有影响期记录：撤销党内职务，至 ${year + 1}-12-31，不得评优评先，请核实$`)
  const award = await awardFor(page, name)
  await award.getByRole('link', { name: told }).waitFor()
  expect(await award.innerText()).toContain(clause)
  await leave(page)

  const excellent = async () => {
    await go(page, `#/cadres/${cadreId}?tab=grades`)
    const card = page.getByRole('region', { name: '年度考核' })
    await card.getByRole('button', { name: '登记' }).click()
    const form = page.getByRole('dialog', { name: `${name}的年度考核` })
    await form.getByRole('textbox', { name: /^年度/ }).first().fill(String(year))
    await form.getByRole('combobox', { name: /^等次/ }).first().click()
    await page.getByRole('option', { name: '优秀' }).click()
    return form
  }
  await (await excellent()).getByText(new RegExp(`${name}有影响期记录：撤销党内职务`)).waitFor()
  await look(app, 'supervision-grade')
  await leave(page)

  await goTo(page, '廉政档案')
  await page
    .getByRole('grid', { name: '廉政档案' })
    .getByRole('row', { name: new RegExp(name) })
    .waitFor()
  await look(app, 'integrity-list')
  await page
    .getByRole('grid', { name: '廉政档案' })
    .getByRole('row', { name: new RegExp(name) })
    .dblclick()
  await page
    .getByRole('region', { name: '处分和组织处理' })
    .getByText(/撤销党内职务/)
    .waitFor()
  expect(await page.getByRole('region', { name: '信访核查结论' }).innerText()).toContain('未授权，不显示')
  await look(app, 'integrity-file')
  expect([...(await placesShown(page))]).toEqual(expect.arrayContaining(['领导干部监督', '处分和组织处理', '影响期', '廉政档案', '表彰奖励']))

  await regrant(app, [])
  const hidden = `${name}有影响期记录，请核实`
  const left = await placesShown(page)
  expect(left).toContain('表彰奖励')
  expect(['领导干部监督', ...secretPlaces].filter(place => left.has(place))).toEqual([])
  const untold = await awardFor(page, name)
  await untold.getByText(hidden).waitFor()
  expect(await untold.getByRole('link').count()).toBe(0)
  await leave(page)
  const grading = await excellent()
  await grading.getByText(hidden).waitFor()
  expect(await grading.innerText()).not.toContain('撤销')
  await leave(page)
  await goTo(page, '干部选拔任用')
  await page.getByRole('row', { name: /教务处副处长选拔/ }).dblclick()
  await hints.getByText(hidden).waitFor()
  expect(await page.getByRole('main').innerText()).not.toMatch(/撤销党内职务|第十一条/)

  // The address alone opens nothing, nor does the question past the screens.
  await go(page, `#/supervision/integrity/${personId}`)
  await page.getByRole('region', { name: '提示' }).waitFor({ state: 'hidden' })
  expect(await page.getByRole('main').innerText()).not.toMatch(/基本情况|登记年度更新/)
  expect(await ask(page, 'integrity.get', { personId })).toMatchObject({ ok: false, error: { code: 'session.forbidden' } })
})
