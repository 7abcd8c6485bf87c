// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { strips } from '../../../renderer/print/index.tsx'
import { samplesOf } from '../../../renderer/print/measure.ts'
import { stripsIn } from '../../../renderer/print/paginate.ts'
import type { ArchiveLine, StudyArchiveProps } from '../../../shared/forms/study-archive.ts'

const laidOut = HTMLElement.prototype.getBoundingClientRect
afterEach(() => {
  HTMLElement.prototype.getBoundingClientRect = laidOut
})

/** jsdom lays nothing out: here whatever is measured is as high as its longest cell has characters. */
function highAsText() {
  HTMLElement.prototype.getBoundingClientRect = function (this: HTMLElement) {
    const cells = this instanceof HTMLTableRowElement ? [...this.cells] : [this]
    return new DOMRect(0, 0, 0, Math.max(0, ...cells.map(cell => cell.textContent?.length ?? 0)))
  }
}

const line = (number: number, title: string): ArchiveLine => ({
  number,
  span: '03.10',
  title,
  kind: '党课',
  organizer: '',
  hours: 2,
  completed: '—',
  remark: '签到',
})
const person = (name: string, titles: readonly string[]): StudyArchiveProps['people'][number] => ({
  name,
  sex: '男',
  born: '1985.03',
  joined: '2008.06',
  category: '党员',
  post: '县档案馆党支部党员',
  phone: '',
  target: '32 学时',
  done: 4,
  percent: '12.5%',
  lines: titles.map((title, i) => line(i + 1, title)),
})

function archives(people: StudyArchiveProps['people']) {
  const rendered = document.createElement('div')
  rendered.innerHTML = renderToStaticMarkup(strips('studyArchive', { watermark: null, year: 2025, people }))
  return stripsIn(rendered)
}

test('a row is as high as its highest cell, whoever else has the same cells', () => {
  highAsText()
  const found = archives([person('方远', ['一次很长名字的轮训班', '党课']), person('尹齐', ['党课', '另一次名字更长一些的轮训班'])])
  const heights = samplesOf(found).heights()
  // 03.10 and 合　计 are the longest of their rows where the title is short.
  expect(heights.map(({ rows }) => rows)).toEqual([
    [10, 5, 3],
    [5, 13, 3],
  ])
  const [own, other] = heights
  expect(own?.head).toBe(found[0]?.head.textContent?.length)
  expect(other?.tail).toBe(found[1]?.tail.textContent?.length)
})

test('what documents share is laid out once, and nothing is taken from them', () => {
  const titles = ['党课', '主题党日', '轮训班']
  const many = archives(Array.from({ length: 40 }, () => person('方远', titles)))
  const { elements } = samplesOf(many)
  expect(elements).toHaveLength(1)
  // A number and a title of each line, what all lines share five times over, and the sum.
  const one = samplesOf(archives([person('方远', titles)])).elements[0]
  expect(elements[0]?.outerHTML).toBe(one?.outerHTML)
  expect(many.map(({ rows, head }) => [rows.length, head.isConnected, head.textContent?.includes('方　远')])).toEqual(many.map(() => [4, false, true]))
})

test('rows under a cell that spans them are laid out together', () => {
  const rendered = document.createElement('div')
  rendered.innerHTML =
    '<article class="form form-strip"><div class="form-head"></div><table data-flow=""><tbody><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody></table><div class="form-tail"></div></article>'
  const [sample] = samplesOf(stripsIn(rendered)).elements
  expect([...(sample?.querySelectorAll('tr') ?? [])].map(row => row.outerHTML)).toEqual(['<tr><td rowspan="2">甲</td><td>乙</td></tr>', '<tr><td>丙</td></tr>'])
})
