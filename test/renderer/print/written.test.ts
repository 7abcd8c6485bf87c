import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filled, label, type WrittenDocument } from '../../../shared/forms/written.ts'
import { notice, noticePaper, noticeTitle, sentences, signedBy } from '../../../shared/forms/written-notice.ts'
import { textsOf, writtenDocument } from '../../support/arbitrary-written.ts'
import { type LaidOut, type WrittenPages, writtenPages } from '../../support/written-pages.ts'

const paper = { size: 'A4', landscape: false, margins: { top: 20, right: 20, bottom: 18, left: 20 } } as const
const words = '该同志政治立场坚定，认真学习党的理论，工作勤恳，作风扎实，群众基础好。'

let pages: WrittenPages
beforeAll(async () => {
  pages = await writtenPages()
}, 120_000)
afterAll(() => pages.close())

const layOut = (...documents: readonly WrittenDocument[]) => pages.layOut({ paper, watermark: null, documents })
const one = async (document: WrittenDocument): Promise<readonly LaidOut[]> => (await layOut(document))[0] ?? []
const squeezed = (texts: readonly string[]) => texts.join('').replaceAll(/\s/g, '')

/** Of what stands on the pages, what the document says, in its order; the rest is repeated: heads and labels. */
function isWithin(wanted: string, shown: string): boolean {
  let at = 0
  for (const sign of shown) if (sign === wanted[at]) at += 1
  return at === wanted.length
}

test('whatever is written, the pages have every text in order, and none is fuller than it may be or wider than its box', { timeout: 180_000 }, async () => {
  const documents = fc.sample(writtenDocument, { numRuns: 80, seed: 20_261_123 })
  const laid = await layOut(...documents)
  for (const [i, document] of documents.entries()) {
    const found = laid[i] ?? []
    const shown = squeezed(found.flatMap(({ texts }) => texts))
    for (const text of textsOf(document)) expect(isWithin(squeezed([text]), shown), `${i}: ${text}`).toBe(true)
    expect(isWithin(squeezed(textsOf(document).filter(text => text.length > 12)), shown), String(i)).toBe(true)
    expect(
      found.map(({ over }) => over).filter(over => over > 0),
      String(i),
    ).toEqual([])
    expect(
      found.flatMap(({ wide }) => wide),
      String(i),
    ).toEqual([])
  }
})

test('a row that may run on is parted at a line: its label stands on both pages, the signature at the end, and no word is lost or doubled', async () => {
  const text = Array.from({ length: 30 }, (_, i) => `${i}${words}${words}`)
  const found = await one({
    blocks: [
      {
        kind: 'grid',
        columns: [14, 156],
        rows: [{ flows: true, height: 40, cells: [label('党支部意见', { vertical: true }), filled(text.join('\n'), { sign: ['（盖章）'] })] }],
      },
    ],
  })
  expect(found).toHaveLength(2)
  expect(found.map(({ texts }) => texts.filter(said => said === '党支部意见').length)).toEqual([1, 1])
  expect(found.map(({ texts }) => texts.includes('（盖章）'))).toEqual([false, true])
  expect(squeezed(found.flatMap(({ texts }) => texts.filter(said => said !== '党支部意见' && said !== '（盖章）')))).toBe(text.join(''))
})

test('a row that may not run on goes to the next page whole, and a head stands on every page', async () => {
  const rows = Array.from({ length: 6 }, (_, i) => ({ height: 70, cells: [filled(`第${i}项`), filled(words)] }))
  const found = await one({ blocks: [{ kind: 'grid', columns: [40, 130], head: 1, rows: [{ height: 9, cells: [label('项目'), label('内容')] }, ...rows] }] })
  expect(found.map(({ texts }) => texts.filter(text => /^第|^项目/.test(text)))).toEqual([
    ['项目', '第0项', '第1项', '第2项'],
    ['项目', '第3项', '第4项', '第5项'],
  ])
})

test('rows under one label stay together where a page holds them; where none does, the label stands on each', async () => {
  const rows = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ height: 20, cells: [...(i === 0 ? [label('家庭成员', { down: n })] : []), filled(`成员${i}`)] }))
  const grid = (n: number) => ({ kind: 'grid' as const, columns: [20, 150], rows: rows(n) })
  const together = await one({ blocks: [{ kind: 'gap', mm: 150 }, grid(6)] })
  expect(together.map(({ texts }) => texts.length)).toEqual([0, 7])
  const parted = await one({ blocks: [grid(20)] })
  expect(parted.map(({ texts }) => texts.filter(text => text === '家庭成员').length)).toEqual([1, 1])
  expect(parted.flatMap(({ texts }) => texts.filter(text => text.startsWith('成员')))).toHaveLength(20)
})

test('a heading is never the last line of a page, and who signs never stands without the end of the text', async () => {
  const text = (n: number) => Array.from({ length: n }, () => ({ kind: 'paragraph' as const, text: words, size: 'heading' as const, indent: true }))
  for (const gap of [150, 160, 170, 180, 190, 200, 210]) {
    const blocks = [
      { kind: 'gap' as const, mm: gap },
      { kind: 'paragraph' as const, text: '一、公示时间', bold: true },
      ...text(1),
      { kind: 'gap' as const, mm: 12 },
      { kind: 'paragraph' as const, text: '县委组织部', align: 'right' as const },
      { kind: 'paragraph' as const, text: '2026年11月23日', align: 'right' as const },
    ]
    for (const { texts } of await one({ blocks })) {
      expect(texts.at(-1), String(gap)).not.toBe('一、公示时间')
      if (texts.includes('县委组织部')) expect(texts.at(-1), String(gap)).toBe('2026年11月23日')
      if (texts.includes('县委组织部'))
        expect(
          texts.some(said => words.endsWith(said.slice(-4)) && said.length > 4),
          String(gap),
        ).toBe(true)
    }
  }
})

test('a page break begins a page and leaves none empty; the foot says what the form wants', async () => {
  const turn = { kind: 'pageBreak' as const }
  const blocks = [turn, { kind: 'title' as const, text: '封面' }, turn, turn, { kind: 'paragraph' as const, text: '正文' }, turn]
  expect((await one({ blocks })).map(({ texts, foot }) => [texts.join(''), foot])).toEqual([
    ['封面', '第 1 页　共 2 页'],
    ['正文', '第 2 页　共 2 页'],
  ])
  expect((await one({ blocks, numbers: 'dashes' })).map(({ foot }) => foot)).toEqual(['— 1 —', '— 2 —'])
  expect((await one({ blocks, numbers: 'none' })).map(({ foot }) => foot)).toEqual(['', ''])
})

test('a text that shrinks goes into its row, however long it is', async () => {
  const resume = Array.from({ length: 24 }, (_, i) => `20${10 + i}.09--20${11 + i}.08  云江理工大学水利水电工程学院水利水电工程专业学习`).join('\n')
  const found = await one({
    blocks: [
      {
        kind: 'grid',
        columns: [14, 152],
        rows: [
          { height: 125.8, cells: [label('简\n历'), filled(resume, { size: 'body', top: true, hang: 9, shrinks: true })] },
          { height: 100, cells: [label('备注'), filled('无')] },
        ],
      },
    ],
  })
  expect(found).toHaveLength(1)
})

test('an official letter has 22 lines to a page, its number outside, and who signs in the middle above the day', async () => {
  const sentence = '为进一步扩大干部工作民主，加强对干部选拔任用工作的监督，现将拟任职干部的有关情况予以公示。'
  const letter = notice(noticeTitle('干部任前公示'), sentences(...Array.from({ length: 16 }, () => sentence)), signedBy('中共青岚县委组织部', '2026-10-23'))
  const [found = []] = await pages.layOut({ paper: noticePaper, watermark: null, documents: [letter] })
  // Two lines each: 10 paragraphs below the title and its empty line.
  expect(found.map(({ texts }) => texts.filter(text => text === sentence).length)).toEqual([10, 6])
  expect(found.map(({ foot, over }) => [foot, over])).toEqual([
    ['— 1 —', 0],
    ['— 2 —', 0],
  ])
  expect(found[1]?.texts.slice(-2)).toEqual(['中共青岚县委组织部', '2026年10月23日'])
})
