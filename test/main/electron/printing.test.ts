import { BrowserWindow } from 'electron'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Printing } from '../../../main/electron/printing.ts'
import { startShell } from './support.ts'

let shell: Awaited<ReturnType<typeof startShell>>
let printing: Printing

beforeAll(async () => {
  shell = await startShell((_name, sender) => ({ ok: true, value: printing.jobOf(sender) }))
  printing = new Printing(shell.session)
})
afterAll(() => shell.stop())

const never = new AbortController().signal
const job = (...pages: string[]) => ({ template: 'pages', props: { pages }, title: '名单' })
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

async function pdf(...pages: string[]): Promise<string> {
  const outcome = await printing.print('pdf', job(...pages), never)
  if (outcome.kind !== 'pdf') throw new Error(outcome.kind)
  return latin(outcome.bytes)
}

test('a job becomes a PDF with the page size of its style sheet', async () => {
  const text = await pdf('一', '二', '三')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text.match(/\/Type ?\/Page\b/g)).toHaveLength(3)
  const [width, height] =
    /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/
      .exec(text)
      ?.slice(1)
      .map(points => Math.round((Number(points) / 72) * 25.4)) ?? []
  expect([width, height]).toEqual([100, 50])
})

test('how many pages there are is told before the PDF of them is made', async () => {
  const told: (number | string)[] = []
  const outcome = await printing.print('pdf', job('一', '二'), never, pages => told.push(pages))
  expect([...told, outcome.kind]).toEqual([2, 'pdf'])
})

test('the next job uses the same hidden window and sees nothing of the one before', async () => {
  await pdf('甲', '乙')
  const [window] = BrowserWindow.getAllWindows()
  expect((await pdf('丙')).match(/\/Type ?\/Page\b/g)).toHaveLength(1)
  expect(BrowserWindow.getAllWindows()).toEqual([window])
})

test('jobs that come together are printed one after the other', async () => {
  const all = await Promise.all([pdf('一'), pdf('一', '二'), pdf('一', '二', '三')])
  expect(all.map(text => text.match(/\/Type ?\/Page\b/g)?.length)).toEqual([1, 2, 3])
})

test('a template that breaks is a failure with its reason, and the next job works', async () => {
  expect(await printing.print('pdf', { ...job(), template: 'broken' }, never)).toMatchObject({ kind: 'failed', why: expect.stringContaining('template broke') })
  expect(await pdf('还行')).toContain('%PDF-')
})

test('a print that is cancelled ends at once', async () => {
  const control = new AbortController()
  const outcome = printing.print('pdf', { ...job(), template: 'endless' }, control.signal)
  setTimeout(() => control.abort(), 500)
  expect(await outcome).toEqual({ kind: 'cancelled' })
  expect(await pdf('下一份')).toContain('%PDF-')
})

test('a print window gets its own job while it prints, and none afterwards', async () => {
  await pdf('一')
  const [window] = BrowserWindow.getAllWindows()
  expect(window && printing.jobOf(window.webContents)).toBeNull()
})

test('without a printer the user hears so', async () => {
  expect(await printing.print('paper', job('一'), never)).toEqual({ kind: 'failed', why: '没有可用的打印机' })
})
