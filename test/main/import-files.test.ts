import { createHash } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../main/files/workbook.ts'
import { importer } from '../support/importing.ts'
import { idOf, writeWorkbook } from '../support/workbook.ts'

const good = [
  {
    name: '表',
    rows: [
      ['姓名', '身份证号'],
      ['王强', idOf('1980-01-01', 1)],
    ],
  },
]

async function offered(name: string, bytes: Uint8Array | string) {
  const t = await importer()
  const path = join(t.folder, name)
  await writeFile(path, bytes)
  return { ...t, path, attempt: () => t.inspect('people', t.tokens.offer(path)) }
}

/** A workbook made by hand, part by part. */
const parts = (sheet: string, more: Zippable = {}, root = 'worksheet'): Zippable => ({
  '[Content_Types].xml': strToU8('<Types/>'),
  '_rels/.rels': strToU8('<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="一&amp;二" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(`<?xml version="1.0"?><${root}>${sheet}</${root}>`),
  ...more,
})

async function handmade(sheet: string, more: Zippable = {}, root?: string) {
  const { path } = await offered('手工.xlsx', zipSync(parts(sheet, more, root)))
  return (await readWorkbook(path)).sheets
}

test.each<[string, Uint8Array | string, string]>([
  ['空的.xlsx', '', '文件是空的'],
  ['文本.xlsx', '姓名,身份证号\n', '不是 Excel 工作簿'],
  ['网页.xls', '<html><table><tr><td>姓名</td></tr></table></html>', '网页表格'],
  ['文档.xlsx', zipSync({ 'word/document.xml': strToU8('<x/>') }), '不是 Excel 工作簿'],
  ['二进制.xlsb', zipSync({ 'xl/workbook.bin': strToU8('x') }), '.xlsb'],
  ['压缩.xlsx', 'PK\u0003\u0004 and then nothing', '已损坏'],
])('%s is refused with its reason, in Chinese', async (name, bytes, why) => {
  const { attempt } = await offered(name, bytes)
  await expect(attempt()).rejects.toMatchObject({ code: 'file.unreadable', facts: { name, why: expect.stringContaining(why) } })
})

test('an old .xls is refused with how to save it anew', async () => {
  const { attempt } = await offered('旧.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))
  await expect(attempt()).rejects.toMatchObject({ code: 'file.legacyXls', facts: { name: '旧.xls' } })
})

test('a workbook with an opening password is told from an old one', async () => {
  const { attempt } = await offered(
    '密.xlsx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
  )
  await expect(attempt()).rejects.toMatchObject({ code: 'file.unreadable', facts: { why: expect.stringContaining('密码') } })
})

test('more than 50 MB is not read at all', async () => {
  const { attempt, path } = await offered('大.xlsx', 'PK')
  await truncate(path, 50 * 1024 * 1024 + 1)
  await expect(attempt()).rejects.toMatchObject({ code: 'file.tooLarge', facts: { limitMb: 50 } })
})

test('a file that has gone since it was chosen is told', async () => {
  const { inspect, tokens, folder } = await importer()
  await expect(inspect('people', tokens.offer(join(folder, '没有.xlsx')))).rejects.toMatchObject({ code: 'file.unreadable', facts: { why: '文件已不在原处' } })
  await expect(inspect('people', 'never offered')).rejects.toMatchObject({ code: 'file.token' })
})

test('wherever a workbook is cut or a byte of it is altered, it is refused or read as it was, and the program goes on', async () => {
  const t = await importer()
  const bytes = await readFile(await writeWorkbook(t.folder, good))
  const whole = (await readWorkbook(await writeWorkbook(t.folder, good))).sheets
  for (let i = 0; i < 150; i++) {
    const damaged = Buffer.from(bytes)
    const seed = createHash('sha256').update(String(i)).digest()
    const at = seed.readUInt32LE(0) % bytes.length
    if (i % 3 === 0) damaged.fill(0, at)
    else damaged[at] = (damaged[at] ?? 0) ^ (1 << ((seed[4] ?? 0) % 8))
    const path = join(t.folder, `damaged-${i}.xlsx`)
    await writeFile(path, i % 3 === 1 ? damaged.subarray(0, at) : damaged)
    const result = await readWorkbook(path).then(
      w => w.sheets,
      (cause: unknown) => cause,
    )
    if (result instanceof Error) expect(result).toMatchObject({ code: 'file.unreadable' })
    else expect(result).toEqual(whole)
  }
})

/** A workbook whose strings unpack to 450 MB of nothing, saying so or claiming 1,000 bytes. */
function bomb(claimed: number): Uint8Array {
  const inside = deflateRawSync(Buffer.alloc(450 * 1024 * 1024), { level: 1 })
  const zipped = Buffer.from(zipSync(parts('', { 'xl/sharedStrings.xml': [inside, { level: 0 }] })))
  for (const [signature, method, size] of [
    ['PK\u0003\u0004', 8, 22],
    ['PK\u0001\u0002', 10, 24],
  ] as const) {
    for (let at = zipped.indexOf(signature); at >= 0; at = zipped.indexOf(signature, at + 4)) {
      if (zipped.readUInt32LE(at + size) !== inside.length) continue
      zipped.writeUInt16LE(8, at + method)
      zipped.writeUInt32LE(claimed, at + size)
    }
  }
  return zipped
}

test('a zip bomb is refused before it is unpacked', async () => {
  const { attempt } = await offered('炸弹.xlsx', bomb(450 * 1024 * 1024))
  const started = performance.now()
  await expect(attempt()).rejects.toMatchObject({ code: 'file.unreadable', facts: { why: expect.stringContaining('恶意') } })
  expect(performance.now() - started).toBeLessThan(500)
})

test('a bomb that lies about its size is refused by what comes out of it', async () => {
  const { attempt } = await offered('谎报.xlsx', bomb(1000))
  await expect(attempt()).rejects.toMatchObject({ code: 'file.unreadable', facts: { why: expect.stringContaining('恶意') } })
})

test('merges and cells over the whole sheet cost no memory', async () => {
  const [sheet] = await handmade(
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>题</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  )
  expect(sheet?.rows).toEqual([
    ['题', '题'],
    ['题', '题'],
  ])
})

test('a sheet both long and wide is refused', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join('')
  const { attempt } = await offered('宽.xlsx', zipSync(parts(`<sheetData>${rows}</sheetData>`)))
  await expect(attempt()).rejects.toMatchObject({ code: 'file.unreadable', facts: { why: expect.stringContaining('表太大') } })
})

test('a hundred thousand styled empty rows are nothing', async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 2}" ht="20"><c r="A${i + 2}" s="1"/></row>`).join('')
  const [sheet] = await handmade(`<sheetData><row r="1"><c r="A1"><v>7</v></c></row>${rows}</sheetData>`)
  expect(sheet?.rows).toEqual([[7]])
})

test('workbooks of other programs are read: prefixes, missing references, single quotes, runs, readings and escapes', async () => {
  const strings =
    '<x:sst><x:si><x:t xml:space="preserve"> 姓&lt;名 </x:t></x:si><x:si><x:r><x:t>王</x:t></x:r><x:r><x:t>强</x:t></x:r><x:rPh sb="0" eb="1"><x:t>おう</x:t></x:rPh></x:si><x:si/><x:si><x:t>甲_x000A_乙&#x5B57;</x:t></x:si></x:sst>'
  const sheet =
    '<x:sheetData><x:row><x:c t=\'s\'><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c r=\'D1\' t=\'b\'><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c t="s"><x:v>3</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>字</x:v></x:c><x:c><x:f>A1</x:f></x:c><x:c t="s"><x:v>2</x:v></x:c></x:row></x:sheetData>'
  const [made] = await handmade(sheet, { 'xl/sharedStrings.xml': strToU8(strings) }, 'x:worksheet')
  expect(made).toEqual({ name: '一&二', hidden: false, rows: [[' 姓<名 ', '王强', null, true], [], ['甲\n乙字', { error: '#N/A' }, '字']] })
})

test('numbers are days and months by the look of their cells, in the formats of Chinese editions too', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/><numFmt numFmtId="177" formatCode="[$-804]yyyy\\-mm\\-dd;@"/><numFmt numFmtId="178" formatCode="0.00_ "/><numFmt numFmtId="179" formatCode="[h]:mm:ss"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/><xf numFmtId="179"/></cellXfs></styleSheet>'
  const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`
  const [sheet] = await handmade(
    `<sheetData><row>${cell(0, '37878')}${cell(1, '37878')}${cell(2, '37878.75')}${cell(3, '37878')}${cell(4, '37878')}${cell(5, '37878')}${cell(6, '1990.1')}${cell(6, '8.5')}${cell(7, '1.5')}</row></sheetData>`,
    { 'xl/styles.xml': strToU8(styles) },
  )
  expect(sheet?.rows).toEqual([[37878, '2003-09-14', '2003-09-14', '2003-09', '2003-09', '2003-09-14', '1990.10', 8.5, 1.5]])
})

test('an entity bomb is text, not memory', async () => {
  const { path } = await offered(
    '实体.xlsx',
    zipSync(
      parts('<sheetData><row><c t="inlineStr"><is><t>&lol;</t></is></c></row></sheetData>', {
        'xl/sharedStrings.xml': strToU8('<!DOCTYPE x [<!ENTITY lol "哈哈">]><sst><si><t>&lol;</t></si></sst>'),
      }),
    ),
  )
  expect((await readWorkbook(path)).sheets[0]?.rows).toEqual([['&lol;']])
})

test('a workbook changed on disk between the steps is read again', async () => {
  const t = await importer()
  const path = await writeWorkbook(t.folder, good)
  const token = t.tokens.offer(path)
  expect((await t.inspect('people', token)).sheets[0]?.rows).toBe(1)
  const more = await writeWorkbook(t.folder, [{ name: '表', rows: [...(good[0]?.rows ?? []), ['李芳', idOf('1981-01-01', 1)]] }])
  await writeFile(path, await readFile(more))
  expect((await t.inspect('people', token)).sheets[0]?.rows).toBe(2)
})

test('what Excel writes is what is read, whatever the text', async () => {
  const t = await importer()
  const text = fc
    .oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('姓　名', 'a\nb', '<&>"', '_x0041_', '😀党', ' 尾 ', '0012', 'A&amp;B'))
    .filter(s => s !== '' && s.isWellFormed() && [...s].every(c => c === '\n' || (c >= ' ' && c < '\ufffe') || c > '\uffff'))
  const rows = fc.array(
    fc.array(fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), fc.boolean()), { minLength: 1, maxLength: 6 }),
    { minLength: 1, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(rows, async cells => {
      const read = await readWorkbook(await writeWorkbook(t.folder, [{ name: '表', rows: cells }], { name: 'round.xlsx' }))
      expect(read.sheets[0]?.rows).toEqual(cells.map(row => row.map(cell => (typeof cell === 'number' ? cell + 0 : cell))))
    }),
    { numRuns: 60 },
  )
})
