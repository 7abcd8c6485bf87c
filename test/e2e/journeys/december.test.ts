import { basename, join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RunningApp } from '../../../build/running-app.ts'
import { behind, expected, office } from '../support/college.ts'
import { readPdf } from '../support/pdf.ts'
import { chooseYear, goTo, look, startAtCollege, words } from '../support/user.ts'

/** The office at the end of the year, on its dashboard. */
async function december(): Promise<RunningApp> {
  const app = await startAtCollege()
  await goTo(app.page, '学时')
  await chooseYear(app.page, expected.year)
  return app
}

const people = (page: Page): Locator => page.getByRole('grid', { name: '人员' })

/** From 未达标 on the dashboard to the list behind it. */
async function openShort(page: Page): Promise<void> {
  await page.getByRole('link', { name: `未达标 ${behind.length} 人` }).click()
  await people(page).getByRole('row').nth(2).waitFor()
}

/** Name, branch, hours, target and what is missing of each row in sight. */
async function listed(page: Page): Promise<readonly string[]> {
  const rows = await people(page).getByRole('row').allInnerTexts()
  return rows.slice(1).map(row => words(row).replace(/^(\S+) (\S+) .* ([\d.]+) ([\d.]+) ([\d.]+) \d+ 次 未达标$/, '$1 $2 $3/$4 差 $5'))
}

/** Chooses a way in the menu of a form's button, and where the file goes. What the program says of it. */
async function save(app: RunningApp, button: Locator, way: '存为 PDF' | '存为 Excel', file: string): Promise<string> {
  await app.chooseNextSave(file)
  await button.click()
  await app.page.getByRole('menuitem', { name: way }).click()
  const said = app.page.getByRole('status').filter({ hasText: `已存为“${basename(file)}”` })
  await said.waitFor()
  return words(await said.innerText())
}

test('from the figure to the list, to the person, to the records and the clause', async () => {
  const app = await december()
  const { page } = app
  await openShort(page)
  await look(app, 'december-list')
  const worst = behind.toSorted((a, b) => b.target - b.hours - (a.target - a.hours))
  const says = worst.map(p => `${p.name} ${p.branch} ${p.hours}/${p.target} 差 ${p.target - p.hours}`)
  const rows = await listed(page)
  expect(rows.length).toBeGreaterThan(10)
  expect(says).toEqual(expect.arrayContaining([...rows]))
  expect(rows[0]).toBe('冯兰桂 信息工程系学生党支部 6/56 差 50')
  expect(words(await page.getByRole('main').innerText())).toContain(`${behind.length} 人`)

  await people(page).getByRole('gridcell', { name: '预备党员' }).first().click()
  const panel = page.getByRole('complementary', { name: '学时明细' })
  await panel.getByText('差 50 学时，缺课 2 次').waitFor()
  await look(app, 'december-person-panel')
  const why = words(await panel.innerText())
  expect(why).toContain('书记和班子成员：每年 56 学时')
  expect(why).toContain('《2019—2023年全国党员教育培训工作规划》')
  expect(why).toContain('计入 4 次，6 学时')
  expect(why).toContain('2025-10 集中培训9 集中培训，10-14—10-16，缺勤，不计学时 0')

  await panel.getByRole('button', { name: '打开档案' }).click()
  await page.getByText(`第 1 / ${behind.length} 人`).waitFor()
  await page.getByRole('tab', { name: '学时' }).click()
  const record = page.getByRole('row').filter({ hasText: '2025-10 集中培训9' })
  expect(words(await record.innerText())).toBe('10-14 至 10-16 2025-10 集中培训9 集中培训 缺勤 24 0 缺勤，不计学时')
  await look(app, 'december-person')
  await record.getByRole('link').click()
  await page.getByRole('heading', { name: '2025-10 集中培训9' }).waitFor()
  await page.getByRole('button', { name: /^缺勤/ }).click()
  await page.getByRole('grid', { name: '参训名单' }).getByRole('row').filter({ hasText: '冯兰桂' }).waitFor()
  await look(app, 'december-activity')

  for (const place of ['参训记录', '学时明细']) {
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByLabel(place).waitFor()
  }
  expect((await listed(page))[0]).toBe(rows[0])
})

test('what the inspectors ask for: lists by branch, archives, the table of the year, and a register of all of it', async () => {
  const app = await december()
  const { page, folder } = app
  const lists = join(folder, '未达标人员名单.pdf')
  expect(await save(app, page.getByRole('button', { name: '未达标名单' }), '存为 PDF', lists)).toBe('已存为“未达标人员名单.pdf”，6 页')
  const short = readPdf(lists)
  const branches = Object.keys(expected.byBranch)
  expect(short.pages).toBe(branches.length)
  for (const [i, text] of short.texts?.entries() ?? []) {
    expect(text).toContain(`党支部：${branches[i]}`)
    for (const { name, target, hours } of behind.filter(p => p.branch === branches[i]))
      expect(text).toMatch(new RegExp(`${name}\\D*${target}${hours}${target - hours}`))
  }

  const table = join(folder, '统计表.xlsx')
  expect(await save(app, page.getByRole('button', { name: '统计表' }), '存为 Excel', table)).toBe(`已存为“统计表.xlsx”，${expected.people.length} 行`)
  expect(await verdicts(table)).toEqual(
    expected.people.map(p => `${p.branch} ${p.name} ${p.hours}/${p.target || '—'} ${p.target === 0 ? '免' : p.met ? '达标' : '未达标'}`).toSorted(),
  )

  await openShort(page)
  await page.getByRole('checkbox', { name: '选中全部' }).check()
  const chosen = page.getByRole('status').filter({ hasText: `已选 ${behind.length} 人` })
  await look(app, 'december-chosen')
  const archives = join(folder, '学习档案.pdf')
  const said = await save(app, chosen.getByRole('button', { name: '打印学习档案' }), '存为 PDF', archives)
  const { pages, texts } = readPdf(archives)
  expect(said).toBe(`已存为“学习档案.pdf”，${pages} 页`)
  const firsts = texts?.filter(text => text.includes('党员个人学习档案')) ?? []
  if (texts)
    expect(firsts.flatMap(text => /姓名(.+?)性别.*已完成([\d.]+)学时/.exec(text)?.slice(1).join(' ') ?? []).toSorted()).toEqual(
      behind.map(p => `${p.name} ${p.hours}`).toSorted(),
    )

  await goTo(page, '打印与导出')
  await page.getByText('先排前 120 人，打印时共 150 人，页数以打印为准').waitFor()
  await page.getByText('预览第 1 页　前 120 人，共 150 人').waitFor()
  await look(app, 'december-forms')
  await page.getByRole('radio', { name: '打印与导出登记' }).click()
  const register = page.getByRole('grid', { name: '打印与导出登记' }).getByRole('row')
  await register.nth(1).waitFor()
  await look(app, 'december-register')
  const lines = (await register.allInnerTexts()).slice(1).map(words)
  expect(lines).toEqual([
    expect.stringMatching(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 周敏 PDF 党员个人学习档案 2025年 ${office}，36 份，${pages} 页，学习档案.pdf `),
    expect.stringMatching(`周敏 Excel 党员年度培训学习情况统计表 2025年 ${office}，150 人，统计表.xlsx `),
    expect.stringMatching(`周敏 PDF 党员学时未达标人员名单 2025年 ${office}，6 个党支部，6 页，未达标人员名单.pdf `),
  ])
})

/** Branch, name, hours, target and verdict of everyone in the 统计表, by the alphabet. */
async function verdicts(file: string): Promise<readonly string[]> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(file)
  const sheet = workbook.getWorksheet(`${expected.year}年`)
  const branches = Object.keys(expected.byBranch)
  return Array.from({ length: sheet?.rowCount ?? 0 }, (_, i) => i + 1)
    .flatMap(r => {
      const [number = '', name, post = '', , target, done, ...rest] = Array.from({ length: 14 }, (_, c) => String(sheet?.getCell(r, c + 1).text ?? ''))
      return /^\d+$/.test(number) ? [`${branches.find(b => post.startsWith(b))} ${name} ${done}/${target} ${rest.at(-2)}`] : []
    })
    .toSorted()
}
