import { basename, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RunningApp } from '../../../build/running-app.ts'
import { readPdf } from '../support/pdf.ts'
import { goTo, look, startAtCollege, words } from '../support/user.ts'

const round = (page: Page): Locator => page.getByRole('group', { name: /年度民主评议党员测评$/ })
const list = (page: Page): Locator => page.getByRole('grid', { name: '测评列表' })

/** A form of the whole round as PDF: its pages and what stands on them. */
async function printed(app: RunningApp, label: string): Promise<ReturnType<typeof readPdf>> {
  const { page } = app
  const file = join(app.folder, `${label}.pdf`)
  await app.chooseNextSave(file)
  await round(page).getByRole('button', { name: label }).click()
  await page.getByRole('menuitem', { name: '存为 PDF' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: `已存为“${basename(file)}”` })
    .waitFor({ timeout: 30_000 })
  return readPdf(file)
}

/** Presses a row of keys, one after the other. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** A number and Enter, again and again. */
async function enter(page: Page, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await page.keyboard.type(String(number))
    await page.keyboard.press('Enter')
  }
}

test('民主评议 of a year: papers for every branch, counted by the keyboard alone, closed, concluded, on paper, and followed up', async () => {
  const app = await startAtCollege()
  const { page } = app
  await goTo(page, '评议、测评和票决')
  await page.getByRole('heading', { name: '评议、测评和票决' }).waitFor()
  await press(page, 'n')
  await page
    .getByRole('dialog')
    .getByText(/参评 \d+ 人，投票不定等次 \d+ 人/)
    .waitFor()
  await press(page, 'Control+Enter')
  await list(page).getByRole('row').nth(6).waitFor()
  const branches = (await list(page).getByRole('row').allInnerTexts()).slice(1).map(row => words(row).split(' ')[0] ?? '')
  await look(app, 'ballots-round')

  // A sheet of A4 for each voter: 139 who are graded and 11 预备党员 who vote. No name of a voter stands on any.
  const papers = await printed(app, '测评票')
  expect(papers.pages).toBe(150)
  for (const branch of branches) expect(papers.texts?.filter(text => text.includes(`党支部：${branch}`)).length ?? 1, branch).toBeGreaterThan(0)
  if (papers.texts) expect(papers.texts[0]).toContain('“优秀”等次一般不超过党员总数的三分之一（本支部不超过8名）')

  // From here to the last 封票 the mouse lies still.
  const counted = branches.slice(0, 2)
  await press(page, '/', 'ArrowDown', 'Enter')
  for (const [i, branch] of counted.entries()) {
    await page.getByText(`${branch} · 2026 年度 · 第 ${i + 1} / 6 个支部`).waitFor()
    const rows = Number(/参评 (\d+) 人/.exec(words(await page.getByRole('main').innerText()))?.[1])
    await countBranch(page, rows, i === 0)
    if (i === 0) {
      // One vote too many in the last cell: it is said, and the count stays open.
      await press(page, '1', 'Enter', 'Control+Enter')
      await page.getByRole('dialog', { name: '还不能封票' }).getByText('比有效票多 1，请对票').waitFor()
      await look(app, 'ballots-counted')
      await press(page, 'Escape')
      await press(page, '0', 'Enter')
    }
    await press(page, 'Control+Enter')
    await page.getByRole('dialog').getByText(`${rows} 行全部相符`).waitFor()
    await page.keyboard.type('唐立')
    await press(page, 'Tab')
    await page.keyboard.type('何雨晴')
    await press(page, 'Tab')
    await page.keyboard.type('许文博')
    await press(page, 'Control+Enter')
    await page.getByText('不再改动；有误的写明原因更正').waitFor()
    await press(page, ']')
  }

  await goTo(page, '评议、测评和票决')
  await list(page).getByRole('row', { name: counted[0] }).dblclick()
  await page.getByText('0 / 26 已评定').waitFor()
  // What the votes say is proposed as far as the cap lets it; who is left is for people.
  await press(page, 'Control+Enter')
  const all = page.getByRole('dialog')
  await all.getByText('优秀 8 人，合格 16 人，基本合格 1 人').waitFor()
  await press(page, 'Control+Enter')
  await page.getByText('25 / 26 已评定').waitFor()
  const row = (at: number) => page.getByRole('grid', { name: '组织评定' }).getByRole('row').nth(at)
  await row(9).getByRole('gridcell').nth(-2).click()
  await press(page, '1')
  await page.getByRole('dialog').getByText('优秀名额 8 名已满。改评一人，或写明超出的理由。').waitFor()
  await look(app, 'ballots-over-cap')
  await press(page, 'Escape')
  await row(9).getByRole('gridcell').nth(-2).click()
  await press(page, '2')
  await page.getByRole('dialog').getByText('按得票是“优秀”').waitFor()
  await page.keyboard.type('名额已满，支部委员会研究评为合格')
  await press(page, 'Control+Enter')
  await page.getByText('26 / 26 已评定').waitFor()
  await look(app, 'ballots-decided')

  await row(26).getByRole('gridcell').last().click()
  await page.getByRole('button', { name: '登记后续措施' }).click()
  await page
    .getByRole('dialog')
    .getByText(/^登记.+的后续措施$/)
    .waitFor()
  await press(page, 'Control+Enter')
  await page
    .getByRole('status')
    .filter({ hasText: /已登记.+的后续措施/ })
    .waitFor()

  await goTo(page, '评议、测评和票决')
  await page.getByRole('button', { name: '后续措施 1' }).waitFor()
  await list(page).getByRole('row', { name: counted[0] }).getByText('已评定').waitFor()
  const summary = await printed(app, '汇总表')
  expect(summary.pages).toBe(12)
  if (summary.texts) {
    const [first = '', second = ''] = summary.texts
    expect(first).toContain(`民主评议党员测评结果汇总表（2026年度）党支部（盖章）：${branches[0]}`)
    expect(first).toContain('发出26张收回26张有效25张无效1张')
    expect(first).toMatch(/9方松党员26251352\.01248\.000\.000\.0合格/)
    expect(second).toContain('优秀8人（上限8人），合格17人，基本合格1人，不合格0人')
  }
  const records = await printed(app, '登记表')
  expect(records.pages).toBe(150)
  if (records.texts) {
    const below = records.texts.filter(text => text.includes('评定为：基本合格'))
    expect(below.map(text => /姓名(.+?)性别/.exec(text)?.[1])).toEqual(['诸葛英桂'])
    expect(below[0]).toContain('应测评26人，实测评25人优秀0票合格2票基本合格23票不合格0票')
    expect(records.texts.filter(text => /评定为：(?:优秀|合格|基本合格)/.test(text))).toHaveLength(26)
  }
})

/** The figures of one branch: eight with nearly every vote for 优秀, a ninth with just over half, and at the end one below 合格. */
async function countBranch(page: Page, rows: number, many: boolean): Promise<void> {
  const valid = rows - 1
  await enter(page, [rows, rows, valid, 1])
  for (let row = 0; row < rows; row++) {
    const marks =
      many && row === rows - 1
        ? [0, 2, valid - 2, 0]
        : many && row < 8
          ? [valid - 2, 2, 0, 0]
          : many && row === 8
            ? [13, valid - 13, 0, 0]
            : [1, valid - 1, 0, 0]
    await enter(page, marks)
  }
}
