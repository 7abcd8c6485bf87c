import { expect, test } from 'vitest'
import { behind, expected } from '../support/college.ts'
import { chooseOrganization, chooseYear, goTo, look, startAtCollege, words } from '../support/user.ts'

test('people by keyboard alone: found by initials, opened by Enter, the list walked by arrows', async () => {
  const app = await startAtCollege()
  const { page } = app
  await page.keyboard.press('Control+K')
  await page.keyboard.type('zgyg')
  await page.getByRole('option', { name: /诸葛英桂/ }).waitFor()
  await look(app, 'around-search')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '诸葛英桂' }).waitFor()

  await page.keyboard.press('Control+K')
  await page.keyboard.type('组织与人员')
  await page.keyboard.press('Enter')
  await page.getByRole('grid', { name: '人员列表' }).waitFor()
  await look(app, 'around-people')
  await page.keyboard.press('/')
  await page.keyboard.type('cjy')
  await expect.poll(async () => (await page.getByRole('grid', { name: '人员列表' }).getByRole('row').allInnerTexts()).map(words)).toHaveLength(3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '曹军怡' }).waitFor()
  await page.getByText('第 2 / 2 人').waitFor()
  await page.keyboard.press('[')
  await page.getByText('第 1 / 2 人').waitFor()
})

test('in a small window the drawer beside a list of people leaves its columns in sight', async () => {
  const app = await startAtCollege()
  const { page } = app
  await page.setViewportSize({ width: 1366, height: 768 })
  await goTo(page, '组织与人员')
  const list = page.getByRole('grid', { name: '人员列表' })
  await list.getByRole('row').filter({ hasText: '曹然' }).click()
  const drawer = page.getByRole('complementary', { name: '人员' })
  await drawer.getByRole('heading', { name: '曹然' }).waitFor()
  await look(app, 'around-people-drawer')
  const [edge, head] = [await drawer.boundingBox(), await list.getByRole('columnheader', { name: '学时' }).boundingBox()]
  expect((head?.x ?? NaN) + (head?.width ?? NaN)).toBeLessThan(edge?.x ?? NaN)
  // What does not fit beside the drawer is scrolled to, and does not lie under it.
  const last = list.getByRole('columnheader').last()
  await last.scrollIntoViewIfNeeded()
  const end = await last.boundingBox()
  expect((end?.x ?? NaN) + (end?.width ?? NaN)).toBeLessThan(edge?.x ?? NaN)
})

test('year and organization change what a page shows, not which page it is', async () => {
  const app = await startAtCollege()
  const { page } = app
  const branch = '信息工程系学生党支部'
  await goTo(page, '活动与签到')
  await chooseYear(page, expected.year)
  await page.getByRole('heading', { name: '活动与签到' }).waitFor()
  await chooseOrganization(page, branch)
  await page.getByRole('heading', { name: '活动与签到' }).waitFor()
  await page.getByText(`${branch} ${expected.year} 年`).waitFor()
  await look(app, 'around-activities')

  await goTo(page, '学时')
  const figures = expected.byBranch[branch]
  await page.getByRole('link', { name: `${figures?.met} / ${figures?.required} 人应学` }).waitFor()
  await page.getByRole('grid', { name: '月份 × 党员' }).getByRole('row').filter({ hasText: '冯兰桂' }).waitFor()
  await look(app, 'around-branch')
  await page.getByRole('link', { name: '全部打开' }).click()
  const short = (people: number | undefined) => page.getByRole('button', { name: new RegExp(`^未达标\\s*${people}$`), pressed: true }).waitFor()
  await short(behind.filter(p => p.branch === branch).length)
  await chooseYear(page, expected.year + 1)
  await page.getByText(`${branch} ${expected.year + 1} 年人员`).waitFor()
  await short(figures?.required)
  await look(app, 'around-year')
})
