import { activity } from '../../shared/domain/activity.ts'
import { type Cell, cellText, compact } from '../../shared/records/cell.ts'
import { choiceOf, readNumber } from '../../shared/records/cells.ts'
import type { Fault } from '../../shared/records/record.ts'
import type { Values } from '../records/drafts.ts'
import { readMark } from './attendance-mark.ts'
import { spanIn } from './dates-in-text.ts'
import { readRow } from './kind.ts'
import type { DataRow, RecognisedSheet, SheetHeading, SheetMapping } from './recognised.ts'
import { activityColumn, closeUpName, studyColumns, type StudyLine, yearHint } from './study-lines.ts'

const identity = ['name', 'idNumber', 'branch'] as const
const identityColumns = studyColumns.filter(c => identity.some(name => name === c.name))

/** Columns beside the activities that are none: sums, signatures, and facts about the person. */
const noActivity =
  /^(?:序号|编号|合计|总计|小计|累计.*|总学时|.*学时合计|合计学时|年度.*学时|备注|说明|签名|签字|是?否?达标.*|年龄|性别|民族|学历.*|学位|职务|党内职务|职称|出生.*|.*电话|手机.*|出勤率|出勤次数|缺勤次数|请假次数|应.{0,4}学时|实.{0,4}学时|排名|邮箱|单位|部门|岗位|工作.*|人员类别|政治面貌|入党.*|转正.*|有误之处|原行号)$/

/**
 * 签到矩阵: people down the side, activities across. Where a sheet names people but no activity column, the columns to
 * the right whose cells are marks are taken for activities; rows of dates and hours around the headings are facts about them.
 */
export function adaptMatrix(sheet: RecognisedSheet, mapping: SheetMapping): RecognisedSheet {
  const chosen = sheet.columns.some(c => c.field === activityColumn)
  if (!sheet.header || (!chosen && (sheet.at.has('activity') || !(sheet.at.has('name') || sheet.at.has('idNumber'))))) return sheet
  const right = Math.max(...sheet.columns.map(c => (c.sure && isIdentity(c.field) ? c.index : -1)))
  const people = sheet.data.filter(row => !isFactRow(sheet, row.cells))
  const isActivity = (c: SheetHeading) =>
    mapping[c.letters] !== undefined
      ? c.field === activityColumn
      : c.index > right && c.field === null && !noActivity.test(compact(c.heading)) && (isMarked(people, c.index) || namesDay(sheet, people, c.index))
  const columns = sheet.columns.map(c => {
    if (isActivity(c)) return { ...c, field: activityColumn, sure: true }
    return isIdentity(c.field) ? c : { ...c, field: null }
  })
  if (!columns.some(c => c.field === activityColumn)) return sheet
  return { ...sheet, columns, at: new Map(columns.flatMap(c => (c.field !== null && isIdentity(c.field) ? [[c.field, c.index]] : []))), data: people }
}

const isIdentity = (field: string | null): boolean => identity.some(name => name === field)

/** A day in or around the heading: then the column is an activity, whatever its marks are. */
function namesDay(sheet: RecognisedSheet, people: readonly DataRow[], index: number): boolean {
  const first = people[0] ? people[0].number - 1 : sheet.sheet.rows.length
  const around = sheet.sheet.rows.slice(Math.max(0, (sheet.header?.top ?? 0) - 1), first).filter(cells => !isTitle(cells))
  return around.some(cells => spanIn(cellText(cells[index] ?? null), yearHint(sheet)) !== undefined)
}

/** Mostly √, ×, 请假 and small numbers. */
function isMarked(rows: readonly DataRow[], index: number): boolean {
  const filled = rows
    .slice(0, 300)
    .map(row => row.cells[index] ?? null)
    .filter(cell => cellText(cell) !== '')
  const marks = filled.filter(cell => typeof cell !== 'boolean' && !(typeof cell === 'number' && cell > 400) && readMark(cell).ok)
  return marks.length > 0 && marks.length * 10 >= filled.length * 6
}

const label = /^(?:(?:活动|培训|学习|会议)?(?:日期|时间|学时数?|课时|时长|类型|类别|形式|主办.*|地点|主讲人?)|(?:开始|结束)(?:日期|时间))$/

/** A row under the headings that speaks of the activities: its name cell is a label, the heading again (merged), or empty. */
function isFactRow(sheet: RecognisedSheet, cells: readonly Cell[]): boolean {
  const at = [sheet.at.get('name'), sheet.at.get('idNumber')].filter(i => i !== undefined)
  const texts = at.map(i => cellText(cells[i] ?? null))
  return texts.every((text, i) => text === '' || label.test(compact(text)) || text === headingAt(sheet, at[i] ?? 0))
}

const headingAt = (sheet: RecognisedSheet, index: number): string | undefined => sheet.columns.find(c => c.index === index)?.heading

interface Activity {
  readonly heading: SheetHeading
  readonly facts: Values
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
}

/** One line for each mark of a matrix sheet. */
export function* matrixLines(sheet: RecognisedSheet): Generator<StudyLine> {
  const activities = sheet.columns.filter(c => c.field === activityColumn).map(heading => activityOf(sheet, heading))
  for (const row of sheet.data) {
    const reading = readRow(identityColumns, sheet, row)
    closeUpName(reading.given)
    for (const { heading, facts, faults, notes } of activities) {
      const mark = readMark(row.cells[heading.index] ?? null)
      if (mark.ok && mark.value === null) continue
      const given: Values = { ...reading.given, ...facts, state: mark.ok ? mark.value?.state : undefined }
      given['hours'] = (mark.ok ? mark.value?.hours : undefined) ?? facts['statedHours']
      const wrong: Fault[] = mark.ok ? [] : [{ field: 'state', code: mark.code, message: `“${heading.heading}”：${mark.message}` }]
      yield { sheet, row, given, faults: [...reading.faults, ...faults, ...wrong], notes: [...notes] }
    }
  }
}

/** Gathers what the heading and the rows around it say of one activity. */
function activityOf(sheet: RecognisedSheet, heading: SheetHeading): Activity {
  const facts: Values = {}
  const year = yearHint(sheet)
  const first = sheet.data[0] ? sheet.data[0].number - 1 : sheet.sheet.rows.length
  const header = sheet.header ?? { top: 0, bottom: 0 }
  const names: string[] = []
  let monthOnly = false
  for (let r = Math.max(0, header.top - 3); r < first; r++) {
    const cells = sheet.sheet.rows[r] ?? []
    const cell = cells[heading.index] ?? null
    const text = cellText(cell)
    if (text === '' || isTitle(cells)) continue
    const inHeading = r >= header.top && r <= header.bottom
    const said = labelOf(sheet, cells)
    const span = spanIn(text, year)
    if (monthOnly && span && !span.span.monthOnly) {
      // 3月党课 above 3月7日: the day was still to come.
      Object.assign(facts, { startsOn: undefined, endsOn: undefined })
      monthOnly = false
    }
    if (said && setLabelled(facts, said, cell, year)) continue
    if (span && facts['startsOn'] === undefined) {
      Object.assign(facts, { startsOn: span.span.from, endsOn: span.span.until })
      monthOnly = span.span.monthOnly
    }
    const { hours, rest } = hoursIn(span && !span.span.monthOnly ? span.rest : text)
    if (hours !== undefined) facts['statedHours'] ??= hours
    else if (!inHeading && typeof cell === 'number' && cell > 0 && cell <= 400) facts['statedHours'] ??= cell
    const bare = tidy(rest)
    if (inHeading && bare && !/^\d+(?:\.\d+)?$/.test(bare) && !names.includes(bare)) names.push(bare)
  }
  facts['activity'] = names.at(-1)
  const faults: Fault[] = []
  if (facts['activity'] === undefined) faults.push({ field: 'activity', code: 'missing', message: `${heading.letters} 列的表头没有活动名称` })
  if (facts['startsOn'] === undefined) faults.push({ field: 'startsOn', code: 'missing', message: `“${heading.heading}”没有日期，请写在表头或表头下一行` })
  return { heading, facts, faults, notes: monthOnly ? [`“${heading.heading}”只有年月，按当月 1 日登记`] : [] }
}

const isTitle = (cells: readonly Cell[]): boolean =>
  new Set(cells.map(cellText).filter(Boolean)).size <= 1 && cells.filter(cell => cellText(cell) !== '').length > 2

/** The label at the left of a row: 日期, 学时, 类型. */
function labelOf(sheet: RecognisedSheet, cells: readonly Cell[]): string | undefined {
  const firstActivity = Math.min(...sheet.columns.filter(c => c.field === activityColumn).map(c => c.index))
  return cells
    .slice(0, firstActivity)
    .map(cell => compact(cellText(cell)))
    .find(text => label.test(text))
}

function setLabelled(facts: Values, said: string, cell: Cell, year: string | undefined): boolean {
  const text = cellText(cell)
  if (/日期|时间/.test(said)) {
    const span = spanIn(text, year)?.span
    if (!span) return false
    if (said.includes('结束')) facts['endsOn'] = span.from
    else Object.assign(facts, { startsOn: span.from, endsOn: facts['endsOn'] ?? span.until })
    return true
  }
  if (/学时|课时|时长/.test(said)) {
    const hours = readNumber(cell)
    if (hours.ok && hours.value !== null) facts['statedHours'] = hours.value
    return hours.ok
  }
  if (/类型|类别|形式/.test(said)) facts['kind'] = choiceOf(activity.fields.kind, text)
  else if (said.startsWith('主办')) facts['organizer'] = text
  else if (said.includes('地点')) facts['place'] = text
  else if (said.startsWith('主讲')) facts['lecturer'] = text
  return true
}

function hoursIn(text: string): { hours: number | undefined; rest: string } {
  const bare = text.normalize('NFKC')
  const found = /[([]?\s*(\d+(?:\.\d+)?)\s*个?(?:学时|课时|小时)\s*[)\]]?/.exec(bare)
  if (!found) return { hours: undefined, rest: text }
  return { hours: Number(found[1]), rest: `${bare.slice(0, found.index)} ${bare.slice(found.index + found[0].length)}` }
}

/** Without the brackets and dashes that held what has been taken out. */
const tidy = (text: string): string =>
  text
    .replaceAll(/[(（[【]\s*[,，、;；]?\s*[)）\]】]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s\-—–:：,，、;；|]+|[\s\-—–:：,，、;；|(（[【]+$/g, '')
