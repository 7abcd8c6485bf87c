import { activity, attendance, type AttendanceState } from '../../../shared/domain/activity.ts'
import { person } from '../../../shared/domain/person.ts'
import { integer, note, text } from '../../../shared/records/fields.ts'
import { type Cell, cellText } from '../../../shared/records/cell.ts'
import type { SheetColumn } from '../../../shared/records/sheet.ts'
import { isDay } from '../../../shared/rules/days.ts'
import type { Period } from '../../../shared/rules/periods.ts'
import type { Workbook } from '../../files/workbook.ts'

/** Whose workbook a sheet is of, and for which days. */
export interface Report extends Period {
  readonly branchId: string
}

/** 支部上报表: the sheets of it, in the order people fill them. */
export const sheetNames = { meetings: '会议活动', attendance: '参会情况', notes: '学习笔记', talks: '谈心谈话' } as const

/** How many meetings one workbook takes; as many columns has the sheet of who was there. */
export const meetingRows = 30

const mark = /编号：(\S+)\s+(\d{4}-\d\d-\d\d)\s+(\d{4}-\d\d-\d\d)/

/** The line near the top of each sheet by which a workbook that comes back is known. */
export const markOf = ({ branchId, from, until }: Report): string => `编号：${branchId} ${from} ${until}（导入时认这一行，不要改）`

/** Whose sheet it is; undefined where it is none of ours. */
export function reportOn(rows: readonly (readonly Cell[])[]): Report | undefined {
  for (const cells of rows.slice(0, 6)) {
    const [, branchId, from, until] = mark.exec(cellText(cells[0] ?? null)) ?? []
    if (branchId !== undefined && from !== undefined && until !== undefined && isDay(from) && isDay(until)) return { branchId, from, until }
  }
  return
}

/** Whose workbook it is; undefined where it is none of ours. */
export const reportIn = (workbook: Workbook): Report | undefined => workbook.sheets.map(({ rows }) => reportOn(rows)).find(report => report !== undefined)

const column = (name: string, field: SheetColumn['field'], required = false): SheetColumn => ({ name, field: { ...field, also: [] }, required })
const { kind, startsOn, place, chair, recorder, lecturer, guests, hours, agenda, content, remark } = activity.fields

/** 序号: by it a meeting's row and its column of the attendance belong together. */
export const numberColumn = 'number'
export const decisionColumn = 'decisions'

export const meetingColumns: readonly SheetColumn[] = [
  column(numberColumn, integer({ label: '序号' })),
  column('organizationId', { ...activity.fields.organizationId, label: '召开单位' }),
  column('kind', { ...kind, label: '类型' }, true),
  column('name', { ...activity.fields.name, label: '名称' }),
  column('startsOn', { ...startsOn, label: '日期' }, true),
  column('place', place),
  column('chair', chair),
  column('recorder', recorder),
  column('lecturer', lecturer),
  column('guests', guests),
  column('counts', { ...activity.fields.counts, label: '是否计入学时' }),
  column('hours', hours),
  column('agenda', agenda),
  column('content', content),
  column(decisionColumn, note({ label: '决议' })),
  column('remark', remark),
]

export const personColumn = 'personId'

/** What of the sheet of who was there says who a row is about. The key is hidden: two members may have one name. */
export const memberColumns: readonly SheetColumn[] = [
  column(personColumn, text({ label: '人员编号' })),
  column('name', person.fields.name),
  column('idNumber', person.fields.idNumber),
]

/** 第 3 项: the column of the meeting of that number. */
export const markColumn = (number: number): string => `m${number}`
export const markHeading = (number: number): string => `第${number}项`
export const markColumns: readonly SheetColumn[] = Array.from({ length: meetingRows }, (_, i) => column(markColumn(i + 1), text({ label: markHeading(i + 1) })))

/** What a cell of the sheet may say; a reason follows after a colon. */
export const markWords: Readonly<Record<AttendanceState, string>> = {
  present: '√',
  makeup: '补学',
  leave: '请假',
  absent: '缺勤',
  excused: '不计入',
}

export const shownLineColumns: readonly SheetColumn[] = [
  column('name', person.fields.name),
  column('meeting', text({ label: '会议活动' })),
  column('state', attendance.fields.state),
  column('reason', attendance.fields.reason),
]
