// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { importer } from '../../support/importing.ts'
import { showWindow } from '../../support/window.tsx'
import { idOf, type Row, writeWorkbook } from '../../support/workbook.ts'

/** An office with 王强 and 李芳, a workbook of study notes in the user's hand, and a window. */
async function officeWithNotes(at: string, rows: readonly Row[]) {
  const prepared = await importer()
  await prepared.branches('机电党支部')
  const roster: Row[] = [
    ['姓名', '身份证号', '支部'],
    ['王强', idOf('1979-05-23', 307), '机电党支部'],
    ['李芳', idOf('1993-01-26', 478), '机电党支部'],
  ]
  await prepared.write('people', await prepared.file([{ name: '花名册', rows: roster }]))
  const path = await writeWorkbook(prepared.folder, [{ name: '笔记', rows }])
  const saved = join(prepared.folder, 'saved.xlsx')
  const names: unknown[] = []
  const shown = showWindow(prepared, at, {
    'shell.chooseFile': () => ({ token: prepared.tokens.offer(path), name: basename(path), size: 9000 }),
    'shell.chooseSave': input => (names.push(input), { token: prepared.tokens.offer(saved), name: 'saved.xlsx' }),
  })
  return { ...prepared, ...shown, names, saved }
}

/** A button once it may be pressed: while rows are on their way it stands there and does nothing. */
const enabled = (name: string | RegExp) =>
  waitFor(() => {
    const button = screen.getByRole<HTMLButtonElement>('button', { name })
    expect(button.disabled).toBe(false)
    return button
  })

const headings = ['姓名', '检查时间', '笔记字数', '等次']
const otherRegisters = () => screen.findByRole('region', { name: '其他台账' }).then(card => within(card))

test('the import page lists the registers below; a workbook of one goes in and leads to its page', async () => {
  const { user, records } = await officeWithNotes('/import', [headings, ['王强', '2025.6.3', 8200, '优'], ['李芳', '20250603', 3100, '良']])
  const row = await (await otherRegisters()).findByRole('row', { name: /^学习笔记检查 学习教育 .*姓名、公民身份号码、检查日期.* 0 条/ })
  await user.click(within(row).getByRole('button', { name: '选择文件' }))
  await screen.findByRole('heading', { name: '导入学习笔记检查' })
  await user.click(await enabled(/^写入 2 行/))
  await screen.findByText('写入完成')
  expect((await records('studyNote')).map(note => note['characters']).toSorted()).toEqual([3100, 8200])
  await user.click(screen.getByRole('link', { name: '看学习笔记检查' }))
  await screen.findByRole('heading', { name: '学习笔记检查' })
  expect(await screen.findByText(/^其他年度有 2 条，最近的是 2025-06-03。/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '看 2025 年' }))
  expect(await screen.findByText('8200')).toBeTruthy()
})

test('an empty register offers the import; whoever is not on the roster stands under the row, by the name of the column', async () => {
  const { user, records } = await officeWithNotes('/registers/studyNote', [headings, ['王强', '2025.6.3', 8200, '优'], ['周一', '20250603', 3100, '良']])
  await user.click(await screen.findByRole('link', { name: '导入学习笔记检查' }))
  await screen.findByRole('heading', { name: '导入学习笔记检查' })
  expect(screen.getByText(/^一行一条。按姓名（或公民身份号码）、检查日期认/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '选择文件' }))
  const preview = within(await screen.findByRole('region', { name: '逐行预览' }))
  const body = (await preview.findByText('周一')).closest('tbody')
  expect(body?.rows[1]?.textContent).toMatch(/^姓名花名册里没有“周一”/)
  expect([...(body?.querySelectorAll('.framed') ?? [])].map(cell => cell.textContent)).toEqual(['周一'])
  await user.click(await enabled('只写无误的 1 行'))
  await screen.findByText('写入完成')
  expect(await records('studyNote')).toHaveLength(1)
})

test('the template of a register is handed out under its name', async () => {
  const { user, names } = await officeWithNotes('/import', [headings])
  const row = await (await otherRegisters()).findByRole('row', { name: /^学习笔记检查/ })
  await user.click(within(row).getByRole('button', { name: '领取空白模板' }))
  await screen.findByText('已存为“saved.xlsx”')
  expect(names).toMatchObject([{ name: '学习笔记检查（空白）.xlsx' }])
})
