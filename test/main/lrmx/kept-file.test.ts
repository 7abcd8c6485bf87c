// @vitest-environment jsdom
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet } from '../../../main/files/lrmx/read.ts'
import { idNumberOf, smallOffice } from '../../support/office.ts'
import { elementsOf } from './elements.ts'
import { anyFileOf, officialFile } from './files.ts'

async function office() {
  const t = await smallOffice()
  const [papers, place] = [join(t.folder, '任免表'), join(t.folder, '导出')]
  mkdirSync(papers)
  const bringIn = async (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(papers, name), content)
    const outcome = await t.call('cadre.importFiles', { sources: [t.tokens.offer(papers)], job: 'in' })
    for (const name of readdirSync(papers)) rmSync(join(papers, name))
    return outcome
  }
  const cadres = async () => (await t.call('records.list', { type: 'cadre', limit: 200, offset: 0 })).rows
  /** Every cadre's file, by its name. */
  const takeOut = async (): Promise<Readonly<Record<string, string>>> => {
    mkdirSync(place)
    const cadreIds = (await cadres()).map(row => String(row['id']))
    await t.call('cadre.exportFiles', { cadreIds, folder: t.tokens.offer(place), job: 'out' })
    const files = Object.fromEntries(readdirSync(place).map(name => [name, readFileSync(join(place, name)).toString()]))
    rmSync(place, { recursive: true })
    return files
  }
  return { ...t, papers, bringIn, takeOut, cadres }
}

/** Somebody whom the roster does not have: it takes from the file what it knows of him. */
const someone = (i: number) => ({ XingMing: `某${i}`, XingBie: '女', ChuShengNianYue: '197912', ShenFenZheng: idNumberOf(i) })
const born = ['197912', '19791231', '1979.12', '1979年12月'] as const

test('whatever a file says comes out as it came in, element by element: what nobody knows, odd dates, any order, uneven families', async () => {
  const batch = fc.array(fc.tuple(fc.constantFrom(...born), fc.nat()), { minLength: 25, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(batch, async seeds => {
      const t = await office()
      const files = Object.fromEntries(
        seeds.map(([ChuShengNianYue, seed], i) => {
          const who = someone(2 * i + 2)
          return [`${who.XingMing}.lrmx`, fc.sample(anyFileOf({ ...who, ChuShengNianYue }), { seed, numRuns: 1 })[0] ?? '']
        }),
      )
      expect(await t.bringIn(files)).toMatchObject({ written: true, faults: [] })
      const out = await t.takeOut()
      for (const [name, xml] of Object.entries(files)) expect(elementsOf(out[name] ?? ''), name).toEqual(elementsOf(xml))
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

const proposal = { NiRenZhiWu: '某单位主任', NiMianZhiWu: '某单位副主任', RenMianLiYou: '工作需要', ChengBaoDanWei: '某县委组织部' }
const sheet = officialFile(
  {
    ...someone(4),
    ...proposal,
    JianKangZhuangKuang: '健康',
    RuDangShiJian: '2001.08；民建',
    NianDuKaoHeJieGuo: '2024年称职;2025年优秀',
    JianLi: '2002.07—2015.03 某单位科员\n2015.03至今 某单位副主任',
    JiSuanNianLingShiJian: '202606',
    TianBiaoShiJian: '20260601',
    TianBiaoRen: '孙三',
    Version: '2.0',
  },
  [
    { ChengWei: '丈夫', XingMing: '钱二', ChuShengRiQi: '19781105' },
    { ChengWei: '', XingMing: '无称谓' },
    { ChengWei: '女儿', XingMing: '钱三', ChuShengRiQi: '2006.1' },
  ],
).replace('<JianLi>', '<PeiXun a="1"><Ci>一次</Ci></PeiXun>\r\n  <JianLi>')

test('what is changed in the program is another in the file, and nothing else is', async () => {
  const t = await office()
  await t.bringIn({ '某4.lrmx': sheet })
  const [cadre] = await t.cadres()
  expect(cadre).toMatchObject({
    proposedPost: '某单位主任',
    reason: '工作需要',
    reportedBy: '某县委组织部',
    filledBy: '孙三',
    agesOn: '2026-06-01',
    filledOn: '2026-06-01',
  })
  const id = String(cadre?.['id'])
  const before = elementsOf((await t.takeOut())['某4.lrmx'] ?? '')
  expect(before).toEqual(elementsOf(sheet))
  const updated = await t.call('records.update', {
    type: 'cadre',
    id,
    version: Number(cadre?.['version']),
    draft: { health: '一般', filledOn: '2026-11-20' },
  })
  const family = [
    { number: 1, relation: '丈夫', name: '钱二', born: '1978-11', politics: '群众', work: null },
    { number: 2, relation: '女儿', name: '钱三', born: '2006-01', politics: null, work: null },
    { number: 3, relation: '父亲', name: '赵大', born: null, politics: null, work: null },
  ]
  await t.call('cadre.save', { cadreId: id, version: Number(updated['version']), lines: { family } })
  const after = elementsOf((await t.takeOut())['某4.lrmx'] ?? '')
  expect(after.filter(line => !before.includes(line))).toEqual([
    '/Person/JianKangZhuangKuang : 一般',
    '/Person/JiaTingChengYuan/Item/ZhengZhiMianMao : 群众',
    '/Person/JiaTingChengYuan/Item/ChengWei : 父亲',
    '/Person/JiaTingChengYuan/Item/XingMing : 赵大',
    '/Person/TianBiaoShiJian : 20261120',
  ])
  // The one without a 称谓, whom the records do not take, stands where it stood.
  expect(after.flatMap(line => /Item\/XingMing : (.*)/.exec(line)?.[1] ?? [])).toEqual(['钱二', '无称谓', '钱三', '赵大'])
  expect(after).toContain('/Person/PeiXun a=1: ')
  expect(after).toContain('/Person/PeiXun/Ci : 一次')
})

test('what only a later file has is shown with the differences, and stays out where it is refused', async () => {
  const t = await office()
  await t.bringIn({ '某4.lrmx': sheet })
  const file = '某4.lrmx'
  const later = sheet.replace('一次', '两次')
  writeFileSync(join(t.papers, file), later)
  const sources = [t.tokens.offer(t.papers)]
  const look = await t.call('cadre.previewFiles', { sources, job: 'look' })
  expect(look).toMatchObject({
    counts: { updated: 1 },
    files: [
      {
        changes: [
          { field: 'file', label: '本程序没有栏目的内容', before: expect.stringContaining('PeiXun：一次'), after: expect.stringContaining('PeiXun：两次') },
        ],
      },
    ],
  })
  await t.call('cadre.importFiles', { sources, decisions: { [file]: { refused: ['file'] } }, job: 'in' })
  expect((await t.takeOut())[file]).toContain('一次')
  await t.call('cadre.importFiles', { sources, job: 'in' })
  expect((await t.takeOut())[file]).toContain('两次')
  await t.call('undo.last', {})
  expect((await t.takeOut())[file]).toContain('一次')
})

test('a sheet that proposes something else leaves nothing of the proposal before; one that proposes nothing leaves it', async () => {
  const t = await office()
  await t.bringIn({ '某4.lrmx': sheet })
  await t.bringIn({ '某4.lrmx': officialFile({ ...someone(4), JianKangZhuangKuang: '一般' }) })
  expect((await t.cadres())[0]).toMatchObject({ health: '一般', proposedPost: '某单位主任', removedPost: '某单位副主任' })
  await t.bringIn({ '某4.lrmx': officialFile({ ...someone(4), NiMianZhiWu: '某单位主任' }) })
  expect((await t.cadres())[0]).toMatchObject({ proposedPost: null, removedPost: '某单位主任', reason: null, filledBy: '孙三' })
})

test('a sheet filled in long ago is told of before it goes out', async () => {
  const t = await office()
  await t.bringIn({ '某4.lrmx': sheet.replaceAll('202606', '202504') })
  const cadreIds = (await t.cadres()).map(row => String(row['id']))
  const [warned] = await t.call('cadre.fileWarnings', { cadreIds })
  expect(warned?.messages).toContainEqual(expect.stringContaining('2025-04-01'))
})

test('somebody who was entered by hand goes out with the number, today, the office and who writes the file; another attachment in place of the file does no harm', async () => {
  const t = await office()
  const personId = await t.member({ name: '赵一鸣', idNumber: idNumberOf(2) })
  const paper = join(t.folder, '别的.txt')
  writeFileSync(paper, 'not a sheet')
  const { id: sheetFile } = await t.call('attachment.add', { file: t.tokens.offer(paper) })
  await t.call('records.create', { type: 'cadre', draft: { personId, sheetFile } })
  const out = readSheet(Buffer.from((await t.takeOut())['赵一鸣.lrmx'] ?? ''))
  expect(out).toMatchObject({
    idNumber: idNumberOf(2),
    agesOn: '20261123',
    filledOn: '20261123',
    filledBy: '经办人',
    reportedBy: '临江工业职业学院党委',
    rewards: '无',
  })
})
