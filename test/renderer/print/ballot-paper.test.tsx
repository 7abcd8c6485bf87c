// @vitest-environment jsdom
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { strips } from '../../../renderer/print/index.tsx'
import { paginate, stripsIn } from '../../../renderer/print/paginate.ts'
import { planPages } from '../../../renderer/print/plan-pages.ts'
import { ballots } from '../../../shared/ballots/index.ts'
import { layoutOf } from '../../../shared/ballots/layout.ts'
import { ballotKindNames, type BallotKindName } from '../../../shared/domain/ballot-words.ts'
import { paperColumns, paperOf } from '../../../shared/forms/ballot-paper-columns.ts'
import type { BallotPaperSheet } from '../../../shared/forms/ballot-paper-sheet.ts'

const rowsOf = (n: number, given: Partial<BallotPaperSheet['rows'][number]> = {}) =>
  Array.from({ length: n }, (_, i) => ({ number: i + 1, name: `同志${i + 1}`, post: '', section: '', places: null, ...given }))

const sheet = (rows: BallotPaperSheet['rows'], given: Partial<BallotPaperSheet> = {}): BallotPaperSheet => ({
  title: '测评票',
  under: '',
  left: '党支部：机关第一党支部',
  right: '2026年1月15日',
  foot: '（加盖党支部印章有效）',
  rows,
  scored: [],
  places: null,
  notes: ['本票无记名填写。'],
  copies: 0,
  ...given,
})

function stripsFor(kind: BallotKindName, papers: readonly BallotPaperSheet[]) {
  const host = document.createElement('div')
  host.innerHTML = renderToStaticMarkup(strips('ballotPaper', { watermark: null, kind, papers, summary: null }))
  return stripsIn(host)
}

/** The sheets of paper, where every row is 10 high and the first page has room for so many; later ones, without the notes, for one more. */
function laid(kind: BallotKindName, papers: readonly BallotPaperSheet[], roomForRows: number) {
  const all = stripsFor(kind, papers)
  const heights = all.map(({ rows }) => ({ room: 42 + roomForRows * 10, head: 20, heading: 10, rows: rows.map(() => 10), tail: 10 }))
  return paginate(all, heights)
}

const textsOf = (page: Element) => [...page.querySelectorAll('tbody tr')].map(row => row.querySelector('td')?.textContent)
const halvesOf = (sheets: readonly Element[]) => sheets.map(page => [...page.querySelectorAll(':scope > section')].map(textsOf))

test('a paper to be copied fills its sheet: twice where it is one page, page beside page where it has two', () => {
  expect(halvesOf(laid('memberAppraisal', [sheet(rowsOf(2))], 5))).toEqual([
    [
      ['1', '2'],
      ['1', '2'],
    ],
  ])
  expect(halvesOf(laid('memberAppraisal', [sheet(rowsOf(7))], 5))).toEqual([
    [
      ['1', '2', '3', '4', '5'],
      ['6', '7'],
    ],
  ])
})

test('as many papers are printed as were asked for, and none of one ballot lies beside another of a different one', () => {
  const sheets = laid('memberAppraisal', [sheet(rowsOf(1), { copies: 3 }), sheet(rowsOf(2), { copies: 2 })], 5)
  expect(halvesOf(sheets)).toEqual([
    [['1'], ['1']],
    [['1']],
    [
      ['1', '2'],
      ['1', '2'],
    ],
  ])
  // Three pages: each beside its twin, so that a cut gives two papers.
  const pages = halvesOf(laid('memberAppraisal', [sheet(rowsOf(14), { copies: 2 })], 5))
  expect(pages.map(([left, right]) => [left?.[0], right?.[0]])).toEqual([
    ['1', '1'],
    ['6', '6'],
    ['12', '12'],
  ])
})

test('each page of a paper has its title, its seal and its number; the notes stand under the first', () => {
  const [page] = laid('memberAppraisal', [sheet(rowsOf(7))], 5)
  const halves = [...(page?.querySelectorAll(':scope > section') ?? [])]
  expect(halves.map(half => half.querySelector('h1')?.textContent)).toEqual(['测评票', '测评票'])
  expect(halves.map(half => half.querySelector('.form-leaf')?.textContent)).toEqual(['（加盖党支部印章有效）', '（加盖党支部印章有效）'])
  expect(halves.map(half => half.querySelector('footer')?.textContent)).toEqual(['第 1 页　共 2 页', '第 2 页　共 2 页'])
  expect(halves.map(half => half.querySelectorAll('.form-notes').length)).toEqual([1, 0])
  const [single] = laid('memberAppraisal', [sheet(rowsOf(3))], 5)
  expect(single?.querySelector('footer')).toBeNull()
})

test('copies of a paper are the same to the last letter: nothing tells whose it was', () => {
  const sheets = laid('memberAppraisal', [sheet(rowsOf(3), { copies: 40 })], 5)
  const copies = sheets.flatMap(page => [...page.querySelectorAll(':scope > section')].map(half => half.outerHTML))
  expect(copies).toHaveLength(40)
  expect(new Set(copies).size).toBe(1)
})

test('the places of a post stand on one page; where no page holds them, it is named on each', () => {
  const [row] = rowsOf(1)
  const posts = (places: number) => [
    { ...row, number: 1, name: '副局长', post: '', section: '', places: 3 },
    { ...row, number: 2, name: '总工程师', post: '', section: '', places },
  ]
  const pagesOf = (places: number) =>
    laid('meetingRecommendation', [sheet(posts(places))], 5)
      .flatMap(page => [...page.querySelectorAll(':scope > section')])
      .filter((half, i, all) => half.outerHTML !== all[i - 1]?.outerHTML)
      .map(half =>
        [...half.querySelectorAll('tbody tr')].map(tr =>
          [...tr.querySelectorAll('td')]
            .map(cell => cell.textContent)
            .join(' ')
            .trim(),
        ),
      )
  expect(pagesOf(4)).toEqual([
    ['副局长（3名） 1', '2', '3'],
    ['总工程师（4名） 1', '2', '3', '4'],
  ])
  expect(pagesOf(8)).toEqual([
    ['副局长（3名） 1', '2', '3'],
    ['总工程师（8名） 1', '2', '3', '4', '5'],
    ['总工程师（8名） 6', '7', '8'],
  ])
})

test.each(ballotKindNames)('%s: from 1 to 120 on the list, everybody stands on the paper once, in order, and every row has its boxes', kind => {
  const scored = [1, 2, 3].map(n => ({ area: '履行义务', label: `指标${n}`, rule: '按次计分', points: 10 }))
  for (const n of [1, 3, 12, 13, 60, 120]) {
    const paper = sheet(rowsOf(n, { places: 1 }), { scored, places: 3 })
    const html = renderToStaticMarkup(strips('ballotPaper', { watermark: null, kind, papers: [paper], summary: null }))
    const each = layoutOf(ballots[kind]) === 'person' || (layoutOf(ballots[kind]) === 'scores' && n === 1)
    const body = html.split('data-flow=""')[1]?.split('</table>')[0] ?? ''
    const named = [...body.matchAll(/>(同志\d+)[<（]/g)].map(([, name]) => name)
    expect(named).toEqual(each ? [] : paper.rows.map(row => row.name))
    const columns = paperColumns(kind, paper)
    const width = columns.reduce((sum, { mm }) => sum + mm, 0)
    if (columns.length > 0) expect(Math.abs(width - (paperOf(kind).twoUp ? 124.1 : 260.6))).toBeLessThan(0.01)
    if (columns.length > 0 && layoutOf(ballots[kind]) !== 'names' && !each) expect([...body.matchAll(/<td/g)], `${kind} ${n}`).toHaveLength(columns.length * n)
  }
})

test('an election has a box over every name, and as many columns for others as there are places; bands are alike', () => {
  const html = renderToStaticMarkup(strips('ballotPaper', { watermark: null, kind: 'election', papers: [sheet(rowsOf(11), { places: 9 })], summary: null }))
  const bands = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, band = '']) => ({
    label: /class="name label">(.*?)</.exec(band)?.[1],
    boxes: [...band.matchAll(/<td><div class="sign">/g)].length,
  }))
  expect(bands).toEqual([
    { label: '候选人', boxes: 6 },
    { label: '候选人', boxes: 5 },
    { label: '另选人', boxes: 6 },
    { label: '另选人', boxes: 3 },
  ])
})

test('papers that are read page by page: every row once, in order, no page fuller than it may be with head and heading on each', () => {
  const strip = fc.record({
    head: fc.integer({ min: 0, max: 40 }),
    heading: fc.integer({ min: 0, max: 20 }),
    rows: fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 1, maxLength: 120 }),
    tail: fc.integer({ min: 0, max: 40 }),
  })
  fc.assert(
    fc.property(strip, ({ rows, ...heights }) => {
      const starts = planPages({ room: 150, breaks: new Set(), totals: 0, rows, ...heights, leaves: true })
      expect(starts[0]).toBe(0)
      for (const [i, start] of starts.entries()) {
        const end = starts[i + 1] ?? rows.length
        expect(end).toBeGreaterThan(start)
        const used = heights.head + heights.heading + rows.slice(start, end).reduce((a, b) => a + b, 0) + (i === 0 ? heights.tail : 0)
        if (end - start > 1) expect(used).toBeLessThanOrEqual(150)
      }
    }),
  )
})
