// @vitest-environment jsdom
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { appraised } from './office.ts'

test('a round’s count sheets go out from its page, come back filled, and say at the row what does not agree', async () => {
  const { show, folder, tokens, whole } = await appraised()
  const place = join(folder, '计票表')
  mkdirSync(place)
  const path = join(place, '建筑工程系教工党支部2026年度民主评议党员测评计票表.xlsx')
  const { user } = show('/ballots', {
    'shell.chooseFolder': () => ({ token: tokens.offer(place), path: place }),
    'shell.chooseFile': () => ({ token: tokens.offer(path), name: '计票表.xlsx', size: 9000 }),
  })
  const tools = within(await screen.findByRole('group', { name: '2026 年度民主评议党员测评' }))
  for (const form of ['测评票', '汇总表', '登记表']) expect(tools.getByRole('button', { name: form })).toBeTruthy()
  await user.click(tools.getByRole('button', { name: '发计票表' }))
  const dialog = within(await screen.findByRole('dialog', { name: '发计票表' }))
  await dialog.findByRole('checkbox', { name: '建筑工程系教工党支部' })
  await user.click(dialog.getByRole('checkbox', { name: '机关第一党支部' }))
  expect(dialog.getByText('1 次测评，每次一个文件')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: /^写到文件夹/ }))
  await screen.findByText(`已在“${place}”写好 1 份计票表`)
  expect(readdirSync(place)).toEqual(['建筑工程系教工党支部2026年度民主评议党员测评计票表.xlsx'])

  await fill(path, { 党员: [5, 5, 4, 1], 高志远: [4, 0], 程雅琴: [1, 4], 邓文涛: [0, 4], 叶国栋: [0, 4] })
  window.location.hash = '#/import/count'
  await user.click(await screen.findByRole('button', { name: '选择文件' }))
  expect(await screen.findByText(/程雅琴：1 \+ 4 \+ 0 \+ 0 = 5，比有效票多 1，请对票/)).toBeTruthy()
  expect(screen.queryByText('列的对应')).toBeNull()
  await fill(path, { 程雅琴: [0, 4] })
  await user.keyboard('{F5}')
  await user.click(await screen.findByRole('button', { name: /^写入 5 行/ }))
  await screen.findByText('写入完成')
  const { state, tallies, returns } = await whole()
  expect({ state, counted: tallies.length, valid: returns[0]?.valid }).toEqual({ state: 'counting', counted: 16, valid: 4 })
})

/** Writes figures beside a group or a name. */
async function fill(path: string, figures: Readonly<Record<string, readonly number[]>>): Promise<void> {
  const workbook = await new Workbook().xlsx.readFile(path)
  const page = workbook.getWorksheet('计票表')
  if (!page) throw new Error('no sheet')
  for (const [who, numbers] of Object.entries(figures)) {
    const row = Array.from({ length: page.rowCount }, (_, i) => i + 1).find(
      r => /^[RT] /.test(String(page.getCell(r, 1).value ?? '')) && [2, 4].some(c => page.getCell(r, c).value === who),
    )
    numbers.forEach((n, i) => (page.getCell(row ?? 0, 6 + i).value = n))
  }
  await workbook.xlsx.writeFile(path)
}
