import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { idNumberOf, smallOffice } from '../../support/office.ts'
import { crowded, lyingZip } from '../../support/zips.ts'
import { jpeg, officialFile } from './files.ts'

const good = officialFile({ XingMing: '赵一鸣', ShenFenZheng: idNumberOf(4), ZhaoPian: jpeg(3000).toString('base64') })
const bomb = `<!DOCTYPE x [${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join('')}]><Person><XingMing>&a9;</XingMing></Person>`
const megabytes = (count: number, unit = 'QUJD') => Buffer.alloc(count * 1024 * 1024, unit)
const withPhoto = (photo: Buffer) => Buffer.concat([Buffer.from('<Person><XingMing>赵一鸣</XingMing><ZhaoPian>'), photo, Buffer.from('</ZhaoPian></Person>')])
const lrm = Array.from({ length: 33 }, (_, i) => `"${{ 0: '赵一鸣', 2: '197912', 4: '某省' }[i] ?? ''}"`).join(',')
const document = (xml: string) => Buffer.from(zipSync({ 'word/document.xml': strToU8(xml) }))
const zipped = (files: Readonly<Record<string, Uint8Array>>) => Buffer.from(zipSync(files, { level: 1 }))

/** Files as they come: one, or one with its photo beside it. */
type Files = Readonly<Record<string, Uint8Array | string>>
const hostile: readonly (readonly [what: string, files: () => Files, said: RegExp])[] = [
  ['a .lrmx with an entity bomb', () => ({ 'a.lrmx': bomb }), /DTD/],
  [
    'a .lrmx that asks for a file of the computer',
    () => ({ 'a.lrmx': '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><Person><XingMing>&f;</XingMing></Person>' }),
    /DTD/,
  ],
  ['a .lrmx with a photo of 100 MB', () => ({ 'a.lrmx': withPhoto(megabytes(100)) }), /超过 10 MB/],
  [
    'a .lrmx in another encoding than it says',
    () => ({
      'a.lrmx': Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="utf-8"?><Person><XingMing>'),
        Buffer.from('d5d4d2bbc3f9', 'hex'),
        Buffer.from('</XingMing></Person>'),
      ]),
    }),
    /编码/,
  ],
  ['a .lrmx that breaks off in the photo', () => ({ 'a.lrmx': Buffer.from(good).subarray(0, Buffer.from(good).indexOf('<ZhaoPian>') + 2000) }), /损坏/],
  ['a .lrmx of 9 MB of elements', () => ({ 'a.lrmx': `<Person>${'<a/>'.repeat(2_250_000)}</Person>` }), /100 万字/],
  ['a .lrmx of brackets', () => ({ 'a.lrmx': '<'.repeat(900_000) }), /损坏/],
  ['a .lrm of 100 MB', () => ({ 'a.lrm': megabytes(100, '"","') }), /超过 10 MB/],
  ['a .lrm of 9 MB', () => ({ 'a.lrm': `"${'某'.repeat(3_000_000)}"` }), /100 万字/],
  ['a .lrm of separators', () => ({ 'a.lrm': `"${'","'.repeat(300_000)}"` }), /分不清/],
  ['a .lrm that breaks off', () => ({ 'a.lrm': lrm.slice(0, -20) }), /损坏/],
  ['a .lrm in no encoding', () => ({ 'a.lrm': Buffer.concat([Buffer.from('"'), Buffer.alloc(2000, 'ff', 'hex'), Buffer.from('"')]) }), /编码|损坏/],
  ['a .lrm with a .pic of 100 MB', () => ({ 'a.lrm': lrm, 'a.pic': Buffer.concat([Buffer.from('ffd8ff', 'hex'), megabytes(100)]) }), /超过 10 MB/],
  ['a .docx of a bomb', () => ({ 'a.docx': document(`<w:document>${'<w:p/>'.repeat(15_000_000)}</w:document>`) }), /大得不正常/],
  [
    'a .docx of a bomb that says it is small',
    () => ({ 'a.docx': lyingZip(document(`<w:document>${'<w:p/>'.repeat(15_000_000)}</w:document>`)) }),
    /大得不正常/,
  ],
  ['a .docx with a DTD', () => ({ 'a.docx': document(bomb) }), /DTD/],
  ['a .docx of 100 MB', () => ({ 'a.docx': Buffer.concat([Buffer.from('PK\u0003\u0004'), megabytes(100)]) }), /超过 10 MB/],
  ['a .docx that breaks off', () => ({ 'a.docx': document('<w:document/>').subarray(0, 60) }), /损坏/],
]

async function office() {
  const t = await smallOffice()
  await t.member({ name: '赵一鸣', idNumber: idNumberOf(2) })
  const sources = (files: Files) =>
    Object.entries(files).flatMap(([name, content]) => {
      writeFileSync(join(t.folder, name), content)
      return name.endsWith('.pic') ? [] : [t.tokens.offer(join(t.folder, name))]
    })
  const kept = async () => ({
    cadres: (await t.call('records.list', { type: 'cadre', limit: 10 })).total,
    people: (await t.call('records.list', { type: 'person', limit: 10 })).total,
  })
  return { ...t, sources, kept }
}

/** The fault of the only file, and how long it took to find. */
async function refused({ call }: Awaited<ReturnType<typeof office>>, sources: readonly string[]) {
  const before = performance.now()
  const { files, counts } = await call('cadre.previewFiles', { sources: [...sources], job: 'look' })
  return { faults: files.flatMap(file => file.faults), counts, ms: performance.now() - before }
}

describe.each(hostile)('%s', (_, make, said) => {
  test('is refused with the reason within a second, and changes nothing', async () => {
    const t = await office()
    const sources = t.sources(make())
    const before = await t.kept()
    const { faults, counts, ms } = await refused(t, sources)
    expect(faults).toEqual([expect.stringMatching(said)])
    expect(counts).toMatchObject({ read: 1, faulty: 1, created: 0, updated: 0 })
    expect(ms).toBeLessThan(1000)
    expect(await t.call('cadre.importFiles', { sources, job: 'in', goodFiles: true })).toMatchObject({ faults: [{ message: expect.stringMatching(said) }] })
    expect(await t.kept()).toEqual(before)
  })
})

test('a zip of all of them takes the one that is good, names each that is not, and reads none of them far', async () => {
  const t = await office()
  const small = hostile.filter(([what]) => !what.includes('100 MB')).map(([what, make, said]) => ({ what, files: Object.entries(make()), said }))
  const inside = Object.fromEntries(small.flatMap(({ files }, i) => files.map(([name, content]) => [`${i}/${name}`, Buffer.from(content)])))
  const [source = ''] = t.sources({ 'all.zip': zipped({ ...inside, '好/赵一鸣.lrmx': Buffer.from(good) }) })
  const { files, counts } = await t.call('cadre.previewFiles', { sources: [source], job: 'look' })
  expect(counts).toMatchObject({ read: small.length + 1, created: 1, faulty: small.length })
  for (const [i, { what, files: made, said }] of small.entries()) {
    const name = made[0]?.[0] ?? ''
    expect(files.find(({ file }) => file === `${i}/${name}`)?.faults, what).toEqual([expect.stringMatching(said)])
  }
  await t.call('cadre.importFiles', { sources: [source], job: 'in', goodFiles: true })
  expect((await t.kept()).cadres).toBe(1)
})

test.each([
  ['an entry of 100 MB that says so', () => zipped({ 'a.lrmx': withPhoto(megabytes(100)) }), /超过 10 MB/],
  ['an entry of 100 MB that says it is small', () => lyingZip(zipped({ 'a.lrmx': withPhoto(megabytes(100)) })), /大得不正常/],
  ['a .pic of 100 MB that says it is small', () => lyingZip(zipped({ 'a.lrm': strToU8(lrm), 'a.pic': megabytes(100) })), /大得不正常/],
])('a zip with %s is refused within a second', async (_, make, said) => {
  const t = await office()
  const { faults, ms } = await refused(t, t.sources({ 'a.zip': make() }))
  expect(faults).toEqual([expect.stringMatching(said)])
  expect(ms).toBeLessThan(1000)
})

test.each([
  ['breaks off', () => zipped({ 'a.lrmx': strToU8(good) }).subarray(0, 200), /损坏/],
  ['is none', () => Buffer.from('not a zip'), /损坏/],
  ['says that it has more entries than anybody has cadres', () => crowded(zipped({ 'a.lrmx': strToU8(good) })), /大得不正常/],
  ['holds no sheets', () => zipped({ '说明.txt': strToU8('无关') }), /没有 \.lrmx/],
])('a zip that %s is refused whole', async (_, make, said) => {
  const t = await office()
  const sources = t.sources({ 'a.zip': make() })
  const before = performance.now()
  await expect(refused(t, sources)).rejects.toMatchObject({ code: 'file.unreadable', facts: { why: expect.stringMatching(said) } })
  expect(performance.now() - before).toBeLessThan(1000)
})
