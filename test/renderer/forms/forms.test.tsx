// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { createTestApp } from '../../support/app.ts'
import { importer } from '../../support/importing.ts'
import { showWindow } from '../../support/window.tsx'

// jsdom has no fonts to wait for.
beforeAll(() => void Object.defineProperty(document, 'fonts', { configurable: true, value: { load: async () => [], ready: Promise.resolve() } }))

type Printer = NonNullable<NonNullable<Parameters<typeof createTestApp>[0]>['printer']>

/** The college of the fixtures in December 2025, with its organizations, members and hours. */
async function college(at: string, printer?: Printer) {
  const prepared = await importer({ today: '2025-12-20', ...(printer ? { printer } : {}) })
  await prepared.write('organizations', prepared.fixture('organizations.xlsx'))
  await prepared.write('people', prepared.fixture('roster.xlsx'))
  await prepared.write('study', prepared.fixture('study.xlsx'))
  const saved = (name: string) => join(prepared.folder, name)
  const shown = showWindow(prepared, at, {
    'shell.chooseSave': input => {
      const name = typeof input === 'object' && input !== null && 'name' in input ? String(input.name) : ''
      return { token: prepared.tokens.offer(saved(name)), name }
    },
  })
  return { ...prepared, ...shown, saved }
}

const pages = async () => within(await screen.findByRole('document', { name: '打印预览' }))
const choose = async ({ user }: Awaited<ReturnType<typeof college>>, form: RegExp) => user.click(await screen.findByRole('option', { name: form }))

test('the preview is the form itself, for the organization and the year of the top bar', async () => {
  const { user } = await college('/forms')
  expect(await (await pages()).findByRole('heading', { name: '党员年度培训学习情况统计表' })).toBeTruthy()
  expect((await pages()).getByText('年度：2025年')).toBeTruthy()
  expect(screen.getByText('先排前 120 人，打印时共 150 人，页数以打印为准')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '上一年度' }))
  await waitFor(async () => expect((await pages()).getByText('年度：2024年')).toBeTruthy())
})

test('a preview that is cut short says what it shows and no number of pages; a whole one numbers its pages', async () => {
  const opened = await college('/forms')
  await (await pages()).findByRole('heading')
  // Nothing has a height here, so how many pages there are means nothing.
  const foots = async () => {
    const all = [...(await screen.findByRole('document', { name: '打印预览' })).querySelectorAll('footer')].map(foot => foot.textContent ?? '')
    return [...new Set(all.map(foot => foot.replaceAll(/\d+ 页/g, 'n 页')))]
  }
  expect(await foots()).toEqual(['预览第 n 页　前 120 人，共 150 人'])
  await choose(opened, /个人学习档案/)
  await (await pages()).findAllByRole('heading', { name: /学习档案/ })
  await waitFor(async () => expect(await foots()).toEqual(['第 n 页　共 n 页']))
  expect(screen.getByText('先排前 5 份，打印时共 150 份，页数以打印为准')).toBeTruthy()
  const { user } = opened
  await choose(opened, /培训学习情况统计表/)
  await user.keyboard('{Alt>}1{/Alt}')
  await user.type(await screen.findByRole('textbox', { name: '找组织' }), '机关第一党支部')
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await foots()).toEqual(['第 n 页　共 n 页']))
  expect(screen.getByText(/^\d+ 页，\d+ 人$/)).toBeTruthy()
})

test('Ctrl P prints the form in hand, and the register says who printed what, when and where', async () => {
  const { user, printed } = await college('/forms?form=studyShort')
  await (await pages()).findAllByRole('heading', { name: '党员学时未达标人员名单' })
  await user.keyboard('{Control>}p{/Control}')
  await screen.findByText(/^已送打印机：党员学时未达标人员名单/)
  expect(printed.map(job => job.template)).toEqual(['studyShort'])
  await user.click(screen.getByRole('radio', { name: '打印与导出登记' }))
  const row = await screen.findByRole('row', { name: /党员学时未达标人员名单/ })
  expect(row.textContent).toMatch(/2025-12-20.*经办人打印.*测试机/)
})

test('a PDF and a workbook are saved where the user says, under a name that says what they are', async () => {
  const { user, saved, printed } = await college('/forms')
  await (await pages()).findByRole('heading')
  await user.click(screen.getByRole('button', { name: '存为 PDF' }))
  await screen.findByText(/^已存为“党员年度培训学习情况统计表（2025年.*）\.pdf”/)
  expect((await readFile(saved('党员年度培训学习情况统计表（2025年临江工业职业学院党委）.pdf'))).toString('latin1')).toMatch(/^%PDF/)
  expect(printed).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: '存为 Excel' }))
  await screen.findByText(/^已存为“.*\.xlsx”，150 行/)
  expect((await readFile(saved('党员年度培训学习情况统计表（2025年临江工业职业学院党委）.xlsx'))).subarray(0, 2).toString()).toBe('PK')
})

test('archives are made for everyone, for those who are short, or for some by name', async () => {
  const opened = await college('/forms')
  const { user, printed } = opened
  await choose(opened, /个人学习档案/)
  expect(await screen.findByText(/打印时共 150 份/)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: '未达标' }))
  const short = await screen.findByText(/人还没有达标$/)
  const owing = Number(short.textContent?.match(/\d+/)?.[0])
  expect(owing).toBeGreaterThan(0)
  await user.click(screen.getByRole('radio', { name: '指定人员' }))
  expect(await screen.findByText('加上要打印的人。')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^打印 ?Ctrl P$|^打印$/ }).disabled).toBe(true)
  await user.type(screen.getByRole('combobox', { name: '加人' }), '曹然')
  await user.click(await screen.findByRole('option', { name: /曹然/ }))
  expect(await within(await screen.findByRole('list', { name: '要打印的人' })).findByText('曹然')).toBeTruthy()
  await waitFor(async () => expect((await pages()).getByText(/^曹\s然$/)).toBeTruthy())
  await user.keyboard('{Control>}p{/Control}')
  await screen.findByText(/^已送打印机/)
  expect(JSON.stringify(printed[0]?.props)).not.toContain('孙雅刚')
})

test('a sign-in sheet asks for an activity, and has as many blank rows as one says', async () => {
  const opened = await college('/forms?form=signIn')
  const { user } = opened
  expect(await screen.findByText('选一次学习活动，右边就是它的签到表。')).toBeTruthy()
  await user.click(screen.getByRole('combobox', { name: /学习活动/ }))
  await user.click((await screen.findAllByRole('option', { name: /2025-12/ }))[0] ?? document.body)
  expect(await (await pages()).findByRole('heading', { name: '会议（培训）签到表' })).toBeTruthy()
  // 21 are expected: the sheet is filled up to its 40 places.
  expect([(await pages()).queryAllByText('40').length, (await pages()).queryAllByText('41').length]).toEqual([1, 0])
  await user.type(screen.getByLabelText('空白行'), '201')
  expect(await screen.findByText('填 0 到 200 的整数')).toBeTruthy()
  await user.type(screen.getByLabelText('空白行'), '{Backspace}')
  await waitFor(async () => expect((await pages()).getByText('41')).toBeTruthy())
})

test('where there is nothing to print it says so, and nothing can be printed', async () => {
  const prepared = await createTestApp()
  showWindow(prepared, '/forms')
  expect(await screen.findByText('没有可打印的内容')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '存为 PDF' }).disabled).toBe(true)
})

test('a printer that is not there is told in a sentence, and the page stays as it was', async () => {
  const out = () => Promise.reject(new AppError('printer.unavailable', { why: '没有可用的打印机' }))
  const { user } = await college('/forms', { pdf: out, paper: out })
  await (await pages()).findByRole('heading')
  await user.keyboard('{Control>}p{/Control}')
  expect((await screen.findByRole('alert')).textContent).toContain('打印没有完成：没有可用的打印机。')
  expect(await (await pages()).findByRole('heading')).toBeTruthy()
})
