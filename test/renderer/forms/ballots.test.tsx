// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { appraise } from '../../support/appraise.ts'
import { readDocx } from '../../support/docx.ts'
import { smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

// jsdom has no fonts to wait for.
beforeAll(() => void Object.defineProperty(document, 'fonts', { configurable: true, value: { load: async () => [], ready: Promise.resolve() } }))

/** 民主评议 of this year in two branches, at the desk where forms are printed. */
async function desk(at: (ids: { roundId: string; ballotId: string }) => string) {
  const office = await smallOffice()
  const { member, second, first, call } = office
  for (const name of ['高志远', '程雅琴', '邓文涛']) await member({ name, fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  await member({ name: '何晨', organizationId: second, fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  const { roundId, of } = await appraise(call, [first, second])
  const ballotId = of(first)
  const saved = (name: string) => join(office.folder, name)
  const shown = showWindow(office, at({ roundId, ballotId }), {
    'shell.chooseSave': input => {
      const { name } = input as { name: string }
      return { token: office.tokens.offer(saved(name)), name }
    },
  })
  return { ...office, ...shown }
}

const pages = async () => within(await screen.findByRole('document', { name: '打印预览' }))
const pick = (name: string) => screen.findByRole('option', { name: new RegExp(name) })

test('a round is picked, and its papers stand two to a sheet as they will be printed', async () => {
  const { user } = await desk(() => '/forms?form=ballotPaper')
  expect(await screen.findByText('选一个轮次，右边就是它的票和表。', undefined, { timeout: 15_000 })).toBeTruthy()
  await user.click(screen.getByRole('combobox', { name: /轮次/ }))
  await user.click(await pick('2026年度民主评议党员'))
  expect(await (await pages()).findAllByRole('heading', { name: '民主评议党员测评票' })).not.toEqual([])
  // Nothing has a height here, so each of the three names stands on a page of its own, beside its twin.
  expect((await pages()).getAllByText('党支部：第一党支部')).toHaveLength(6)
  expect((await pages()).getAllByText('党支部：第二党支部')).toHaveLength(2)
  expect(screen.getByText(/，2 张$/)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: '按应参加人数' }))
  await waitFor(async () => expect((await pages()).getAllByText('党支部：第一党支部')).toHaveLength(9))
  expect(screen.getByText(/，4 张$/)).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: /连同结果汇总表/ }))
  expect(await (await pages()).findAllByRole('heading', { name: '民主评议党员测评结果汇总表' })).toHaveLength(2)
})

test('what was picked stays while another form of it is looked at', async () => {
  const { user } = await desk(({ ballotId }) => `/forms?form=ballotSummary&ballot=${ballotId}`)
  expect(await (await pages()).findByRole('heading', { name: '民主评议党员测评结果汇总表' })).toBeTruthy()
  expect((await pages()).getByText('高志远')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '存为 Excel' }).disabled).toBe(false)
  await user.click(screen.getByRole('option', { name: /民主评议党员登记表/ }))
  expect(await (await pages()).findAllByRole('heading', { name: '民主评议党员登记表' })).toHaveLength(3)
})

test('a summary is saved as a Word document, which says what the preview shows', async () => {
  const { user, folder } = await desk(({ ballotId }) => `/forms?form=ballotSummary&ballot=${ballotId}`)
  expect(await (await pages()).findByText('高志远')).toBeTruthy()
  expect(screen.getByRole('option', { name: /测评结果汇总表/ }).textContent).toContain('可存 Word、Excel')
  await user.click(screen.getByRole('button', { name: '存为 Word' }))
  await screen.findByText(/^已存为“.*\.docx”，1 份。已记入登记。$/)
  const [file = ''] = readdirSync(folder).filter(name => name.endsWith('.docx'))
  const { texts } = readDocx(readFileSync(join(folder, file)))
  expect(texts).toEqual(expect.arrayContaining(['民主评议党员测评结果汇总表', '高志远', '程雅琴', '邓文涛']))
})
