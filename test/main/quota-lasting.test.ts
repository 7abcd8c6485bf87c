import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'

/** 每名党员联系一名群众: what lasts is counted as it stands at the end of the year, or today. */
async function paired(...spans: readonly (readonly [startsOn: string, endsOn: string | null])[]) {
  const t = await smallOffice({ today: '2026-11-23' })
  const personId = await t.member()
  for (const [startsOn, endsOn] of spans) await t.add('liaison', { personId, kind: 'masses', counterpart: `群众${startsOn}`, startsOn, endsOn })
  const open = async (year: number) => {
    const { subject, lines } = await t.call('quota.subject', { quota: 'masses-liaison', year, subjectId: personId })
    return { state: subject.state, done: subject.done, lines: lines.map(l => [l.startsOn, l.counted, l.why]) }
  }
  return { ...t, personId, open }
}

test('a pair counts in every year at whose end it stands; one that had ended by then is shown with why it does not', async () => {
  const { open } = await paired(['2024-03-01', '2025-12-30'], ['2026-05-01', null])
  expect(await open(2023)).toEqual({ state: 'short', done: 0, lines: [] })
  expect(await open(2024)).toEqual({ state: 'met', done: 1, lines: [['2024-03-01', 1, null]] })
  expect(await open(2025)).toEqual({ state: 'short', done: 0, lines: [['2024-03-01', 0, '2025-12-31 时已结束，不计']] })
  expect(await open(2026)).toEqual({ state: 'met', done: 1, lines: [['2026-05-01', 1, null]] })
})

test.each([
  ['2025-12-31', 1],
  ['2025-12-30', 0],
])('a pair that ends on %s comes to %i at the end of 2025', async (endsOn, done) => {
  const { open, call, personId } = await paired(['2025-01-01', endsOn])
  const opened = await open(2025)
  expect(opened.done).toBe(done)
  expect(opened.lines.reduce((sum, line) => sum + Number(line[1]), 0)).toBe(done)
  const { subjects } = await call('quota.subjects', { quota: 'masses-liaison', year: 2025, months: true })
  expect(subjects.find(s => s.subjectId === personId)?.months).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, done])
})

test('one that only begins after today does not count yet, and says so', async () => {
  const { open } = await paired(['2026-12-01', null])
  expect(await open(2026)).toMatchObject({ done: 0, lines: [['2026-12-01', 0, '2026-11-23 时还没有开始，不计']] })
})

test('the years to choose from go back to when the first pair began', async () => {
  const { call } = await paired(['2023-03-01', '2023-12-30'], ['2025-05-01', null])
  expect(await call('quota.years', { quota: 'masses-liaison' })).toEqual([2026, 2025, 2024, 2023])
  expect(await call('quota.years', { quota: 'contact-points' })).toEqual([2026])
})

test('the cell of a month opens to the pairs that stood at its end', async () => {
  const { call } = await paired(['2025-01-01', '2025-06-10'], ['2025-06-20', null])
  const inMonth = async (month: number) => (await call('quota.month', { quota: 'masses-liaison', year: 2025, month })).map(r => r.startsOn)
  expect(await inMonth(5)).toEqual(['2025-01-01'])
  expect(await inMonth(6)).toEqual(['2025-06-20'])
})
