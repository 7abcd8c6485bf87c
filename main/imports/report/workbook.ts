import type { Worksheet } from '@cj-tech-master/excelts'
import { activityKinds } from '../../../shared/domain/activity.ts'
import { meetingKinds } from '../../../shared/domain/meeting.ts'
import { records } from '../../../shared/domain/index.ts'
import { branchColumn, registerColumns } from '../../../shared/domain/register-columns.ts'
import type { SheetColumn } from '../../../shared/records/sheet.ts'
import { columnLetters } from '../../files/xml.ts'
import { columnOf, type TemplateColumn } from '../template-columns.ts'
import { border, head, Lists, prepareColumn, protect, writeHeadings, writeTitle } from '../template-sheet.ts'
import { markColumns, markHeading, markOf, markWords, meetingColumns, meetingRows, memberColumns, personColumn, type Report, sheetNames } from './layout.ts'
import type { OwedMeeting } from './owed.ts'

/** What the workbook of one branch says beforehand. */
export interface ReportFacts {
  readonly report: Report
  readonly branch: string
  /** 2026年第四季度 */
  readonly period: string
  readonly office: string
  /** By when it is to come back, and to whom. */
  readonly backBy: string
  readonly backTo: string
  /** The branch itself first, then its groups. */
  readonly bodies: ReadonlyMap<string, string>
  readonly owed: readonly OwedMeeting[]
  /** Meetings of the period that are on file already. */
  readonly onFile: readonly { readonly kind: string; readonly name: string; readonly startsOn: string }[]
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly idNumber: string
    /** A talk is still owed this year. */ readonly talkOwed: boolean
  }[]
}

const top = 4
const spareMembers = 10
const talkRows = 60
const quiet = { size: 9, color: { argb: 'FF8A8178' } }

const hints: Readonly<Record<string, string>> = {
  organizationId: '空着就是本支部；党小组会选党小组。',
  kind: '从下拉列表里选。应开而没有开的，这一行空着日期就不导入。',
  name: '空着时按月份和类型起名，如“10月支委会”。',
  startsOn: '开会那天，如 2026-10-15。没有日期的行不导入。',
  counts: '计入年度学习任务的填“是”，并填学时。',
  hours: '只填数字，如 2。',
  decisions: '一行一项，如“发展党员：同意接收张三为预备党员”。一格里换行按 Alt+Enter。',
  lecturer: '讲党课的人。台账里的人会记到他名下。',
}

/** 支部上报表: one branch, one month or quarter; headings locked, what is due and who belongs there filled in. */
export async function reportWorkbook(facts: ReportFacts): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const guide = workbook.addWorksheet('填写说明')
  const [meetings, attendance, notes, talks] = [sheetNames.meetings, sheetNames.attendance, sheetNames.notes, sheetNames.talks].map(name =>
    workbook.addWorksheet(name),
  )
  const lists = new Lists(workbook)
  writeGuide(guide, facts)
  if (meetings) await writeMeetings(meetings, facts, lists)
  if (attendance) await writeAttendance(attendance, facts, lists)
  if (notes) await writeRegister(notes, facts, lists, { type: 'studyNote', people: facts.members, rows: facts.members.length + spareMembers })
  if (talks) await writeRegister(talks, facts, lists, { type: 'talk', people: facts.members.filter(m => m.talkOwed), rows: talkRows })
  lists.hide()
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Title, branch and the line by which the sheet is known, above the headings. */
function writeTop(page: Worksheet, { branch, period, report }: ReportFacts, width: number): void {
  writeTitle(page, 1, `${branch}${period}${page.name}`, width)
  const lines = [`党支部：${branch}　上报期间：${period}`, markOf(report)]
  lines.forEach((text, i) => {
    page.mergeCells(i + 2, 1, i + 2, width)
    Object.assign(page.getCell(i + 2, 1), { value: text, ...(i > 0 && { font: quiet }) })
  })
  Object.assign(page.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `1:${top}` })
}

const asTemplate = ({ name, field, required }: SheetColumn): TemplateColumn => columnOf(name, field, required, hints[name] ?? field.help)

async function writeMeetings(page: Worksheet, facts: ReportFacts, lists: Lists): Promise<void> {
  const [number, ...others] = meetingColumns.map(asTemplate)
  if (!number) return
  const due: TemplateColumn = {
    heading: '应开时间',
    required: false,
    width: 12,
    format: 'text',
    strict: false,
    branches: false,
    hint: '按指标还应开的会；自己加的会空着。',
  }
  const columns = [{ ...number, width: 6 }, due, ...others.map(widened)]
  writeTop(page, facts, columns.length)
  writeHeadings(page, top, columns)
  const until = top + meetingRows
  const choices: Readonly<Record<string, readonly string[]>> = {
    召开单位: [...facts.bodies.values()],
    类型: meetingKinds.map(kind => activityKinds[kind]),
    是否计入学时: ['是', '否'],
  }
  columns.forEach((column, i) => {
    const offered = choices[column.heading]
    prepareColumn(page, { number: i + 1, from: top + 1, until, locked: i < 2 }, column, offered && lists.range(column.heading, offered))
  })
  for (let i = 0; i < meetingRows; i++) {
    const row = page.getRow(top + 1 + i)
    row.getCell(1).value = i + 1
    for (const column of [13, 14, 15, 16]) row.getCell(column).alignment = { wrapText: true, vertical: 'top' }
    const owed = facts.owed[i]
    if (!owed) continue
    row.getCell(2).value = owed.when
    if (owed.organizationId !== facts.report.branchId) row.getCell(3).value = facts.bodies.get(owed.organizationId) ?? null
    row.getCell(4).value = activityKinds[owed.kind]
  }
  page.views = [{ state: 'frozen', ySplit: top, xSplit: 4 }]
  await protect(page)
}

const widened = (column: TemplateColumn): TemplateColumn => ({
  ...column,
  width: ['议题', '内容', '决议'].includes(column.heading)
    ? 36
    : ['名称', '召开单位'].includes(column.heading)
      ? 24
      : column.heading === '类型'
        ? 14
        : Math.min(column.width, 14),
})

async function writeAttendance(page: Worksheet, facts: ReportFacts, lists: Lists): Promise<void> {
  const identity = memberColumns.map(asTemplate)
  const marks: TemplateColumn[] = markColumns.map((_, i) => ({
    heading: markHeading(i + 1),
    required: false,
    width: 12,
    format: 'text',
    strict: false,
    branches: false,
  }))
  const columns = [...identity, ...marks]
  const first = identity.length + 1
  writeTop(page, facts, columns.length)
  const [kinds, days] = [top, top + 1]
  const headings = top + 2
  ;[kinds, days].forEach((row, i) => {
    Object.assign(page.getCell(row, first - 1), { value: i === 0 ? '类型' : '日期', font: quiet, alignment: { horizontal: 'right' } })
    marks.forEach((_, n) => {
      const letters = columnLetters(i === 0 ? 4 : 6)
      const source = `'${sheetNames.meetings}'!${letters}${top + 1 + n}`
      const owed = facts.owed[n]
      Object.assign(page.getCell(row, first + n), {
        value: { formula: `IF(${source}="","",${source})`, result: i === 0 && owed ? activityKinds[owed.kind] : '' },
        numFmt: i === 0 ? 'General' : 'yyyy-mm-dd',
        font: quiet,
        border,
        alignment: { horizontal: 'center', shrinkToFit: true },
      })
    })
  })
  writeHeadings(page, headings, columns)
  const last = headings + facts.members.length + spareMembers
  const offered = lists.range('到会', [...Object.values(markWords), '请假：', '缺勤：', '不计入：'])
  columns.forEach((column, i) =>
    prepareColumn(page, { number: i + 1, from: headings + 1, until: last, locked: false }, column, i >= identity.length ? offered : undefined),
  )
  facts.members.forEach((member, i) => {
    const row = page.getRow(headings + 1 + i)
    row.getCell(1).value = member.id
    row.getCell(2).value = member.name
    row.getCell(3).value = member.idNumber
    for (const column of [1, 2, 3]) row.getCell(column).protection = { locked: true }
  })
  page.getColumn(1).hidden = columns[0]?.heading === memberColumns.find(c => c.name === personColumn)?.field.label
  page.views = [{ state: 'frozen', ySplit: headings, xSplit: identity.length }]
  await protect(page)
}

interface RegisterSheet {
  readonly type: 'studyNote' | 'talk'
  readonly people: ReportFacts['members']
  readonly rows: number
}

async function writeRegister(page: Worksheet, facts: ReportFacts, lists: Lists, { type, people, rows }: RegisterSheet): Promise<void> {
  const columns = registerColumns(records[type])
    .filter(({ name }) => name !== branchColumn('personId'))
    .map(column => (column.name === 'personId' ? { ...column, required: true } : column))
    .map(asTemplate)
  writeTop(page, facts, columns.length)
  writeHeadings(page, top, columns)
  columns.forEach((column, i) =>
    prepareColumn(
      page,
      { number: i + 1, from: top + 1, until: top + rows },
      column,
      column.choices && lists.range(`${page.name}${column.heading}`, column.choices),
    ),
  )
  people.forEach((person, i) => {
    page.getCell(top + 1 + i, 1).value = person.name
  })
  page.views = [{ state: 'frozen', ySplit: top, xSplit: 1 }]
  await protect(page)
}

function writeGuide(page: Worksheet, facts: ReportFacts): void {
  const { branch, period, office, backBy, backTo, owed, onFile } = facts
  page.getColumn(1).width = 16
  page.getColumn(2).width = 100
  writeTitle(page, 1, `${branch}${period}上报表`, 2)
  const words = Object.values(markWords).join('、')
  const rows: readonly (readonly [string, string])[] = [
    ['报送', `${backBy} 前填好，原样报${backTo}（${office}）。一个支部一个文件，不要改文件里各表的名字和第 3 行的编号。`],
    ['会议活动', '一行一次会。按指标还应开的已写好类型；开了的填日期和内容，没开的空着，不会导入。另开的会接着往下填。'],
    [
      '参会情况',
      `一列一次会，列号就是“会议活动”的序号，先填那张表，类型和日期会自己带过来。到会打 √；没到的写 ${words.slice(2)}，原因写在冒号后面，如“请假：出差”。空着表示这次会不要求他参加。`,
    ],
    ['', '花名册里的党员已列好。新来的在下面空行写姓名和 18 位身份号码。'],
    ['学习笔记', '检查了谁的笔记就填谁的检查日期和实际字数，没检查的空着。'],
    ['谈心谈话', '一行一次。今年还没有人谈过的党员已列好；谈了的填日期，没谈的空着。'],
    ['日期', '写作 2026-10-15；2026/10/15、2026.10.15、2026年10月15日也认得。'],
    ['还应开', owed.length > 0 ? owedText(facts) : '按指标，这段时间没有还应开的会。'],
    ['已在台账', onFile.length > 0 ? onFile.map(m => `${m.startsOn} ${m.name}`).join('；') : '这段时间还没有登记会议。'],
  ]
  rows.forEach(([what, how], i) => {
    Object.assign(page.getCell(i + 3, 1), { value: what, font: { bold: true }, border, fill: head, alignment: { vertical: 'top' } })
    Object.assign(page.getCell(i + 3, 2), { value: how, border, alignment: { wrapText: true, vertical: 'top' } })
    page.getRow(i + 3).height = 18 * Math.ceil(Math.max(1, [...how].length / 48))
  })
  Object.assign(page.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
}

function owedText({ owed, bodies, report }: ReportFacts): string {
  return owed
    .map(
      ({ organizationId, kind, when }) => `${when}${activityKinds[kind]}${organizationId === report.branchId ? '' : `（${bodies.get(organizationId) ?? ''}）`}`,
    )
    .join('；')
}
