// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../main/files/workbook.ts'
import { type OwnImport, ownImports } from '../../../shared/api/import.ts'
import { importer } from '../../support/importing.ts'
import { showWindow } from '../../support/window.tsx'
import { idOf, type Row, writeWorkbook } from '../../support/workbook.ts'

const heading = ['姓名', '公民身份号码', '所在党支部', '人员类别', '加入党组织日期']
const good = (name: string, sequence: number, branch = '机关第一党支部') => [name, idOf('1990-03-07', sequence), branch, '正式党员', '2014-06-20']

/** An office with one branch, a window on 数据导入, and the user's hand on the file dialog. */
async function officeWithBranch() {
  const prepared = await importer()
  await prepared.branches('机关第一党支部')
  let chosen = ''
  const saved = join(prepared.folder, 'saved.xlsx')
  const shown = showWindow(prepared, '/import', {
    'shell.chooseFile': () => ({ token: prepared.tokens.offer(chosen), name: basename(chosen), size: 46 * 1024 }),
    'shell.chooseSave': () => ({ token: prepared.tokens.offer(saved), name: 'saved.xlsx' }),
  })
  const choose = async (kind: OwnImport, path: string) => {
    chosen = path
    const label = ownImports[kind]
    await shown.user.click(within(await screen.findByRole('region', { name: label })).getByRole('button', { name: '选择文件' }))
    await screen.findByRole('heading', { name: `导入${label}` })
  }
  const roster = (...rows: readonly Row[]) => writeWorkbook(prepared.folder, [{ name: '花名册', rows: [['党员花名册'], heading, ...rows] }])
  const people = async () => (await prepared.call('records.list', { type: 'person', limit: 1 })).total
  return { ...prepared, ...shown, saved, choose, roster, people }
}

/** A button once it may be pressed: while rows are on their way it stands there and does nothing. */
const enabled = (name: string | RegExp) =>
  waitFor(() => {
    const button = screen.getByRole<HTMLButtonElement>('button', { name })
    expect(button.disabled).toBe(false)
    return button
  })
const writeButton = () => enabled(/^写入 1 行/)

const preview = () => screen.findByRole('region', { name: '预览' }).then(card => within(card))
const count = async (label: string) => (await preview()).getByRole('button', { name: new RegExp(`${label}$`) }).querySelector('b')?.textContent
/** Samples of the mapping show names too: what is meant is the rows. Asked for anew each time: another filter is another table. */
const rows = () => within(screen.getByRole('region', { name: '逐行预览' }))
const bodyOf = (text: string) => waitFor(() => rows().getByText(text).closest('tbody'))

test('a roster with faults is previewed with each fault under its row, the cell framed, and nothing is written', async () => {
  const { choose, roster, people } = await officeWithBranch()
  const wrong = idOf('1990-03-07', 3)
  const path = await roster(good('程雅琴', 1), good('沈倩', 5, '建工系学生支部'), [
    '尹航',
    `${wrong.slice(0, 17)}${wrong.endsWith('1') ? '2' : '1'}`,
    '机关第一党支部',
    '正式党员',
    '2014-06-20',
  ])
  await choose('people', path)
  await waitFor(async () => expect(await count('读取')).toBe('3'))
  expect([await count('新增'), await count('有误')]).toEqual(['1', '2'])
  const unknown = await bodyOf('沈倩')
  expect(rows().queryByText('程雅琴')).toBeNull()
  expect(unknown?.rows[1]?.textContent).toMatch(/^所在党支部.*没有“建工系学生支部”/)
  expect([...(unknown?.querySelectorAll('.framed') ?? [])].map(cell => cell.textContent)).toEqual(['建工系学生支部'])
  expect((await bodyOf('尹航'))?.rows[1]?.textContent).toMatch(/^公民身份号码校验位应为/)

  expect(screen.getByText('未写入任何一行')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^改完再写/ }).disabled).toBe(true)
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
  expect(await people()).toBe(0)
})

/** The first row's offer to put its branch right. */
const repair = () => waitFor(() => within(rows().getAllByRole('row')[2] ?? document.body).getByRole('button', { name: '都认作“机关第一党支部”' }))

test('a name that can only be one branch is put right in every row with one click, and a row is left out with Delete', async () => {
  const { user, choose, roster, people } = await officeWithBranch()
  const path = await roster(good('程雅琴', 1, '机管第一党支部'), good('沈倩', 5, '机管第一党支部'), ['尹航', '123', '机关第一党支部', '正式党员', '2014-06-20'])
  await choose('people', path)
  await waitFor(async () => expect(await count('有误')).toBe('3'))
  await user.click(await repair())
  await waitFor(async () => expect(await count('有误')).toBe('1'))
  const bar = within(await screen.findByRole('list', { name: '已定的更正' }))
  expect(bar.getByText(/^凡写“机管第一党支部”的，认作/)).toBeTruthy()
  await user.click(bar.getByRole('button', { name: '不再认作机关第一党支部' }))
  await waitFor(async () => expect(await count('有误')).toBe('3'))
  await user.click(await repair())
  await waitFor(async () => expect(await count('有误')).toBe('1'))
  await user.click(await waitFor(() => rows().getByText('尹航')))
  screen.getByRole('region', { name: '逐行预览' }).focus()
  await user.keyboard('{Delete}')
  await waitFor(async () => expect(await count('读取')).toBe('2'))
  expect(screen.getByText(/^略去/).textContent).toBe('略去 1 行：第 5 行')
  await user.click(await enabled(/^写入 2 行/))
  await screen.findByText('写入完成')
  expect(await people()).toBe(2)
})

test('只写无误的行 writes them and no other; the rest can be taken out with the reason beside each', async () => {
  const { user, choose, roster, people, saved } = await officeWithBranch()
  await choose('people', await roster(good('程雅琴', 1), good('罗思雨', 7), good('沈倩', 5, '建工系学生支部')))
  await user.click(await enabled('只写无误的 2 行'))
  await screen.findByText('写入完成')
  expect(await people()).toBe(2)
  expect(screen.getByText(/还有 1 行有误，没有写入/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '导出有误的 1 行' }))
  await screen.findByText(/已把有误的 1 行存为/)
  const { sheets } = await readWorkbook(saved)
  const text = JSON.stringify(sheets[0]?.rows)
  expect(text).toContain('沈倩')
  expect(text).toContain('没有“建工系学生支部”')
  expect(text).not.toContain('程雅琴')
})

test('a clean file is shown whole at once and written by Ctrl Enter; the next import shows what changed, before and after', async () => {
  const { user, choose, roster, people } = await officeWithBranch()
  await choose('people', await roster(good('程雅琴', 1), good('罗思雨', 7)))
  await bodyOf('程雅琴')
  await enabled(/^写入 2 行/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('写入完成')
  expect(await people()).toBe(2)
  expect(screen.getByText(/导入不能整批撤销/)).toBeTruthy()

  await user.click(screen.getByRole('link', { name: '数据导入' }))
  expect((await screen.findByRole('region', { name: '党员花名册' })).textContent).toContain('现有2人')
  await choose('people', await roster([...good('程雅琴', 1).slice(0, 4), '2015-06-20'], good('罗思雨', 7)))
  const line = (await bodyOf('程雅琴'))?.rows[1]
  expect(line?.querySelector('s')?.textContent).toBe('2014-06-20')
  expect(line?.querySelector('b')?.textContent).toBe('2015-06-20')
  expect(rows().queryByText('罗思雨')).toBeNull()
  await user.click((await preview()).getByRole('button', { name: /无变化$/ }))
  expect(await bodyOf('罗思雨')).toBeTruthy()
})

test('a column that the program is not sure of is asked, and the answer is remembered for the next file with these headings', async () => {
  const { user, choose, folder } = await officeWithBranch()
  const file = () => writeWorkbook(folder, [{ name: '花名册', rows: [[...heading.slice(0, 4), '具体入党时间'], good('程雅琴', 1)] }])
  await choose('people', await file())
  await screen.findByText(/^“具体入党时间”像/)
  await user.click(screen.getByRole('button', { name: '不导入这一列' }))
  await waitFor(() => expect(screen.queryByText(/“具体入党时间”像/)).toBeNull())
  expect(await screen.findByText(/1 列不导入/)).toBeTruthy()
  await user.click(await writeButton())
  await screen.findByText('写入完成')

  await user.click(screen.getByRole('link', { name: '数据导入' }))
  await choose('people', await file())
  expect(await screen.findByText(/已套用上次的对应/)).toBeTruthy()
  expect(screen.queryByText(/“具体入党时间”像/)).toBeNull()
  await user.click(screen.getByRole('button', { name: '改回程序认出的' }))
  expect(await screen.findByText(/“具体入党时间”像/)).toBeTruthy()
})

test('a mapping changed by hand is previewed at once, and a required column without one is said', async () => {
  const { user, choose, folder } = await officeWithBranch()
  await choose('people', await writeWorkbook(folder, [{ name: '花名册', rows: [['代号', ...heading.slice(1)], good('程雅琴', 1)] }]))
  expect(await screen.findByText(/必填的“姓名”还没有列对应/)).toBeTruthy()
  await user.click(screen.getByRole('combobox', { name: '“代号”写到' }))
  await user.click(await screen.findByRole('option', { name: '姓名' }))
  await waitFor(() => expect(screen.queryByText(/必填的“姓名”/)).toBeNull())
  expect(await screen.findByRole('button', { name: /^写入 1 行/ })).toBeTruthy()
})

test.each([
  ['旧版.xls', 'D0CF11E0A1B11AE1', '另存为“Excel 工作簿（*.xlsx）”后再导入'],
  ['坏了.xlsx', '504B03040000', '没有写入任何内容'],
])('%s is refused with what to do, and another file can be chosen', async (name, hex, says) => {
  const { choose, folder } = await officeWithBranch()
  const path = join(folder, name)
  await writeFile(path, Buffer.from(hex, 'hex'))
  await choose('people', path)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain(name)
  expect(alert.textContent).toContain(says)
  expect(within(alert).getByRole('button', { name: '换一个文件' })).toBeTruthy()
})

test('a workbook without headings stops at 认表头 and says so', async () => {
  const { choose, folder } = await officeWithBranch()
  await choose('people', await writeWorkbook(folder, [{ name: '说明', rows: [['请认真填写'], ['谢谢']] }]))
  expect(await screen.findByText('没有一张表认出了表头。')).toBeTruthy()
  expect(screen.getByText('认表头', { selector: 'li' }).getAttribute('aria-current')).toBe('step')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一步' }).disabled).toBe(true)
})

test('the sheets of one layout are mapped together, and the sheets page lists what was found on each', async () => {
  const { user, choose, folder } = await officeWithBranch()
  const sheetOf = (person: Row) => [['党员花名册'], heading, person, ['合计', '1人']]
  await choose(
    'people',
    await writeWorkbook(folder, [
      { name: '一支部', rows: sheetOf(good('程雅琴', 1)) },
      { name: '二支部', rows: sheetOf(good('罗思雨', 7)) },
      { name: '说明', rows: [['请认真填写']] },
    ]),
  )
  await bodyOf('程雅琴')
  expect(screen.getAllByRole('combobox', { name: /写到$/ })).toHaveLength(heading.length)
  expect(screen.getByText(/认出 2 张表的标题行，1 张不导入。略过：2 行表题、2 行合计/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '上一步' }))
  const found = await screen.findByRole('region', { name: '认表头' })
  expect(within(found).getByRole('row', { name: /^二支部 已认出 第 2 行 1 5 \/ 5/ })).toBeTruthy()
  expect(within(found).getByRole('row', { name: /^说明 没有认出/ })).toBeTruthy()
})

test('a long file is previewed page by page as one scrolls, with faults between rows that have none', async () => {
  const { user, choose, roster } = await officeWithBranch()
  const branch = (i: number) => (i % 7 === 3 ? '没有的支部' : '机关第一党支部')
  await choose(
    'people',
    await roster(
      ...Array.from({ length: 1200 }, (_, i) => [`第${i + 1}人`, idOf(`19${70 + (i % 20)}-03-07`, (i % 900) + 1), branch(i), '正式党员', '2014-06-20']),
    ),
  )
  await waitFor(async () => expect(await count('读取')).toBe('1200'))
  await user.click((await preview()).getByRole('button', { name: /^1200/ }))
  const frame = await screen.findByRole('region', { name: '逐行预览' })
  const inView = () => [...frame.querySelectorAll('tbody > tr:not(.import-line) > td:first-child')].map(cell => Number(cell.textContent)).filter(row => row > 0)
  const scrollTo = (top: number) => {
    frame.scrollTop = top
    fireEvent.scroll(frame)
  }
  await waitFor(() => expect(inView()).toContain(3))
  // The heights of rows that were not seen yet are taken for 34 pixels each.
  scrollTo(34 * 1100)
  await waitFor(() => expect(Math.min(...inView())).toBeGreaterThan(900))
  scrollTo(34 * 600)
  await waitFor(() => expect(Math.max(...inView())).toBeLessThan(700))
  scrollTo(0)
  await waitFor(() => expect(inView()).toContain(3))
})

test('an empty template to hand out is saved where the user says', async () => {
  const { user, saved } = await officeWithBranch()
  await user.click(within(await screen.findByRole('region', { name: '党员花名册' })).getByRole('button', { name: '领取空白模板' }))
  await screen.findByText('已存为“saved.xlsx”')
  expect((await readFile(saved)).subarray(0, 2).toString()).toBe('PK')
})

test('after the roster its result leads on to the hours, and to the people and the hours there are', async () => {
  const { user, choose, roster } = await officeWithBranch()
  await choose('people', await roster(good('程雅琴', 1)))
  await user.click(await writeButton())
  await screen.findByText('写入完成')
  const steps = [...(screen.getByText('写入完成').parentElement?.querySelectorAll('a') ?? [])]
  expect(steps.map(link => [link.textContent, link.getAttribute('href')])).toEqual([
    ['接着导学时', '#/import/study'],
    ['看人员', '#/people'],
    ['看学时', '#/study'],
  ])
  await user.click(screen.getByRole('link', { name: '接着导学时' }))
  await screen.findByRole('heading', { name: '导入学时登记' })
  expect(screen.getByRole('button', { name: '选择文件' })).toBeTruthy()
})

test('after last year’s hours the result opens the hours of that year', async () => {
  const { user, choose, folder, write, roster, tokens } = await officeWithBranch()
  await write('people', tokens.offer(await roster(good('程雅琴', 1))))
  const lines = [
    ['姓名', '公民身份号码', '活动名称', '开始日期', '结束日期', '学时'],
    ['程雅琴', idOf('1990-03-07', 1), '七一专题党课', '2025-07-01', '2025-07-01', 4],
  ]
  await choose('study', await writeWorkbook(folder, [{ name: '学时', rows: lines }]))
  await user.click(await writeButton())
  await user.click(await screen.findByRole('link', { name: '看学时（2025 年）' }))
  expect((await screen.findByRole('group', { name: '年度' })).textContent).toContain('2025')
  expect((await screen.findByRole('link', { name: /^达标率/ })).textContent).toContain('0 / 1 人应学')
})

test('after the organizations their result leads on to the roster', async () => {
  const { user, choose, folder } = await officeWithBranch()
  await choose('organizations', await writeWorkbook(folder, [{ name: '党组织', rows: [['党组织名称'], ['机关第二党支部']] }]))
  await user.click(await writeButton())
  await user.click(await screen.findByRole('link', { name: '接着导花名册' }))
  await screen.findByRole('heading', { name: '导入党员花名册' })
})
