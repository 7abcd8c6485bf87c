import { records } from '../../../shared/domain/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { cellText } from '../../../shared/records/cell.ts'
import { headingIndex, type SheetColumn } from '../../../shared/records/sheet.ts'
import type { ReadScope } from '../../app/scopes.ts'
import type { Sheet } from '../../files/workbook.ts'
import type { ImportType, Plan } from '../kind.ts'
import { livingOrganizations } from '../lookups.ts'
import type { RecognisedSheet } from '../recognised.ts'
import { registerImport } from '../register.ts'
import { readMarks, writeMarks } from './attendance.ts'
import { markColumns, meetingColumns, memberColumns, type Report, reportOn, sheetNames, shownLineColumns } from './layout.ts'
import { readMeetings } from './meetings.ts'

type Part = ImportType & {
  /** Columns that are shown of its rows. */
  readonly shown: readonly SheetColumn[]
  /** Columns that are printed beforehand: a row with nothing else is none. */
  readonly printed: readonly string[]
}

const part = (columns: readonly SheetColumn[], shown: readonly SheetColumn[]): Part => ({
  kind: 'branch',
  columns,
  index: headingIndex(columns),
  listsNames: false,
  lacks: sheet => columns.filter(c => c.required && !sheet.at.has(c.name)).map(c => c.field.label),
  plan: () => Promise.reject(new Error('a part of a report is planned with the whole')),
  shown,
  printed: [],
})

const register = (name: 'studyNote' | 'talk'): Part => {
  const type = registerImport(name, records[name])
  return { ...type, shown: type.columns, printed: ['personId'] }
}

const meetings: Part = { ...part(meetingColumns, meetingColumns), goesAlong: true }
const attendance = part([...memberColumns, ...markColumns], shownLineColumns)

/** What each sheet of the workbook is read as. */
const parts: Readonly<Record<string, Part>> = {
  [sheetNames.meetings]: meetings,
  [sheetNames.attendance]: attendance,
  [sheetNames.notes]: register('studyNote'),
  [sheetNames.talks]: register('talk'),
}

const partOf = (sheet: Sheet): Part | undefined => (Object.hasOwn(parts, sheet.name) && reportOn(sheet.rows) ? parts[sheet.name] : undefined)
const all = Object.values(parts).flatMap(p => p.columns)

/** 支部上报表: a workbook that was handed out for a month or quarter, all its sheets in one go. */
export const reportImport: ImportType = {
  kind: 'branch',
  columns: [...new Map([...all, ...shownLineColumns].map(c => [c.name, c])).values()],
  index: headingIndex([]),
  listsNames: false,
  partOf,
  lacks: sheet => partOf(sheet.sheet)?.lacks(sheet) ?? ['编号'],

  async branchOf({ db }, sheets) {
    const names = new Map((await livingOrganizations(db)).map(o => [o.id, o.name]))
    return new Map(sheets.flatMap(({ sheet }) => [[sheet.name, names.get(reportOn(sheet.rows)?.branchId ?? '')] as const]).filter(isNamed))
  },

  async plan(scope, sheets, step) {
    const report = await reportOf(scope, sheets)
    const sheetOf = (name: string) => sheets.find(({ sheet }) => sheet.name === name)
    const [listed, present] = [sheetOf(sheetNames.meetings), sheetOf(sheetNames.attendance)]
    const held = listed ? await readMeetings(scope.db, report, listed) : []
    const marks = present ? await readMarks(scope.db, present, held) : []
    for (const meeting of held) {
      if (meeting.faults.length === 0 && !marks.some(m => m.marked.meeting === meeting)) meeting.record.settled.line.notes.push('没有填参会情况')
    }
    const others: Plan[] = []
    for (const sheet of sheets) {
      const own = partOf(sheet.sheet)
      if (own && own.printed.length > 0) others.push(await own.plan(scope, [filled(own, sheet)], step))
    }
    const shown = sheets.map(({ sheet }) => [sheet.name, (partOf(sheet)?.shown ?? []).map(toColumn)] as const)
    return {
      columns: [...new Map(shown.flatMap(([, columns]) => columns).map(c => [c.field, c])).values()],
      columnsOf: new Map(shown),
      rows: [...held, ...marks, ...others.flatMap(plan => plan.rows)],
      year: Number(report.from.slice(0, 4)),
      async write(write, progress) {
        const total = held.length + others.length + 1
        for (const [i, meeting] of held.entries()) {
          await progress(i, total)
          meeting.write(write)
        }
        writeMarks(write, held, marks)
        for (const [i, plan] of others.entries()) {
          await progress(held.length + 1 + i, total)
          await plan.write(write, async () => undefined)
        }
      },
    }
  },
}

const toColumn = ({ name, field }: SheetColumn) => ({ field: name, label: field.label })

const isNamed = (entry: readonly [string, string | undefined]): entry is readonly [string, string] => entry[1] !== undefined

/** The sheet without the rows on which nothing was written by hand. */
function filled(own: Part, sheet: RecognisedSheet): RecognisedSheet {
  const written = [...sheet.at].filter(([name]) => !own.printed.includes(name)).map(([, at]) => at)
  return { ...sheet, data: sheet.data.filter(row => written.some(at => cellText(row.cells[at] ?? null) !== '')) }
}

async function reportOf({ db }: ReadScope, sheets: readonly RecognisedSheet[]): Promise<Report> {
  const found = sheets.flatMap(({ sheet }) => reportOn(sheet.rows) ?? [])
  const [report] = found
  if (!report) throw new AppError('import.unrecognised', { what: '这不是本程序发出的支部上报表' })
  if (found.some(other => other.branchId !== report.branchId || other.from !== report.from))
    throw new AppError('import.unrecognised', { what: '几张表的编号不一样，像是从两本上报表拼起来的' })
  const branch = await db.selectFrom('organization').select('id').where('id', '=', report.branchId).where('voidedAt', 'is', null).executeTakeFirst()
  if (!branch) throw new AppError('import.unrecognised', { what: '这本上报表的支部不在本台账里，可能是别处发出的' })
  return report
}
