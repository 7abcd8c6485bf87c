import fc from 'fast-check'
import { expect, test } from 'vitest'
import { person } from '../../shared/domain/person.ts'
import { activity, attendance } from '../../shared/domain/activity.ts'
import { type Cell, cellText, nameText } from '../../shared/records/cell.ts'
import { readDate } from '../../shared/records/cell-dates.ts'
import { choiceOf, readCell, readFlag, readIdNumber, readNumber } from '../../shared/records/cells.ts'
import { addDays, isDay } from '../../shared/rules/days.ts'

const dayOf = (cell: Cell) => {
  const reading = readDate(cell)
  return reading.ok ? (reading.value?.day ?? null) : reading.code
}

const fullWidth = (text: string) => [...text].map(c => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')

const inWords = (n: string) =>
  `${Number(n) < 10 ? '' : n[0] === '1' ? '十' : `${'〇一二三'[Number(n[0])]}十`}${Number(n) % 10 ? '〇一二三四五六七八九'[Number(n) % 10] : ''}`

/** Every way an office writes one day. */
const styles: readonly ((y: string, m: string, d: string) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
  (y, m, d) => `${y}.${Number(m)}.${Number(d)}`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}${m}${d}`,
  (y, m, d) => `${y}年${Number(m)}月${Number(d)}日`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => fullWidth(`${y}－${m}－${d}`),
  (y, m, d) => ` ${y} 年 ${Number(m)} 月 ${Number(d)} 日 `,
  (y, m, d) => `${y}-${m}-${d} 00:00:00`,
  (y, m, d) => `${y}-${m}-${d}T08:30:00.000Z`,
  (y, m, d) => `'${y}-${m}-${d}`,
  (y, m, d) => fullWidth(`${y}年${m}月${d}日`),
  (y, m, d) => `${y}/${Number(m)}/${Number(d)} 上午 8:30`,
  (y, m, d) => `${y}年${Number(m)}月${Number(d)}日（星期五）`,
  (y, m, d) => `${[...y].map(c => '〇一二三四五六七八九'[Number(c)]).join('')}年${inWords(m)}月${inWords(d)}日`,
]

const anyDay = fc.integer({ min: 0, max: 55_000 }).map(n => addDays('1950-01-01', n))

test('a day is the same day in whatever style it is written', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...styles), (day, style) => {
      expect(dayOf(style(day.slice(0, 4), day.slice(5, 7), day.slice(8)))).toBe(day)
    }),
  )
})

test('a serial number is the day Excel shows for it, in both calendars', () => {
  fc.assert(
    fc.property(anyDay, day => {
      const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
      expect(dayOf(serial)).toBe(day)
      expect(dayOf(String(serial))).toBe(day)
      expect(readDate(serial - 1462, { date1904: true })).toEqual({ ok: true, value: { day, monthOnly: false } })
    }),
  )
})

test('what a date parser gives is always a day that exists', () => {
  const digits = fc.stringMatching(/^[\d年月日.\-/ ]{0,12}$/)
  fc.assert(
    fc.property(fc.oneof(digits, fc.string(), fc.double(), fc.integer()), cell => {
      const reading = readDate(cell)
      if (reading.ok && reading.value) expect(isDay(reading.value.day)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test.each<[Cell, string]>([
  ['2012年6月', '2012-06-01'],
  ['2012.06', '2012-06-01'],
  ['201206', '2012-06-01'],
  [201206, '2012-06-01'],
  ['1990.8', '1990-08-01'],
  [1990.8, '1990-08-01'],
  ['1990.10', '1990-10-01'],
  [1990.12, '1990-12-01'],
  ['2012-06', '2012-06-01'],
  ['２０１２年６月', '2012-06-01'],
])('%j is a month, and so its first day', (cell, day) => {
  expect(readDate(cell)).toEqual({ ok: true, value: { day, monthOnly: true } })
})

test.each<[Cell, string]>([
  ['2021-02-30', 'badDate'],
  ['20210230', 'badDate'],
  ['2021年13月', 'badDate'],
  ['1990', 'badDate'],
  [1990, 'badDate'],
  [1990.1, 'badDate'],
  ['85.3.12', 'badDate'],
  ['很早', 'badDate'],
  ['0205-01-01', 'badDate'],
  [true, 'badDate'],
])('%j is no date', (cell, code) => {
  expect(dayOf(cell)).toBe(code)
})

test.each<Cell>([null, '', '  ', '无', '—', '/', '　'])('%j is an empty date', cell => {
  expect(readDate(cell)).toEqual({ ok: true, value: null })
})

test('an error value of Excel is named, whatever the field', () => {
  for (const field of [
    person.fields.name,
    person.fields.joinedOn,
    person.fields.idNumber,
    person.fields.category,
    person.fields.leader,
    activity.fields.hours,
  ]) {
    expect(readCell(field, { error: '#REF!' })).toMatchObject({ ok: false, code: 'badValue', message: expect.stringContaining('#REF!') })
  }
})

test.each<[Cell, number | string]>([
  [1.5, 1.5],
  ['8学时', 8],
  ['８', 8],
  ['1,200', 1200],
  ['3 年', 3],
  ['三年', 3],
  ['.5', 0.5],
  ['-2', 'badNumber'],
  ['约3', 'badNumber'],
])('%j as a number is %j', (cell, expected) => {
  const reading = readNumber(cell)
  expect(reading.ok ? reading.value : reading.code).toBe(expected)
})

test('half a year is no whole number', () => {
  expect(readNumber('2.5', true)).toMatchObject({ ok: false, code: 'badNumber' })
})

test.each<[string, string]>([
  ['尹　航', '尹航'],
  ['尹\u00a0 航', '尹航'],
  [' 郑辉 ', '郑辉'],
  ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
  ["'曹然", '曹然'],
  ['曹\n然', '曹然'],
])('the name %j is %s', (typed, name) => {
  expect(nameText(typed)).toBe(name)
})

test.each<[Cell, string]>([
  ['110105 19491231 002x', '11010519491231002X'],
  ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ["'11010519491231002X", '11010519491231002X'],
  ['\u200b11010519491231002X\u00a0', '11010519491231002X'],
])('the ID number %j is read whole', (cell, id) => {
  expect(readIdNumber(cell)).toEqual({ ok: true, value: id })
})

test('an ID number kept as a number has lost digits, and the message says what to do', () => {
  for (const cell of [110105194912310020, '1.10105E+17'])
    expect(readIdNumber(cell)).toMatchObject({ ok: false, code: 'idFormat', message: expect.stringContaining('文本') })
})

test.each<[Cell, boolean | null | string]>([
  ['是', true],
  ['√', true],
  ['否', false],
  ['×', false],
  [1, true],
  [0, false],
  [true, true],
  ['', null],
  ['Y', true],
  ['也许', 'badChoice'],
])('%j as a flag is %j', (cell, expected) => {
  const reading = readFlag(cell)
  expect(reading.ok ? reading.value : reading.code).toBe(expected)
})

test.each([
  ['正式党员', 'full'],
  ['正 式', 'full'],
  ['中共党员', 'full'],
  ['预备党员（2025年）', 'probationary'],
  ['full', 'full'],
  ['入党积极分子', 'activist'],
])('%s is the category %s', (typed, key) => {
  expect(choiceOf(person.fields.category, typed)).toBe(key)
})

test('a word that is no choice is told with the choices', () => {
  expect(readCell(person.fields.category, '贵宾')).toMatchObject({ ok: false, code: 'badChoice', message: expect.stringContaining('预备党员') })
  expect(choiceOf(attendance.fields.state, '√')).toBe('present')
})

test.each<[Cell, string]>([
  [139, '139'],
  ['汉 族', '汉族'],
  ['党 支 部', '党支部'],
  ['a b', 'a b'],
  ['学习 贯彻 党的二十大精神', '学习 贯彻 党的二十大精神'],
  [411303197905233074, '411303197905233088'],
])('the text of %j is %s', (cell, text) => {
  expect(cellText(cell)).toBe(cell === 411303197905233074 ? BigInt(411303197905233074).toString() : text)
})

test('words for "nothing" leave a field empty; 无 under 免学时原因 exempts nobody', () => {
  for (const cell of ['无', '/', '—', '无此项', '  ']) expect(readCell(person.fields.exemptReason, cell)).toEqual({ ok: true, value: null })
})

test('what a cell is read as always suits its field', () => {
  const cells = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constantFrom('2025.1.5', '是', '8学时', '正式', '139 1234 5678', '无'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(person.fields), ...Object.values(activity.fields)), cells, (field, cell) => {
      const reading = readCell(field, cell)
      if (reading.ok && reading.value !== null && field.kind !== 'idNumber') expect(field.value.safeParse(reading.value)).toMatchObject({ success: true })
    }),
    { numRuns: 2000 },
  )
})
