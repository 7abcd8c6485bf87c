import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/rules/days.ts'
import { checkCharacter, maskIdNumber, maskPhone, normalizeIdNumber, readIdNumber } from '../../shared/rules/id-number.ts'

const births = fc.integer({ min: 0, max: 36_000 }).map(n => addDays('1925-01-01', n))
const numbers = fc.tuple(births, fc.integer({ min: 0, max: 999 })).map(([bornOn, seq]) => {
  const first17 = `110105${bornOn.replaceAll('-', '')}${String(seq).padStart(3, '0')}`
  return { id: first17 + checkCharacter(first17), bornOn, sex: seq % 2 === 1 ? 'male' : 'female' }
})

test('the example of GB 11643 is a valid number of a woman born on 1949-12-31', () => {
  expect(readIdNumber('11010519491231002X')).toEqual({ ok: true, bornOn: '1949-12-31', sex: 'female' })
})

test('birth and sex are read from every number with a right check digit', () => {
  fc.assert(
    fc.property(numbers, ({ id, bornOn, sex }) => {
      expect(readIdNumber(id)).toEqual({ ok: true, bornOn, sex })
    }),
  )
})

test('any single wrong digit is noticed', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), ({ id }, place, by) => {
      const wrong = id.slice(0, place) + ((Number(id[place]) + by) % 10) + id.slice(place + 1)
      expect(readIdNumber(wrong).ok).toBe(false)
    }),
  )
})

test('the sentence about a wrong check digit says which one is right', () => {
  expect(readIdNumber('110105194912310021')).toMatchObject({ code: 'checksum', message: '校验位应为 X，请核对第 18 位' })
})

test.each([
  ['110105 19491231 002x', '11010519491231002X'],
  ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ["'11010519491231002X", '11010519491231002X'],
])('%s is forgiven', (typed, kept) => {
  expect(normalizeIdNumber(typed)).toBe(kept)
})

test.each([
  ['1101051949123100', 'idFormat'],
  ['11010519491331002X', 'badBirth'],
  ['11010519490229002X', 'badBirth'],
])('%s is refused as %s', (id, code) => {
  expect(readIdNumber(id)).toMatchObject({ ok: false, code })
})

test('masked values keep enough to recognise and too little to use', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X')
  expect(maskPhone('13812346027')).toBe('138****6027')
})
