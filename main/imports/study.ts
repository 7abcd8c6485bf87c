import { activity, attendance } from '../../shared/domain/activity.ts'
import { headingIndex, type SheetColumn } from '../../shared/records/sheet.ts'
import type { Values } from '../records/drafts.ts'
import { OrganizationNames, sheetBranch } from './branches.ts'
import { type Change, type ImportType, type PlannedRow, type RowStatus, shownCell, shownValue } from './kind.ts'
import { attendanceOf, hourRates, livingOrganizations, type StoredOrganization } from './lookups.ts'
import { commonest, defaultHours, group, type Item, newActivity, same, settle } from './study-activities.ts'
import { activityColumn, longLines, matrixColumn, studyColumns } from './study-lines.ts'
import { adaptMatrix, matrixLines } from './study-matrix.ts'
import { People } from './study-people.ts'
import { activityInTitles } from './study-title.ts'

/** 学时登记, as one line for each person and activity or as a matrix of people and activities. Figures count lines, not activities. */
export const studyImport: ImportType = {
  kind: 'study',
  columns: [...studyColumns, matrixColumn],
  index: headingIndex(studyColumns),
  listsNames: false,
  adapt: adaptMatrix,

  lacks(sheet) {
    const lacking: string[] = []
    if (!sheet.at.has('name') && !sheet.at.has('idNumber')) lacking.push('姓名或公民身份号码')
    if (sheet.columns.some(c => c.field === activityColumn)) return lacking
    const above = sheet.at.has('activity') ? {} : activityInTitles(sheet)
    if (!sheet.at.has('activity') && above['activity'] === undefined) lacking.push('活动名称')
    if (!sheet.at.has('startsOn') && above['startsOn'] === undefined) lacking.push('开始日期')
    return lacking
  },

  async branchOf({ db }, sheets) {
    const names = new OrganizationNames(await livingOrganizations(db))
    return new Map(
      sheets
        .filter(s => !s.at.has('branch'))
        .flatMap(s => {
          const branch = sheetBranch(names, s.titles, s.sheet.name)?.organization
          return branch ? [[s.sheet.name, branch.name]] : []
        }),
    )
  },

  async plan({ db }, sheets, step) {
    const lines = sheets.flatMap(sheet => (sheet.columns.some(c => c.field === activityColumn) ? matrixLines(sheet) : longLines(sheet)))
    const names = new OrganizationNames<StoredOrganization>(await livingOrganizations(db))
    const people = await People.gather(db, lines, names)
    const items: Item[] = lines.map(line => ({ line, personId: people.find(line), faults: line.faults, held: undefined, attended: undefined, kept: undefined }))
    const activities = await group(db, items, names)
    const keptLines = await attendanceOf(
      db,
      activities.flatMap(a => (a.before ? [a.before.id] : [])),
    )
    const rates = await hourRates(db)
    for (const [i, held] of activities.entries()) {
      if (i % 50 === 0) await step(i, activities.length)
      held.hours =
        held.before?.hours ??
        commonest(held.lines.map(item => item.line.given['statedHours'])) ??
        commonest(held.lines.map(item => item.line.given['hours'])) ??
        defaultHours(held, rates)
      settle(held, new Map((keptLines.get(held.before?.id ?? '') ?? []).map(l => [l.personId, l])))
    }
    const rows = items.map(item => plannedLine(item, people))
    return {
      columns: shownColumns.map(c => ({ field: c.name, label: c.field.label })),
      rows,
      write: async ({ store }, progress) => {
        for (const [i, held] of activities.entries()) {
          await progress(i, activities.length)
          const changed = held.lines.filter(item => item.faults.length === 0 && item.attended && !same(item.attended, item.kept))
          if (changed.length === 0) continue
          const parent = held.before ?? store.create(activity, newActivity(held, names))
          const merged = new Map((keptLines.get(held.before?.id ?? '') ?? []).map(l => [l.personId, l]))
          for (const { attended } of changed) if (attended) merged.set(attended.personId, attended)
          store.writeLines(attendance, activity, parent, [...merged.values()])
        }
      },
    }
  },
}

const shownColumns = studyColumns.filter(c => ['name', 'idNumber', 'activity', 'startsOn', 'endsOn', 'hours', 'state'].includes(c.name))

function plannedLine(item: Item, people: People): PlannedRow {
  const {
    line: { sheet, row, given, notes },
    faults,
    attended,
    kept,
    held,
  } = item
  const status: RowStatus = faults.length ? 'faulty' : kept ? (attended && same(attended, kept) ? 'unchanged' : 'updated') : 'created'
  const person = item.personId === undefined ? undefined : people.byId(item.personId)
  const read: Values = {
    ...given,
    ...(person && { name: person.name, idNumber: person.idNumber }),
    endsOn: held?.endsOn ?? given['endsOn'],
    hours: attended?.hours ?? given['hours'],
  }
  const shown = ({ name, field }: SheetColumn): string => {
    const at = sheet.at.get(name)
    return at !== undefined && faults.some(f => f.field === name) ? shownCell(field, row.cells[at] ?? null) : shownValue(field, read[name])
  }
  const changes = (): Change[] => {
    if (!kept || !attended || faults.length) return []
    const fields = [attendance.fields.state, attendance.fields.hours]
    const pairs = [
      [kept.state, attended.state],
      [kept.hours, attended.hours],
    ]
    return fields.flatMap((field, i) => {
      const [before, after] = pairs[i] ?? []
      return before === after
        ? []
        : [{ field: i === 0 ? 'state' : 'hours', label: field.label, before: shownValue(field, before), after: shownValue(field, after) }]
    })
  }
  return {
    sheet: sheet.sheet.name,
    row: row.number,
    source: row,
    status,
    faults,
    notes,
    values: () => Object.fromEntries(shownColumns.map(c => [c.name, shown(c)]).filter(([, text]) => text !== '')),
    changes,
  }
}
