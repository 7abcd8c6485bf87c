import { expect, test } from 'vitest'
import { dottedMonth, dottedSpan, hoursText, longDay, longSpan, percentText, spacedName, unitAndPost } from '../../../shared/forms/text.ts'

test.each([
  ['尹齐', '尹　齐'],
  ['陆素问', '陆素问'],
  ['欧阳若水', '欧阳若水'],
  ['阿里·买买提', '阿里·买买提'],
  ['Li', 'Li'],
])('the name %s is set as %s', (name, set) => {
  expect(spacedName(name)).toBe(set)
})

test.each([
  [0, '0'],
  [54.5, '54.5'],
  [57.33, '57.33'],
  [8.000001, '8'],
  [1 / 3, '0.33'],
])('%d hours read %s', (hours, text) => {
  expect(hoursText(hours)).toBe(text)
})

test.each([
  [50, 32, true, '156.3%'],
  [0, 32, false, '0.0%'],
  [32, 32, true, '100.0%'],
  [31.99, 32, false, '99.9%'],
  [31.999999, 32, true, '100.0%'],
])('%d of %d hours (met: %s) read %s: what is not met never reads 100.0%%', (done, target, met, text) => {
  expect(percentText(done, target, met)).toBe(text)
})

test.each([
  ['2025-03-10', '2025-03-10', '03.10', '2025年3月10日'],
  ['2025-03-10', '2025-03-14', '03.10—03.14', '2025年3月10日—3月14日'],
  ['2024-12-30', '2025-01-03', '2024.12.30—2025.01.03', '2024年12月30日—2025年1月3日'],
])('%s to %s in 2025 is dated %s in a table and %s in a heading', (from, to, dotted, long) => {
  expect([dottedSpan(from, to, 2025), longSpan(from, to)]).toEqual([dotted, long])
})

test('months and days are dated as forms date them', () => {
  expect([dottedMonth('1985-03-12'), dottedMonth(null), longDay('2025-12-01')]).toEqual(['1985.03', '', '2025年12月1日'])
})

test.each([
  ['机关第二党支部', '党支部书记', '机关第二党支部书记'],
  ['机关第二党支部', '支部委员', '机关第二党支部委员'],
  ['机关第二党支部', '组织委员', '机关第二党支部组织委员'],
  ['机械系党总支', '党总支书记', '机械系党总支书记'],
  ['机关第二党支部', '党员', '机关第二党支部党员'],
  ['', '党员', '党员'],
  ['机关第二党支部', '党委书记', '机关第二党支部（党委书记）'],
  ['机关第二党支部', '党总支委员、党支部书记', '机关第二党支部（党总支委员、党支部书记）'],
  ['', '党支部书记', '党支部书记'],
])('%s and %s make %s: the body is named once', (organization, post, text) => {
  expect(unitAndPost(organization, post)).toBe(text)
})
