import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { withChromium } from '../support/chromium.ts'
import { documentsOf, textOf } from '../support/development.ts'
import { smallOffice } from '../support/office.ts'
import { bookmarks, textsOf } from '../support/pdf.ts'
import { selected } from '../support/selection.ts'

test(
  '整卷 of a selection is one PDF: what is selected and who was considered on the cover, 纪实表 first, every material with the name of whom it is about',
  { timeout: 120_000 },
  () =>
    withChromium(async printer => {
      const office = await smallOffice({ today: '2026-11-23', printer })
      const { call, add, tokens, folder } = office
      const { caseId, second } = await selected(office)
      const scan = await PDFDocument.create()
      scan.addPage([503, 700])
      const scanned = join(folder, '考察材料.pdf')
      writeFileSync(scanned, await scan.save())
      const { id: file } = await call('attachment.add', { file: tokens.offer(scanned) })
      await add('caseMaterial', { caseId, step: 'report', material: 'report', name: '补充考察材料', madeOn: '2026-09-25', file, candidateId: second })
      const path = join(folder, '整卷.pdf')
      const reply = await call('case.file', { caseIds: [caseId], file: tokens.offer(path), originals: false, job: 'j' })
      if (process.env['KEEP_PDF']) execFileSync('cp', [path, process.env['KEEP_PDF']])
      const document = await PDFDocument.load(readFileSync(path))
      expect(reply).toEqual({ files: [{ name: '整卷.pdf', pages: document.getPageCount() }], missing: [], beside: 0 })
      expect(bookmarks(document)).toEqual(['封面和目录', '干部选拔任用工作纪实表', '卷宗材料清单', '流程图和时间节点表', '补充考察材料（邓文涛）'])
      const texts = textsOf(path)
      expect(texts[0]).toContain('选拔事项教务处副处长选拔')
      expect(texts[0]).toContain('人选温启明、邓文涛')
      expect(texts[0]).not.toContain('姓名')
      expect(texts.join('')).toContain('考察材料（温启明）综合分析，形成考察材料2026.09.20')
      expect(
        document
          .getPages()
          .map(page => Math.round(page.getWidth()))
          .indexOf(503),
      ).toBe(document.getPageCount() - 1)
    }),
)

test('材料清单 and 流程图 of a selection say what is selected, not who somebody is, and name whose material is lacking', async () => {
  const office = await smallOffice({ today: '2026-11-23' })
  const { caseId } = await selected(office)
  for (const form of ['caseMaterials', 'caseFlow'] as const) {
    const [document] = await documentsOf(office.call, form, { caseIds: [caseId] })
    const text = document ? textOf(document) : ''
    for (const words of [
      '选拔事项\n教务处副处长选拔',
      '选拔方式\n日常选拔',
      '职　数\n1 名，中层副职',
      '人　选\n温启明（已任职）、邓文涛（未列入）',
      '承办人\n沈国梁',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/民　族|党支部/)
  }
  const [list] = await documentsOf(office.call, 'caseMaterials', { caseIds: [caseId] })
  const text = list ? textOf(list) : ''
  expect(text).toContain('考察材料（邓文涛）')
})

test('a selection nobody is considered for yet has its whole file too, without 纪实表', async () => {
  const printed: string[] = []
  const printer = {
    pdf: async (job: { readonly template: string }) => {
      printed.push(job.template)
      const made = await PDFDocument.create()
      made.addPage()
      return made.save()
    },
    paper: () => Promise.reject(new Error('no paper here')),
  }
  const { call, tokens, folder, top } = await smallOffice({ printer })
  const matter = { kind: 'ordinary', places: 1, rank: null, dual: false, probation: false, vacancy: null } as const
  const { caseId } = await call('selection.open', {
    name: '保卫处处长选拔',
    organizationId: top,
    openedOn: '2026-11-02',
    owner: null,
    ...matter,
    candidates: [],
  })
  await call('case.file', { caseIds: [caseId], file: tokens.offer(join(folder, '整卷.pdf')), originals: false, job: 'j' })
  expect([...new Set(printed)]).toEqual(['caseMaterials', 'caseFlow', 'caseFile'])
})
