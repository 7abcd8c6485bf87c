import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writtenDocx } from '../../main/features/forms/docx/document.ts'
import type { Written } from '../../shared/forms/form.ts'
import { ballots } from '../../shared/ballots/index.ts'
import { layoutOf } from '../../shared/ballots/layout.ts'
import { ballotKindNames } from '../../shared/domain/ballot-words.ts'
import { paperOf } from '../../shared/forms/ballot-paper-columns.ts'
import { forms } from '../../shared/forms/index.ts'
import { filled, type Grid, label, type WrittenDocument } from '../../shared/forms/written.ts'
import { attachments, notice, noticePaper, noticeTitle, salutation, sentences, signedBy } from '../../shared/forms/written-notice.ts'
import { textsOf, writtenDocument } from '../support/arbitrary-written.ts'
import { outOfOrder, readDocx } from '../support/docx.ts'
import { smallOffice } from '../support/office.ts'

const paper = { size: 'A4', landscape: false, margins: { top: 20, right: 20, bottom: 18, left: 20 } } as const
const about = { title: '样表', creator: '县委组织部' }
const made = async (documents: readonly WrittenDocument[], given: Partial<Written> = {}) =>
  readDocx(await writtenDocx({ paper, watermark: null, documents, ...given }, about))

async function twoCases() {
  const office = await smallOffice()
  const people = [
    await office.member({ name: '沈听澜', category: 'applicant', joinedOn: null, fullMemberOn: null }),
    await office.member({ name: '霍景和', category: 'applicant', joinedOn: null, fullMemberOn: null }),
  ]
  const { caseIds } = await office.call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: '周敏', personIds: people })
  return { ...office, caseIds }
}

test('a written form is saved as one Word document: a section for each person, numbered by itself, in the words of the print, and in the register', async () => {
  const { call, caseIds, tokens, folder } = await twoCases()
  const path = join(folder, '纪实表.docx')
  expect(await call('forms.docx', { form: 'caseRecord', params: { caseIds }, file: tokens.offer(path) })).toEqual({ documents: 2 })
  const { texts, body, sections, parts } = readDocx(readFileSync(path))
  const { props } = await call('forms.preview', { form: 'caseRecord', params: { caseIds } })
  const written = forms.caseRecord.writtenOf(props)
  expect(texts.filter(text => text.trim() !== '')).toEqual(written?.documents.flatMap(textsOf))
  expect(sections).toBe(2)
  expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2)
  expect(parts.get('word/footer1.xml')).toContain('SECTIONPAGES')
  // A4 upright with the margins of the print: 16 and 18 mm.
  expect(body).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
  expect(body).toMatch(/<w:pgMar w:top="907" w:right="1020" w:bottom="907" w:left="1020"/)
  expect(parts.get('word/header1.xml')).toContain('内部资料')
  expect((await call('forms.register', {})).rows[0]).toMatchObject({ what: forms.caseRecord.label, way: 'docx', detail: '2 人，2 份，纪实表.docx', folder })
  expect((await call('forms.register', { way: 'docx' })).total).toBe(1)
})

test('a document that is issued has its name in red above a red rule, and 版记 in a frame at the foot of its last page', async () => {
  const { body, texts, parts } = await made([
    notice({ kind: 'title', text: '中共青岚县委员会文件', points: 40, red: true }, { kind: 'rule' }, sentences('经研究决定：'), {
      kind: 'imprint',
      lines: [['抄送：县人大常委会'], ['县委办公室', '2026年10月20日印发']],
    }),
  ])
  expect(outOfOrder(parts.get('word/document.xml') ?? '')).toEqual([])
  expect(body).toMatch(/<w:color w:val="E60012"\/>.*中共青岚县委员会文件/)
  expect(body).toMatch(/<w:bottom w:val="single" w:color="E60012"/)
  expect(body.match(/<w:framePr [^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"/g)).toHaveLength(3)
  expect(texts.filter(text => text.trim() !== '')).toEqual(['中共青岚县委员会文件', '经研究决定：', '抄送：县人大常委会', '县委办公室', '2026年10月20日印发'])
})

test('without the watermark it has no header, and the register says so', async () => {
  const { call, caseIds, tokens, folder } = await twoCases()
  const path = join(folder, '清单.docx')
  await call('forms.docx', { form: 'caseMaterials', params: { caseIds, watermark: false }, file: tokens.offer(path) })
  expect([...readDocx(readFileSync(path)).parts.keys()].filter(name => name.includes('header'))).toEqual([])
  expect((await call('forms.register', {})).rows[0]?.detail).toContain('无水印')
})

test('a form that is not written says that there is no Word document of it, and leaves no file and no line', async () => {
  const { call, tokens, folder } = await smallOffice()
  const file = tokens.offer(join(folder, '统计表.docx'))
  await expect(call('forms.docx', { form: 'studySummary', params: { year: 2026 }, file })).rejects.toMatchObject({ code: 'form.unknown' })
  expect((await call('forms.register', {})).total).toBe(0)
  expect((await call('forms.list', {})).filter(({ docx }) => docx).map(({ name }) => name)).toEqual(expect.arrayContaining(['caseRecord', 'caseMaterials']))
})

test('a grid is a table of fixed widths in millimetres: boxes over columns and rows, heads that are repeated, rows that stay whole', async () => {
  const { body } = await made([
    {
      blocks: [
        {
          kind: 'grid',
          columns: [20, 30, 120],
          head: 1,
          framed: true,
          rows: [
            { cells: [label('项目', { span: 2 }), label('内容')], height: 10 },
            { cells: [label('意见', { down: 2, vertical: true }), filled('甲'), filled('乙')] },
            { cells: [filled('丙', { span: 2 })], flows: true },
          ],
        },
      ],
    },
  ])
  expect(body).toContain('<w:tblLayout w:type="fixed"/>')
  expect(body).toContain('<w:tblGrid><w:gridCol w:w="1134"/><w:gridCol w:w="1701"/><w:gridCol w:w="6803"/></w:tblGrid>')
  const rows = [...body.matchAll(/<w:tr>(.*?)<\/w:tr>/g)].map(([, row = '']) => row)
  expect(rows.map(row => row.includes('<w:tblHeader/>'))).toEqual([true, false, false])
  expect(rows.map(row => row.includes('<w:cantSplit/>'))).toEqual([true, true, false])
  expect(rows[0]).toContain('<w:trHeight w:val="567" w:hRule="atLeast"/>')
  expect(rows[0]).toContain('<w:gridSpan w:val="2"/>')
  expect(rows[1]).toContain('<w:vMerge w:val="restart"/>')
  expect(rows[2]).toContain('<w:vMerge w:val="continue"/>')
  // 意 above 见: a line for each.
  expect(rows[1]).toMatch(/意<\/w:t><\/w:r><w:r>.*?<w:br\/>.*?见/)
  expect(body).toMatch(/<w:left w:val="single" w:color="000000" w:sz="12"\/>/)
  expect(body).toMatch(/<w:insideV w:val="single" w:color="000000" w:sz="4"\/>/)
})

test('grids under each other are one table, with the rules of both', async () => {
  const { body } = await made([
    {
      blocks: [
        { kind: 'grid', columns: [50, 120], rows: [{ cells: [label('甲'), filled('乙')] }] },
        { kind: 'grid', columns: [20, 30, 120], rows: [{ cells: [label('丙'), filled('丁'), filled('戊')] }] },
      ],
    },
  ])
  expect(body.match(/<w:tbl>/g)).toHaveLength(1)
  expect(body).toContain('<w:tblGrid><w:gridCol w:w="1134"/><w:gridCol w:w="1701"/><w:gridCol w:w="6803"/></w:tblGrid>')
  expect(/甲.*?<\/w:tc>/.exec(body)?.index).toBeGreaterThan(body.indexOf('<w:gridSpan w:val="2"/>'))
})

test('a picture stands in its box in the size it is shown in, on a line that is as high as it', async () => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const picture = { text: '', image: { type: 'png', data: pixel, width: 32, height: 40 } } as const
  const bytes = await writtenDocx(
    { paper, watermark: null, documents: [{ blocks: [{ kind: 'grid', columns: [130, 40], rows: [{ cells: [filled('方知行'), picture] }] }] }] },
    about,
  )
  const { body } = readDocx(bytes)
  // 121 by 151 pixels, in their 9525 parts.
  expect(body).toContain('<wp:extent cx="1152525" cy="1438275"/>')
  expect(body.slice(body.lastIndexOf('<w:pPr>', body.indexOf('<w:drawing>')), body.indexOf('<w:drawing>'))).toMatch(/w:line="240" w:lineRule="auto"/)
  expect(Object.keys(unzipSync(bytes)).filter(name => name.startsWith('word/media/'))).toHaveLength(1)
})

test('types have their Chinese names, and what to take where they are not installed', async () => {
  const { body, parts } = await made([
    {
      blocks: [
        { kind: 'title', text: '任免审批表' },
        { kind: 'paragraph', text: '各支部：' },
        { kind: 'paragraph', text: '一、', bold: true },
      ],
    },
  ])
  for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体']) expect(body).toContain(`w:eastAsia="${face}"`)
  // And no room of Word's own between them and digits.
  expect(parts.get('word/styles.xml')?.match(/w:styleId="Normal"/g)).toHaveLength(1)
  expect(parts.get('word/styles.xml')).toContain('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>')
  expect(parts.get('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="FangSong_GB2312,仿宋')
})

test('a paper of half a sheet is a page of A5, and one across lies across', async () => {
  const half = await made([{ blocks: [{ kind: 'title', text: '票' }] }], { paper: { ...paper, landscape: true, twoUp: true } })
  expect(half.body).toContain('<w:pgSz w:w="8419" w:h="11906" w:orient="portrait"/>')
  const across = await made([{ blocks: [{ kind: 'title', text: '表' }] }], { paper: { ...paper, landscape: true } })
  expect(across.body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
})

test('an official letter has the lines and the edges of one, and its number on the outer side', async () => {
  const letter = notice(
    noticeTitle('任前公示'),
    salutation('各党支部'),
    sentences('现予公示。'),
    attachments('名单', '登记表'),
    signedBy('县委组织部', '2026-10-23'),
  )
  const { texts, body, parts } = await made([letter], { paper: noticePaper })
  expect(texts).toEqual(['任前公示', '各党支部：', '现予公示。', '附件：1.名单', '　　　2.登记表', '县委组织部', '2026年10月23日'])
  // 37, 26, 35 and 28 mm; 三号 with 22 lines to 225 mm, indented by two characters.
  expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(body).toMatch(/<w:spacing w:after="0" w:before="0" w:line="57\d" w:lineRule="exact"\/><w:ind w:firstLine="640" w:firstLineChars="200"\/>/)
  expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders')
  expect(
    [...parts]
      .filter(([name]) => name.startsWith('word/footer'))
      .map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1])
      .toSorted(),
  ).toEqual(['left', 'right'])
})

test('whatever is written, the document opens as XML, says things in the order that Word wants, and has every text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(writtenDocument, { minLength: 1, maxLength: 3 }), async documents => {
      const { texts, sections, body, parts } = await made(documents, { watermark: '经办人' })
      expect(texts.join('').replaceAll(/\s/g, '')).toBe(documents.flatMap(textsOf).join('').replaceAll(/\s/g, ''))
      expect(sections).toBe(documents.length)
      for (const xml of [body, ...parts.values()]) expect(outOfOrder(xml)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test.each(ballotKindNames)('%s: a paper as a Word document has its names in order and a box for every mark, and no row is short of its columns', async kind => {
  const rows = Array.from({ length: 14 }, (_, i) => ({ number: i + 1, name: `同志${i + 1}`, post: '', section: '', places: 1 }))
  const scored = [1, 2, 3].map(n => ({ area: '履行义务', label: `指标${n}`, rule: '按次计分', points: 10 }))
  const sheet = {
    title: '票',
    under: '',
    left: '党支部：第一党支部',
    right: '2026年1月15日',
    foot: '（加盖党支部印章有效）',
    rows,
    scored,
    places: 3,
    notes: ['本票无记名填写。'],
    copies: 0,
  }
  const found = forms.ballotPaper.writtenOf({ watermark: null, kind, papers: [sheet], summary: null })
  const { texts, body } = readDocx(await writtenDocx(found ?? { paper, watermark: null, documents: [] }, about))
  const each = layoutOf(ballots[kind]) === 'person'
  expect(texts.map(text => /^同志\d+/.exec(text.replaceAll('\n', ''))?.[0]).filter(Boolean)).toEqual(
    each || layoutOf(ballots[kind]) === 'signs' ? [] : rows.map(({ name }) => name),
  )
  expect(texts).toContain('（加盖党支部印章有效）')
  expect(body).toContain(paperOf(kind).twoUp ? 'w:w="8419" w:h="11906"' : 'w:w="16838" w:h="11906"')
  for (const grid of gridsOf(found?.documents ?? [])) expect(widthsOf(grid)).toEqual(grid.rows.map(() => grid.columns.length))
})

const gridsOf = (documents: readonly WrittenDocument[]): readonly Grid[] => documents.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'grid'))

/** How many columns each row fills, with the boxes that reach down into it. */
function widthsOf({ rows }: Grid): readonly number[] {
  return rows.map((_, r) =>
    rows
      .slice(0, r + 1)
      .reduce((sum, { cells }, from) => sum + cells.filter(({ down = 1 }) => from + down > r).reduce((own, { span = 1 }) => own + span, 0), 0),
  )
}

test('what XML cannot hold is left out, and the rest stands', async () => {
  const { texts } = await made([{ blocks: [{ kind: 'paragraph', text: '甲\u0000\u000B乙\uD800丙' }] }])
  expect(texts).toEqual(['甲乙丙'])
})
