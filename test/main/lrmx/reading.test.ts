import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLrm } from '../../../main/files/lrmx/lrm.ts'
import { readLrmx } from '../../../main/files/lrmx/lrmx.ts'
import { readSheet } from '../../../main/files/lrmx/read.ts'
import { Unreadable } from '../../../main/files/zip.ts'
import { jpeg, officialFile } from './files.ts'

const values = {
  XingMing: '赵一鸣',
  RuDangShiJian: '200108；民建',
  JianLi: '2004.09--2008.07  某大学\r\n2008.07--         某单位',
  JiSuanNianLingShiJian: '20261101',
}
const xml = officialFile(values, [{ ChengWei: '妻子', XingMing: '钱二', ChuShengRiQi: '19861105' }])

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}
/** GBK of a few characters that the tests need; Node writes none. */
const gbk = (text: string): Buffer => {
  const codes: Readonly<Record<string, string>> = {
    赵: 'd5d4',
    一: 'd2bb',
    鸣: 'c3f9',
    汉: 'baba',
    族: 'd7e5',
    男: 'c4d0',
    女: 'c5ae',
    '，': 'a3ac',
    某: 'c4b3',
    妻: 'c6de',
    子: 'd7d3',
  }
  return Buffer.concat([...text].map(c => (c < '\x80' ? Buffer.from(c) : Buffer.from(codes[c] ?? 'a1f5', 'hex'))))
}
const why = (work: () => unknown): string => {
  try {
    work()
  } catch (cause) {
    return cause instanceof Unreadable ? cause.why : `not foreseen: ${String(cause)}`
  }
  return 'was read'
}

test.each([
  ['UTF-8', Buffer.from(xml)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${xml}`)],
  ['UTF-8 without a declaration', Buffer.from(xml.replace(/^.*\r\n/, ''))],
  ['UTF-16', utf16(xml.replace('utf-8', 'utf-16'))],
  ['UTF-16 of the other order', utf16(xml.replace('utf-8', 'UTF-16'), true)],
  ['LF between lines', Buffer.from(xml.replaceAll('\r\n', '\n'))],
  ['line ends as characters', Buffer.from(xml.replace('某大学\r\n', '某大学&#xD;\n'))],
])('a .lrmx in %s says the same', (_, bytes) => {
  const sheet = readLrmx(bytes)
  expect(sheet).toMatchObject({ name: '赵一鸣', joined: '200108；民建', resume: '2004.09--2008.07  某大学\n2008.07--         某单位', agesOn: '20261101' })
  expect(sheet.family).toEqual([{ relation: '妻子', name: '钱二', born: '19861105', politics: null, work: null }])
})

test('a .lrmx in GBK is read where it says so, and refused where it does not', () => {
  const file = '<?xml version="1.0" encoding="GB2312"?><Person><XingMing>赵一鸣</XingMing><MinZu>汉族</MinZu></Person>'
  expect(readLrmx(gbk(file))).toMatchObject({ name: '赵一鸣', nation: '汉族' })
  expect(why(() => readLrmx(gbk(file.replace('GB2312', 'utf-8'))))).toMatch(/编码与文件所说的不符/)
  expect(why(() => readLrmx(Buffer.from(file.replace('GB2312', 'koi8-r'))))).toMatch(/“koi8-r”不认识/)
})

test('values lose the white space around them, and an element with nothing else is empty', () => {
  const sheet = readLrmx(Buffer.from('<Person><NiRenZhiWu>\n  </NiRenZhiWu><XingMing>\r\n 赵一鸣 </XingMing><ZhaoPian/></Person>'))
  expect(sheet).toMatchObject({ name: '赵一鸣', proposedPost: null, photo: null, born: null, family: [] })
})

test('references are read once, and sections of characters as they stand', () => {
  const sheet = readLrmx(Buffer.from('<Person><XingMing>&amp;lt;甲&#x4E59;&#19993;</XingMing><JianLi><![CDATA[a &amp; <b>]]></JianLi></Person>'))
  expect(sheet).toMatchObject({ name: '&lt;甲乙丙', resume: 'a &amp; <b>' })
})

test('a photo is read from base64 in one line or many; what is no picture is no photo, and the rest is read', () => {
  const base64 = jpeg().toString('base64')
  const withPhoto = (photo: string) => readLrmx(Buffer.from(`<Person><XingMing>赵一鸣</XingMing><ZhaoPian>${photo}</ZhaoPian></Person>`))
  expect(withPhoto(base64).photo).toEqual(jpeg())
  expect(withPhoto((base64.match(/.{1,76}/g) ?? []).join('\r\n')).photo).toEqual(jpeg())
  expect(withPhoto(`data:image/jpeg;base64,${base64}`).photo).toEqual(jpeg())
  expect(withPhoto('不是照片')).toMatchObject({ name: '赵一鸣', photo: null })
})

test('an Item may lack children, and one with nothing in it is no line', () => {
  const sheet = readLrmx(
    Buffer.from('<Person><JiaTingChengYuan><Item><XingMing>钱二</XingMing></Item><Item/><Item><ChengWei> </ChengWei></Item></JiaTingChengYuan></Person>'),
  )
  expect(sheet.family).toEqual([{ relation: null, name: '钱二', born: null, politics: null, work: null }])
})

const bomb = `<!DOCTYPE x [${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join('')}]><Person><XingMing>&a9;</XingMing></Person>`
test.each([
  ['an entity bomb', Buffer.from(bomb), /DTD/],
  ['a file from outside', Buffer.from('<!DOCTYPE x SYSTEM "file:///etc/passwd"><Person/>'), /DTD/],
  ['an entity that nothing declares', Buffer.from('<Person><XingMing>&nbsp;</XingMing></Person>'), /实体/],
  [
    'a photo of 100 MB',
    Buffer.concat([Buffer.from('<Person><ZhaoPian>'), Buffer.alloc(100 * 1024 * 1024, 'QUJD'), Buffer.from('</ZhaoPian></Person>')]),
    /超过 10 MB/,
  ],
  ['9 MB of text', Buffer.from(`<Person><JianLi>${'a'.repeat(9_000_000)}</JianLi></Person>`), /100 万字/],
  ['9 MB of elements', Buffer.from(`<Person>${'<a/>'.repeat(2_250_000)}</Person>`), /100 万字/],
  ['many elements', Buffer.from(`<Person>${'<a/>'.repeat(200_000)}</Person>`), /多得不正常/],
  ['elements within elements', Buffer.from(`${'<Person>'.repeat(50_000)}${'</Person>'.repeat(50_000)}`), /一层套一层/],
  ['no end of a photo', Buffer.from(`<Person><ZhaoPian>${'QUJD'.repeat(1_000_000)}`), /损坏/],
  ['two roots', Buffer.from('<Person/><Person/>'), /损坏/],
  ['another root', Buffer.from('<Persons><Person/></Persons>'), /Persons/],
  ['a web page', Buffer.from('<html><body>登录</body></html>'), /html/],
  ['names that JavaScript keeps for itself', Buffer.from('<Person><constructor>1</constructor></Person>'), /元素名/],
  ['a workbook', Buffer.from('PK\u0003\u0004 and so on'), /损坏/],
  ['noughts', Buffer.alloc(5000), /编码|损坏/],
  ['nothing', Buffer.alloc(0), /空的/],
  ['a UTF-8 file that breaks off within a character', Buffer.from(xml).subarray(0, xml.indexOf('鸣') + 3), /编码|损坏/],
])('%s is refused with the reason within a second', (_, bytes, reason) => {
  const before = performance.now()
  expect(why(() => readSheet(bytes))).toMatch(reason)
  expect(performance.now() - before).toBeLessThan(1000)
})

test('a file that breaks off is refused, wherever it does', () => {
  const whole = Buffer.from(officialFile({ ...values, ZhaoPian: jpeg().toString('base64') }))
  const end = whole.lastIndexOf('>') + 1
  for (let length = 0; length < end; length += 7)
    expect(
      why(() => readSheet(whole.subarray(0, length))),
      `${length} bytes`,
    ).toMatch(/损坏|编码|空的/)
  expect(readSheet(whole.subarray(0, end)).name).toBe('赵一鸣')
})

const fields = [
  '赵一鸣',
  '男',
  '198503',
  '汉族',
  '某省某市',
  '200806',
  '健康',
  '某省某县',
  '200807',
  '大学#管理学学士@研究生#',
  '某某大学#@某党校#',
  '高级政工师',
  '',
  '',
  '',
  '',
  '公文写作',
]
const rest = [
  '2004.09--2008.07  某大学，"三好"学生\r\n2008.07--  某单位',
  '无',
  '称职',
  '妻子@父亲@儿子@',
  '钱二@赵大@',
  '198611@',
  '群众@中共党员@@',
  '某企业@某厂退休@',
  '副主任',
  '主任',
  '副主任',
  '工作需要',
  '某部',
  '202611',
  '孙三',
  '20261120',
]
const lrm = (all: readonly string[]): string => all.map(field => `"${field}"`).join(',')

test('a .lrm is read field by field, with commas, quotes and line ends in them, family lists of uneven length and the photo beside it', () => {
  const sheet = readLrm(Buffer.from(`${lrm([...fields, ...rest])}\r\n`), jpeg())
  expect(sheet).toMatchObject({
    name: '赵一鸣',
    nativePlace: '某省某市',
    birthPlace: '某省某县',
    joined: '200806',
    startedWork: '200807',
    title: '高级政工师',
    speciality: '公文写作',
    fullTime: { level: '大学', degree: '管理学学士', levelSchool: '某某大学', degreeSchool: null },
    inService: { level: '研究生', degree: null, levelSchool: '某党校', degreeSchool: null },
    resume: '2004.09--2008.07  某大学，"三好"学生\n2008.07--  某单位',
    currentPost: '副主任',
    proposedPost: '主任',
    removedPost: '副主任',
    reportedBy: '某部',
    agesOn: '202611',
    filledBy: '孙三',
    filledOn: '20261120',
    idNumber: null,
  })
  expect(sheet.family).toEqual([
    { relation: '妻子', name: '钱二', born: '198611', politics: '群众', work: '某企业' },
    { relation: '父亲', name: '赵大', born: null, politics: '中共党员', work: '某厂退休' },
    { relation: '儿子', name: null, born: null, politics: null, work: null },
  ])
  expect(sheet.photo).toEqual(jpeg())
})

test('a .lrm is in GBK, has an ID number as its 34th field, and is known by how it begins', () => {
  const all = [...fields, ...rest].map(field => field.replaceAll(/[^赵一鸣汉族男\dA-Z.#@-]/g, ''))
  expect(readSheet(gbk(lrm([...all, '11010519491231002X'])))).toMatchObject({ name: '赵一鸣', nation: '汉族', idNumber: '11010519491231002X' })
})

test.each([
  ['32 fields', lrm([...fields, ...rest].slice(1)), /应有 33 项，这里只有 32 项/],
  ['35 fields', lrm([...fields, ...rest, '', '']), /有 35 项/],
  ['a file that breaks off', lrm([...fields, ...rest]).slice(0, -3), /损坏/],
])('a .lrm of %s is refused', (_, text, reason) => {
  expect(why(() => readSheet(Buffer.from(text)))).toMatch(reason)
})

test('a .lrm with what is no picture beside it has no photo', () => {
  expect(readLrm(Buffer.from(lrm([...fields, ...rest])), Buffer.from('not a picture')).photo).toBeNull()
})

test('the lists of a family may be of any lengths: every person has what stands at his place, and nobody is lost', () => {
  const value = fc.constantFrom('', '妻子', '钱二', '198611', '19861105', '群众', '某企业')
  fc.assert(
    fc.property(fc.array(fc.array(value, { maxLength: 5 }), { minLength: 5, maxLength: 5 }), lists => {
      const all = [...fields, ...rest]
      const joined = all.map((field, i) => (i >= 20 && i < 25 ? (lists[i - 20] ?? []).join('@') : field))
      const { family } = readLrm(Buffer.from(lrm(joined)))
      const count = Math.max(...lists.map(list => list.length))
      const lines = Array.from({ length: count }, (_, i) => lists.map(list => list[i] || null)).filter(line => line.some(one => one !== null))
      expect(family.map(({ relation, name, born, politics, work }) => [relation, name, born, politics, work])).toEqual(lines)
    }),
  )
})

test('what stands in the fields that nobody knows is named, since it is not kept', () => {
  const all = [...fields, ...rest].map((field, i) => (i === 13 ? '某码' : field))
  expect(readLrm(Buffer.from(lrm(all))).unread).toEqual(['第 13–16 项含义不明，没有留：某码'])
  expect(readLrm(Buffer.from(lrm([...fields, ...rest])), Buffer.from('no picture')).unread).toEqual(['照片不是图片，没有取用'])
})
