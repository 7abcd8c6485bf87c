import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPrinter } from '../../build/chromium-host/printer.ts'
import type { PrintJob } from '../../main/app/ports.ts'
import { turnOf } from '../../main/pdf/image-page.ts'
import { behind } from '../support/behind.ts'
import { password } from '../support/app.ts'
import { smallOffice } from '../support/office.ts'
import { bookmarks, textsOf } from '../support/pdf.ts'

let chromium: Awaited<ReturnType<typeof chromiumPrinter>> | undefined
beforeAll(async () => {
  chromium = await chromiumPrinter()
}, 120_000)
afterAll(() => chromium?.close())

const noPaper = () => Promise.reject(new Error('no paper here'))
const pdf = (job: PrintJob, signal: AbortSignal) => (chromium ? chromium.pdf(job, signal) : Promise.reject(new Error('no printer here')))

/** Pages of a width of their own, by which they are known again in the whole. */
async function scan(width: number, pages: number, turn = 0): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  for (let i = 0; i < pages; i += 1) {
    const page = made.addPage([width, 700])
    page.setRotation(degrees(turn))
    page.drawRectangle({ x: 20, y: 20, width: 40, height: 40 })
  }
  return made.save()
}

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc(body))
  return Buffer.concat([head, body, tail])
}
function crc(bytes: Uint8Array): number {
  let c = ~0
  for (const byte of bytes) {
    c ^= byte
    for (let k = 0; k < 8; k += 1) c = (c >>> 1) ^ (0xedb88320 & -(c & 1))
  }
  return ~c >>> 0
}
/** A grey picture. */
function picture(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc((width + 1) * height, 128)
  for (let y = 0; y < height; y += 1) lines[y * (width + 1)] = 0
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))])
}

/** An open case with scans of every kind, filed in another order than that of the steps. */
async function office(options: Parameters<typeof smallOffice>[0] = {}) {
  const small = await smallOffice({ printer: { pdf, paper: noPaper }, ...options })
  const { call, member, add, tokens, folder } = small
  const open = async (name: string) => {
    const id = await member({ name, category: 'applicant', joinedOn: null, fullMemberOn: null })
    return (await call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: '周敏', personIds: [id] })).caseIds[0] ?? ''
  }
  const file = async (caseId: string, step: string, name: string, madeOn: string, fileName: string, bytes: Uint8Array | null) => {
    const path = join(folder, fileName)
    if (bytes) writeFileSync(path, bytes)
    const kept = bytes && (await call('attachment.add', { file: tokens.offer(path) })).id
    await add('caseMaterial', { caseId, step, name, madeOn, file: kept })
    return kept ?? ''
  }
  const whole = async (caseId: string, path: string, originals = false) => {
    const reply = await call('case.file', { caseIds: [caseId], file: tokens.offer(path), originals, job: 'j' })
    return { reply, document: await PDFDocument.load(readFileSync(path)) }
  }
  return { ...small, open, file, whole }
}

test(
  'a case is one PDF: cover, contents, lists, then every material in the order of its step and day, pages counted and numbered through',
  { timeout: 120_000 },
  async () => {
    const { open, file, whole, folder } = await office()
    const caseId = await open('沈听澜')
    await file(caseId, 'recommendation', '推优意见', '2026-10-08', '推优.png', picture(800, 400))
    await file(caseId, 'talk', '谈话记录', '2026-06-20', '谈话.pdf', await scan(501, 2, 90))
    await file(caseId, 'application', '自传', '2026-06-03', '自传.pdf', await scan(502, 3))
    await file(caseId, 'application', '入党申请书', '2026-06-01', '申请书.pdf', await scan(503, 1))
    await file(caseId, 'contacts', '纸质登记表', '2026-10-20', '', null)
    const path = join(folder, '整卷.pdf')
    const { reply, document } = await whole(caseId, path)
    const pages = document.getPages()
    expect(reply).toEqual({ files: [{ name: '整卷.pdf', pages: pages.length }], missing: [], beside: 0 })
    const widths = pages.map(page => Math.round(page.getWidth()))
    const first = widths.indexOf(503)
    expect(widths.slice(first)).toEqual([503, 502, 502, 502, 501, 501, 842])
    expect(bookmarks(document)).toEqual(['封面和目录', '卷宗材料清单', '全程纪实表', '流程图和时间节点表', '入党申请书', '自传', '谈话记录', '推优意见'])
    const texts = textsOf(path)
    expect(texts.map(text => /\d+\/\d+/.exec(text)?.[0])).toEqual(pages.map((_, i) => `${i + 1}/${pages.length}`))
    expect(texts[0]).toContain('沈听澜')
    expect(texts[0]).toContain(`共${pages.length}页`)
    const contents = texts[1] ?? ''
    for (const [name, at] of [
      ['1卷宗材料清单', 3],
      ['入党申请书递交入党申请书2026.06.01', first + 1],
      ['自传递交入党申请书2026.06.03', first + 2],
      ['谈话记录党组织派人谈话2026.06.20', first + 5],
      ['推优意见推荐和确定入党积极分子2026.10.08', first + 7],
    ] as const)
      expect(contents).toContain(`${name}${at}`)
    expect(contents).toContain('没有扫描件')
  },
)

test('what no page can be made of is named, has a leaf in its place and lies beside as an original; the rest goes on', { timeout: 120_000 }, async () => {
  const { open, file, whole, folder, ...small } = await office()
  const caseId = await open('沈听澜')
  const locked = await PDFDocument.create()
  locked.addPage([400, 400])
  locked.encrypt({ userPassword: 'abc', ownerPassword: 'abcd' })
  await file(caseId, 'application', '入党申请书', '2026-06-01', '申请书.pdf', Buffer.from('%PDF-1.5\nnothing more'))
  await file(caseId, 'talk', '谈话记录', '2026-06-20', '谈话.docx', Buffer.from('PK\x03\x04'))
  await file(caseId, 'recommendation', '推优意见', '2026-10-08', '推优.pdf', await locked.save())
  const kept = await file(caseId, 'contacts', '登记表', '2026-10-20', '登记.pdf', await scan(501, 1))
  await behind(small, `UPDATE attachmentFile SET bytes = CAST(bytes || X'20' AS BLOB) WHERE id = '${kept}'`)
  await small.call('lobby.unlock', { user: '经办人', password })
  const path = join(folder, '整卷.pdf')
  const { reply, document } = await whole(caseId, path, true)
  expect(reply.missing.map(({ material, why }) => [material, why.slice(0, 20)])).toEqual([
    ['入党申请书', '申请书.pdf：这份文件损坏，打不开，没'],
    ['谈话记录', '谈话.docx：这类文件排不进 PDF，'],
    ['推优意见', '推优.pdf：这份 PDF 加了密，没有'],
    ['登记表', '与入库时的指纹不一致，内容可能被改动过，'],
  ])
  expect(document.getPageCount()).toBe(reply.files[0]?.pages)
  expect(bookmarks(document).slice(4)).toEqual(['入党申请书', '谈话记录', '推优意见', '登记表'])
  const texts = textsOf(path)
  expect(texts.slice(-4, -1).map(text => /原件：\S+?\.\w{3,4}/.exec(text)?.[0])).toEqual(['原件：申请书.pdf', '原件：谈话.docx', '原件：推优.pdf'])
  expect(reply.beside).toBe(3)
  expect(readdirSync(join(folder, '整卷（原件）')).toSorted()).toEqual(['推优.pdf', '申请书.pdf', '谈话.docx'])
  const { rows } = await small.call('forms.register', {})
  expect(rows[0]).toMatchObject({ what: '整卷', way: 'pdf', folder, detail: expect.stringContaining(`沈听澜，1 份，${document.getPageCount()} 页，整卷.pdf`) })
})

test('several cases go into a folder, one PDF each under names that are free; namesakes do not overwrite each other', { timeout: 120_000 }, async () => {
  const { open, call, tokens, folder } = await office()
  const caseIds = [await open('沈听澜'), await open('沈听澜'), await open('霍景和')]
  const target = join(folder, '整卷')
  execFileSync('mkdir', [target])
  writeFileSync(join(target, '霍景和 发展党员卷宗.pdf'), 'mine')
  const { files } = await call('case.file', { caseIds, folder: tokens.offer(target), originals: false, job: 'j' })
  expect(files.map(({ name }) => name)).toEqual(['沈听澜 发展党员卷宗.pdf', '沈听澜 发展党员卷宗（2）.pdf', '霍景和 发展党员卷宗（2）.pdf'])
  expect(readdirSync(target)).toHaveLength(4)
  expect(readFileSync(join(target, '霍景和 发展党员卷宗.pdf'), 'utf8')).toBe('mine')
})

test('cancelled at any moment it leaves no file, no folder, nothing half written, and no line in the register', { timeout: 120_000 }, async () => {
  for (const at of [2, 5, 7, 9]) {
    let jobs = 0
    const { open, file, call, tokens, folder, listeners } = await office()
    const first = await open('沈听澜')
    await file(first, 'talk', '谈话记录', '2026-06-20', '谈话.docx', Buffer.from('PK\x03\x04'))
    await file(first, 'application', '入党申请书', '2026-06-01', '申请书.pdf', await scan(503, 40))
    const target = join(folder, '整卷')
    execFileSync('mkdir', [target])
    listeners.add(push => {
      if (push.event === 'job' && push.job.state === 'running' && ++jobs === at) void call('jobs.cancel', { id: 'j' })
    })
    const done = call('case.file', { caseIds: [first, await open('霍景和')], folder: tokens.offer(target), originals: true, job: 'j' })
    await expect(done, `at step ${at}`).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(readdirSync(target)).toEqual([])
    expect((await call('forms.register', {})).rows).toEqual([])
  }
})

test.each([
  [1, 0],
  [3, 180],
  [6, 90],
  [8, 270],
])('a photograph whose camera says orientation %i is turned by %i degrees, in either byte order', (orientation, turn) => {
  for (const little of [true, false]) {
    const exif = Buffer.alloc(32)
    exif.write('Exif')
    const view = new DataView(exif.buffer, exif.byteOffset + 6, 26)
    view.setUint16(0, little ? 0x4949 : 0x4d4d)
    view.setUint16(2, 42, little)
    view.setUint32(4, 8, little)
    view.setUint16(8, 1, little)
    view.setUint16(10, 0x0112, little)
    view.setUint16(12, 3, little)
    view.setUint32(14, 1, little)
    view.setUint16(18, orientation, little)
    const jpeg = Buffer.concat([Buffer.from('ffd8ffe0000400', 'hex'), Buffer.from('00ffe10022', 'hex'), exif, Buffer.from('ffda', 'hex')])
    expect(turnOf(jpeg)).toBe(turn)
    expect(turnOf(jpeg.subarray(0, 20))).toBe(0)
  }
})
