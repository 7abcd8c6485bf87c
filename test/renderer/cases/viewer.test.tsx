// @vitest-environment jsdom
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { behind } from '../../support/behind.ts'
import { smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

// jsdom shows no picture and has no addresses for bytes.
beforeAll(() => {
  URL.createObjectURL = () => 'blob:zugong/1'
  URL.revokeObjectURL = () => undefined
})

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** A case with three materials: a picture, a Word document and another picture, filed in another order than that of the steps. */
async function office() {
  const small = await smallOffice()
  const { call, add, tokens, folder } = small
  const { caseId } = await small.openCase('沈听澜', { owner: '周敏' })
  const file = async (step: string, name: string, fileName: string, bytes: Uint8Array, madeOn: string) => {
    const path = join(folder, fileName)
    writeFileSync(path, bytes)
    const { id } = await call('attachment.add', { file: tokens.offer(path) })
    await add('caseMaterial', { caseId, step, name, madeOn, file: id })
  }
  await file('talk', '谈话记录', '谈话.docx', Buffer.from('PK\x03\x04'), '2026-06-20')
  await file('application', '入党申请书', '申请书.png', png, '2026-06-01')
  await file('recommendation', '推优意见', '推优.png', png, '2026-10-08')
  return { small, ...showWindow(small, `/cases/${caseId}`) }
}

test('materials are looked at inside the program in the order of the steps, by keyboard, each with its fingerprint; the audit names them', async () => {
  const { user, small } = await office()
  await user.click(await screen.findByRole('option', { name: /递交入党申请书/ }))
  await user.click(await screen.findByRole('button', { name: '查看“入党申请书”' }))
  const viewer = await screen.findByRole('dialog', { name: '入党申请书' })
  expect(
    within(within(viewer).getByRole('list', { name: '文件' }))
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['1入党申请书递交入党申请书 · 2026-06-01', '2谈话记录党组织派人谈话 · 2026-06-20', '3推优意见推荐和确定入党积极分子 · 2026-10-08'])
  const picture = await within(viewer).findByAltText('申请书.png')
  expect(within(viewer).getByText('与入库时一致')).toBeTruthy()
  Object.defineProperties(picture, { naturalWidth: { value: 800 }, naturalHeight: { value: 400 } })
  fireEvent.load(picture)
  await user.keyboard('1')
  expect(picture.style.width).toBe('800px')
  await user.keyboard('r')
  expect([picture.style.transform, picture.parentElement?.style.height]).toEqual(['translate(-50%, -50%) rotate(90deg)', '800px'])
  await user.keyboard('{ArrowRight}')
  expect(await screen.findByText('这类文件不能在这里看。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^放大/ })).toBeNull()
  await user.keyboard('{ArrowRight}')
  await screen.findByAltText('推优.png')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  const looks = await behind(small, "SELECT after FROM audit WHERE action = 'attachment.open' ORDER BY seq")
  expect(looks.map(({ after }) => JSON.parse(String(after)).opened)).toEqual(['申请书.png', '谈话.docx', '推优.png'])
})
