import { expect, test } from 'vitest'
import { presets } from '../../shared/domain/presets.ts'
import { formerAgeLimitIn, retirementGroup, retirementMonth, retirementSteps, type RetirementGroup } from '../../shared/rules/retirement.ts'

const stepsOf = (group: RetirementGroup, parameters = presets.national, day = '2026-11-23') => retirementSteps(parameters, group, day)
const monthOf = (group: RetirementGroup, born: string, parameters = presets.national) => {
  const steps = stepsOf(group, parameters)
  return steps && retirementMonth(born, steps)
}

/** The values of domain/rules-verified.md 12, of the tables that belong to the 办法. */
test.each([
  ['man', '1964-12', '2024-12', 0],
  ['man', '1965-01', '2025-02', 1],
  ['man', '1965-04', '2025-05', 1],
  ['man', '1965-05', '2025-07', 2],
  ['man', '1968-12', '2029-12', 12],
  ['man', '1972-12', '2034-12', 24],
  ['man', '1976-08', '2039-07', 35],
  ['man', '1976-09', '2039-09', 36],
  ['man', '1990-01', '2053-01', 36],
  ['woman', '1969-12', '2024-12', 0],
  ['woman', '1970-01', '2025-02', 1],
  ['woman', '1975-01', '2031-05', 16],
  ['woman', '1981-08', '2039-07', 35],
  ['woman', '1981-09', '2039-09', 36],
  ['worker', '1974-12', '2024-12', 0],
  ['worker', '1975-01', '2025-02', 1],
  ['worker', '1980-01', '2032-08', 31],
  ['worker', '1984-10', '2039-09', 59],
  ['worker', '1984-11', '2039-11', 60],
] as const)('%s born in %s reaches the age of retirement in %s, %i months later than before', (group, born, month, delay) => {
  expect(monthOf(group, born)).toEqual({ month, delay })
  expect(monthOf(group, `${born}-15`)).toEqual({ month, delay })
})

test('the numbers are parameters: an office that has others reckons with them, one that has none does not reckon', () => {
  const slower = presets.national.map(p => (p.key === 'retirement.step' ? { ...p, value: 6 } : p))
  expect(monthOf('man', '1965-05', slower)).toEqual({ month: '2025-06', delay: 1 })
  expect(
    stepsOf(
      'man',
      presets.national.filter(p => p.key !== 'retirement.most'),
    ),
  ).toBeUndefined()
  expect(stepsOf('man', presets.national, '2024-12-31')).toBeUndefined()
})

test('a later change of a step does not move the beginning of the reform', () => {
  const later = [...presets.national, ...presets.national.filter(p => p.key === 'retirement.step').map(p => ({ ...p, startsOn: '2026-01-01', value: 3 }))]
  expect(stepsOf('man', later)).toEqual({ age: 60, from: '2025-01', step: 3, most: 36 })
})

test('every number of the reform names its clause', () => {
  const numbers = presets.national.filter(p => p.key.startsWith('retirement.'))
  expect(numbers).toHaveLength(7)
  for (const { clause, basis, startsOn } of numbers) expect([clause, basis, startsOn]).toEqual([expect.stringContaining('第一条'), 'national', '2025-01-01'])
})

test.each([
  ['男', 60, 'man'],
  ['男', null, 'man'],
  ['男', 63, null],
  ['男', 65, null],
  ['女', 55, 'woman'],
  ['女', null, 'woman'],
  ['女', 50, 'worker'],
  ['女', 60, null],
  [null, 60, null],
] as const)('%s with a limit of %s is of the group %s', (sex, limit, group) => {
  expect(retirementGroup(sex, limit)).toBe(group)
})

test('the limit is read from the sentence of the sheet', () => {
  expect([formerAgeLimitIn('改革前任职年龄界限为60岁'), formerAgeLimitIn('已到龄人员'), formerAgeLimitIn(null)]).toEqual([60, null, null])
})
