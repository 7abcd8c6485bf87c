import { clipboard } from 'electron'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetAtOnce, forgetCopied } from '../../../main/electron/clipboard.ts'
import { startShell } from './support.ts'

let shell: Awaited<ReturnType<typeof startShell>>
beforeAll(async () => {
  shell = await startShell(() => ({ ok: true, value: null }))
})
afterAll(() => shell.stop())

const idNumber = '11010519491231002X'

test('a copied ID number is gone from the clipboard after the time', async () => {
  await clipboard.writeText(idNumber)
  await forgetCopied(300, 0)
  expect(await clipboard.readText()).toBe(idNumber)
  await expect.poll(() => clipboard.readText()).toBe('')
})

test('what was copied since stays where it is', async () => {
  await clipboard.writeText(idNumber)
  await forgetCopied(200, 0)
  await clipboard.writeText('会议通知')
  await new Promise(resolve => setTimeout(resolve, 600))
  expect(await clipboard.readText()).toBe('会议通知')
})

test('a program that ends takes it along', async () => {
  await clipboard.writeText(idNumber)
  await forgetCopied(60_000, 0)
  await forgetAtOnce()
  expect(await clipboard.readText()).toBe('')
})
