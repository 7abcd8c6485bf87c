import { expect, test } from 'vitest'
import type { InputOf } from '../../shared/api/endpoint.ts'
import type { calendarApi } from '../../shared/api/calendar.ts'
import { createTestApp, password } from '../support/app.ts'
import { behind } from '../support/behind.ts'
import { publishedDays } from '../support/calendar.ts'
import { importer } from '../support/importing.ts'

type Mark = InputOf<(typeof calendarApi)['calendar.mark']>

const off = (...days: string[]): Mark => ({ days, kind: 'holiday', name: '元旦', source: null })

test('a new office has the published calendars of 2024 to 2026, day by day, with their notice', async () => {
  const { call } = await createTestApp()
  const years = await Promise.all([2024, 2025, 2026].map(year => call('calendar.year', { year })))
  const days = years.flatMap(y => y.days)
  expect(days.map(({ date, kind }) => ({ date, kind }))).toEqual(publishedDays.map(({ date, kind }) => ({ date, kind })))
  // The list of record names the festival of a make-up day with 调休上班 behind it; here the kind says that.
  expect(days.map(d => d.name)).toEqual(publishedDays.map(d => d.name.replace('调休上班', '')))
  expect(new Set(days.map(d => d.source))).toEqual(new Set([2024, 2025, 2026].map(y => `国务院办公厅关于${y}年部分节假日安排的通知`)))
  expect(years.map(({ known, workingDays, holidays, makeUpDays }) => [known, workingDays, holidays, makeUpDays])).toEqual([
    [true, 251, 28, 8],
    [true, 248, 28, 5],
    [true, 248, 33, 6],
  ])
})

test('five working days from 2026-02-10 end on 2026-02-24, over 春节 and a worked Saturday', async () => {
  const { call } = await createTestApp()
  const reckoned = await call('calendar.reckon', { from: '2026-02-10', workingDays: 5 })
  expect(reckoned).toMatchObject({ until: '2026-02-24', countFirstDay: false, provisional: false, years: [], why: null })
  expect(reckoned.passed.map(d => d.date)).toEqual(publishedDays.map(d => d.date).filter(d => d >= '2026-02-10' && d <= '2026-02-24'))
  expect(await call('calendar.reckon', { from: '2026-02-10', workingDays: 5, countFirstDay: true })).toMatchObject({ until: '2026-02-14' })
  expect(await call('calendar.reckon', { from: '2026-02-24', workingDays: -5 })).toMatchObject({ until: '2026-02-10' })
})

test('whether the first day counts follows the office’s parameter from the day it changes', async () => {
  const { call } = await createTestApp()
  const draft = { key: 'calendar.countFirstDay', value: 1, startsOn: '2026-09-01', clause: null, basis: 'policy', remark: null }
  await call('records.create', { type: 'parameter', draft })
  expect(await call('calendar.reckon', { from: '2026-04-30', workingDays: 5 })).toMatchObject({ until: '2026-05-11', countFirstDay: false })
  expect(await call('calendar.reckon', { from: '2026-09-29', workingDays: 5 })).toMatchObject({ until: '2026-10-10', countFirstDay: true })
})

test('a year without its notice is 暂算 and says so, until its notice is on file', async () => {
  const { call } = await createTestApp()
  expect(await call('calendar.year', { year: 2027 })).toMatchObject({ known: false, missing: ['元旦', '劳动节', '国庆节'], days: [], workingDays: 261 })
  const over = { from: '2026-12-30', workingDays: 2 }
  const guess = await call('calendar.reckon', over)
  expect(guess).toMatchObject({ until: '2027-01-01', provisional: true, years: [2027] })
  expect(guess.why).toContain('2027 年的放假安排没有登记全')
  await call('calendar.mark', off('2027-01-01'))
  expect(await call('calendar.reckon', over)).toMatchObject({ until: '2027-01-04', provisional: true })
  await call('calendar.mark', off('2027-05-01', '2027-10-01'))
  expect(await call('calendar.reckon', over)).toMatchObject({ until: '2027-01-04', provisional: false, why: null })
})

test('days are registered, changed and taken off in one, and taken back in one', async () => {
  const { call } = await createTestApp()
  const daysOf = async () => (await call('calendar.year', { year: 2027 })).days.map(d => `${d.date} ${d.kind} ${d.name}`)
  expect(await call('calendar.mark', off('2027-01-02', '2027-01-01'))).toEqual({ changed: 2 })
  expect(await call('calendar.mark', { days: ['2027-01-03', '2027-01-02'], kind: 'workday', name: '元旦', source: '通知' })).toEqual({ changed: 2 })
  expect(await daysOf()).toEqual(['2027-01-01 holiday 元旦', '2027-01-02 workday 元旦', '2027-01-03 workday 元旦'])
  expect(await call('undo.last', {})).toMatchObject({ label: '改“元旦”等 2 条' })
  expect(await daysOf()).toEqual(['2027-01-01 holiday 元旦', '2027-01-02 holiday 元旦'])
  expect(await call('calendar.mark', off('2027-01-01', '2027-01-02'))).toEqual({ changed: 0 })
  expect(await call('calendar.mark', { days: ['2027-01-01', '2027-01-02', '2027-01-04'], kind: null })).toEqual({ changed: 2 })
  expect(await daysOf()).toEqual([])
  await call('undo.last', {})
  expect(await daysOf()).toHaveLength(2)
  await call('calendar.mark', { days: ['2027-01-01'], kind: null })
  expect(await call('calendar.mark', off('2027-01-01'))).toEqual({ changed: 1 })
})

test('a working day from Monday to Friday cannot be a make-up day, and nothing of the lot is written', async () => {
  const { call } = await createTestApp()
  await expect(call('calendar.mark', { days: ['2027-01-02', '2027-01-04'], kind: 'workday', name: '元旦', source: null })).rejects.toMatchObject({
    code: 'input.invalid',
    facts: { issues: [{ code: 'notWeekend', message: '2027-01-04：周一至周五本来上班，调休上班只会是周六、周日；请核对日期' }] },
  })
  expect((await call('calendar.year', { year: 2027 })).days).toEqual([])
})

test('the notice of a later year comes in as a workbook, in the words offices use', async () => {
  const { file, write, call } = await importer()
  const rows = [
    ['2027年节假日安排'],
    ['日期', '类别', '节日名称', '依据'],
    ['2027年1月1日', '休', '元旦', '通知'],
    ['2027-01-02', '放假', '元旦', '通知'],
    ['2027/5/1', '放假', '劳动节', '通知'],
    ['20271001', '休息', '国庆节', '通知'],
    ['2027-10-09', '补班', '国庆节', '通知'],
  ]
  expect(await write('calendarDay', await file([{ name: '放假', rows }]))).toMatchObject({ read: 5, created: 5, faults: [], written: true })
  expect(await call('calendar.year', { year: 2027 })).toMatchObject({ known: true, holidays: 4, makeUpDays: 1 })
  const again = await file([{ name: '放假', rows: [...rows.slice(0, 2), ['2027-01-02', '放假', '元旦', '更正通知'], ['2027-01-05', '调休', '元旦', '']] }])
  const outcome = await write('calendarDay', again, { goodRows: true })
  expect(outcome).toMatchObject({ updated: 1, created: 0, faults: [{ row: 4, code: 'notWeekend' }] })
})

test('an office of an older program gets the days it lacks, and keeps those it changed or took off', async () => {
  const office = await createTestApp()
  const { call } = office
  await call('calendar.mark', { days: ['2026-10-10'], kind: null })
  await call('calendar.mark', { days: ['2026-10-07'], kind: 'holiday', name: '国庆', source: null })
  await behind(office, "DELETE FROM calendarDay WHERE date LIKE '2025-%'")
  await behind(office, 'DELETE FROM shipment')
  await call('lobby.unlock', { user: '经办人', password })
  expect(await call('calendar.year', { year: 2025 })).toMatchObject({ workingDays: 248 })
  const { days } = await call('calendar.year', { year: 2026 })
  expect(days.some(d => d.date === '2026-10-10')).toBe(false)
  expect(days.find(d => d.date === '2026-10-07')).toMatchObject({ name: '国庆', source: null })
})
