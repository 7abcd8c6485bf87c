import { expect, test } from 'vitest'
import { defaultBlanks, signInPages } from '../../../shared/forms/sign-in.ts'

test('40 places fill the first page: 1 to 20 down, then 21 to 40 beside them', () => {
  const pages = signInPages(40)
  expect(pages).toHaveLength(1)
  expect([pages[0]?.[0], pages[0]?.[19]]).toEqual([
    { left: 1, right: 21 },
    { left: 20, right: 40 },
  ])
})

test('later pages take 24 lines, the last one is balanced', () => {
  const pages = signInPages(88 + 34)
  expect(pages.map(page => page.length)).toEqual([20, 24, 17])
  expect(pages[1]?.[0]).toEqual({ left: 41, right: 65 })
  expect(pages[2]?.at(-1)).toEqual({ left: 105, right: 122 })
})

test.each([0, 1, 2, 39, 40, 41, 42, 87, 88, 89, 500])('%d places: every number once, in order', places => {
  const numbers = signInPages(places).flatMap(page => [...page.map(line => line.left), ...page.flatMap(line => line.right ?? [])])
  expect(numbers).toEqual(Array.from({ length: places }, (_, i) => i + 1))
})

test('a short sheet is filled up with blank places, a long one gets a few', () => {
  expect([defaultBlanks(28), defaultBlanks(40), defaultBlanks(74), defaultBlanks(75)]).toEqual([12, 0, 4, 5])
})
