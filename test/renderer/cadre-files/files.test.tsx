// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSheet } from '../../../main/files/lrmx/read.ts'
import { officialFile } from '../../main/lrmx/files.ts'
import { idNumberOf, smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

/** An office with two people of one name and one more, a folder of files in the user's hand, and a window. */
async function officeWithFiles() {
  const t = await smallOffice()
  const [first, second] = [
    await t.member({ name: '李四', idNumber: idNumberOf(11), workPost: '教务处' }),
    await t.member({ name: '李四', idNumber: idNumberOf(13), workPost: '学工处' }),
  ]
  const zhao = await t.member({ name: '赵一鸣', idNumber: idNumberOf(15), nation: '汉族' })
  const folder = join(t.folder, '任免表')
  mkdirSync(folder)
  writeFileSync(join(folder, '李四.lrmx'), officialFile({ XingMing: '李四', ChuShengNianYue: '197912', JianKangZhuangKuang: '健康' }))
  writeFileSync(join(folder, '赵一鸣.lrmx'), officialFile({ XingMing: '赵一鸣', ChuShengNianYue: '197912', MinZu: '满族', XianRenZhiWu: '办公室主任' }))
  writeFileSync(join(folder, '坏.lrmx'), '<Person>')
  const out = join(t.folder, '导出')
  mkdirSync(out)
  const folders = [folder, out]
  const shown = showWindow(t, '/cadres/files', {
    'shell.chooseFolder': () => {
      const path = folders.shift() ?? out
      return { token: t.tokens.offer(path), path }
    },
  })
  const cadres = async () => (await t.call('records.list', { type: 'cadre', limit: 100 })).rows
  return { ...t, ...shown, out, first, second, zhao, cadres }
}

const panel = (name: string) => screen.findByRole('complementary', { name }).then(found => within(found))
const rowOf = (name: RegExp) => screen.findByRole('row', { name })

test('files of a folder are laid out one by one: who is meant is chosen, a difference is left out, a broken one is not imported, and 撤销 takes all of it back', async () => {
  const { user, call, cadres, second, zhao, out } = await officeWithFiles()
  await user.click(await screen.findByRole('button', { name: /^选择文件夹/ }))
  expect(await rowOf(/^有误 .*文件已损坏或没有拷贝完整/)).toBeTruthy()
  expect(screen.getByText('2 份有误或待认人，', { exact: false }).textContent).toBe('2 份有误或待认人，未写入任何一份')

  await user.click(await rowOf(/^待认人 李四/))
  const li = await panel('李四')
  await user.click(await li.findByRole('radio', { name: '李四　1979.12　学工处' }))
  await waitFor(async () => expect((await rowOf(/^新建 李四/)).textContent).toContain('学工处'))

  await user.click(await rowOf(/^新建 赵一鸣/))
  const one = await panel('赵一鸣')
  expect(one.getByText('汉族').tagName).toBe('S')
  await user.click(one.getByRole('checkbox', { name: '民族' }))
  expect(await one.findByText('取用 1 / 2 项')).toBeTruthy()

  await user.click(await rowOf(/^有误/))
  await user.click((await panel('文件')).getByRole('button', { name: '不导入这份' }))
  const write = await screen.findByRole('button', { name: /^写入 2 份/ })
  await waitFor(() => expect(write).toHaveProperty('disabled', false))
  await user.click(write)
  await screen.findByText('已写入 2 份')
  expect((await cadres()).map(row => row['personId']).toSorted()).toEqual([second, zhao].toSorted())
  expect((await call('records.get', { type: 'person', id: zhao })).record).toMatchObject({ nation: '汉族' })

  await user.click(await screen.findByRole('button', { name: /^导出到文件夹/ }))
  await screen.findByText(/^已导出 2 份任免表/)
  expect(readdirSync(out).toSorted()).toEqual(['李四.lrmx', '赵一鸣.lrmx'])
  await call('undo.last', {})
  expect(await cadres()).toEqual([])
})

test('a folder without files is told, and so is what has no cadres to export', async () => {
  const { user } = await officeWithFiles()
  await user.click(await screen.findByRole('button', { name: /^选择文件夹/ }))
  await rowOf(/^有误/)
  await user.click(screen.getByRole('button', { name: '放弃' }))
  expect(await screen.findByText(/还没有干部信息，先导入或登记/)).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: /^选择文件夹/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('里面没有 .lrmx、.lrm 或 .docx 文件')
})

test('one cadre’s sheet is saved from the cadre’s page as a file of the editor, with what it would cut off told before', async () => {
  const t = await smallOffice()
  const personId = await t.member({ name: '赵一鸣', idNumber: idNumberOf(15), nativePlace: '某'.repeat(19) })
  const cadreId = await t.add('cadre', { personId, currentPost: '办公室主任' })
  const file = join(t.folder, '赵一鸣.lrmx')
  const { user } = showWindow(t, `/cadres/${cadreId}`, { 'shell.chooseSave': () => ({ token: t.tokens.offer(file), name: '赵一鸣.lrmx' }) })
  await user.click(await screen.findByRole('button', { name: '任免审批表' }))
  await user.click(await screen.findByRole('menuitem', { name: '存为 .lrmx…' }))
  await screen.findByText(/赵一鸣：籍贯最多 18 字，现有 19 字/)
  await user.click(screen.getByRole('button', { name: '存为 .lrmx' }))
  await screen.findByText(/^已导出 1 份任免表/)
  expect(readSheet(readFileSync(file))).toMatchObject({ name: '赵一鸣', currentPost: '办公室主任' })
})
