import { activity, attendance } from '../../shared/domain/activity.ts'
import type { Fault } from '../../shared/records/record.ts'
import { yearOf } from '../../shared/rules/days.ts'
import { headingIndex } from '../../shared/records/sheet.ts'
import type { Values } from '../records/drafts.ts'
import { parametersIn } from '../records/parameters.ts'
import { OrganizationNames, sheetBranch } from './branches.ts'
import { type Change, type ImportType, type PlannedRow, type RowStatus, shownValue } from './kind.ts'
import { attendanceOf, livingOrganizations, type StoredOrganization } from './lookups.ts'
import { People } from './named-people.ts'
import { rowInWords } from './shown-row.ts'
import { commonest, defaultHours, group, hoursOfDays, type Item, kindOf, newActivity, same, settle } from './study-activities.ts'
import { activityColumn, longLines, matrixColumn, studyColumns, type StudyLine } from './study-lines.ts'
import { adaptMatrix, matrixLines } from './study-matrix.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'
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
    const lines: StudyLine[] = []
    const total = sheets.reduce((sum, sheet) => sum + sheet.data.length, 0)
    for (const sheet of sheets) {
      for (const line of linesOf(sheet)) {
        if (lines.length % 2000 === 0) await step(Math.min(lines.length, total), total)
        lines.push(line)
      }
    }
    const names = new OrganizationNames<StoredOrganization>(await livingOrganizations(db))
    const people = await People.gather(db, lines, names)
    const items: Item[] = lines.map(line => ({ line, personId: people.find(line), faults: line.faults, held: undefined, attended: undefined, kept: undefined }))
    const activities = await group(db, items, names)
    const keptLines = await attendanceOf(
      db,
      activities.flatMap(a => (a.before ? [a.before.id] : [])),
    )
    const rates = await parametersIn(db)
    for (const [i, held] of activities.entries()) {
      if (i % 50 === 0) await step(i, activities.length)
      for (const { line } of held.lines) {
        const { hours, days } = line.given
        if (hours === undefined && typeof days === 'number') line.given['hours'] = hoursOfDays(days, held.startsOn, rates)
      }
      held.hours =
        held.before?.hours ??
        commonest(held.lines.map(item => item.line.given['statedHours'])) ??
        commonest(held.lines.map(item => item.line.given['hours'])) ??
        defaultHours(held, rates)
      settle(held, new Map((keptLines.get(held.before?.id ?? '') ?? []).map(l => [l.personId, l])))
    }
    const rows = items.map(item => new PlannedLine(item, people))
    const saysKind = sheets.some(s => s.at.has('kind')) || lines.some(l => l.given['kind'] !== undefined)
    return {
      columns: shownColumns.filter(c => saysKind || c.name !== 'kind').map(c => ({ field: c.name, label: c.field.label })),
      rows,
      year: yearOfMost(activities),
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

const shownColumns = studyColumns.filter(c => ['name', 'idNumber', 'activity', 'kind', 'startsOn', 'endsOn', 'hours', 'state'].includes(c.name))

/** The year in which most of the lines lie. */
function yearOfMost(activities: readonly { readonly startsOn: string; readonly lines: readonly unknown[] }[]): number | undefined {
  const lines = new Map<number, number>()
  for (const held of activities) lines.set(yearOf(held.startsOn), (lines.get(yearOf(held.startsOn)) ?? 0) + held.lines.length)
  return [...lines].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0]
}

const linesOf = (sheet: RecognisedSheet): Iterable<StudyLine> => (sheet.columns.some(c => c.field === activityColumn) ? matrixLines(sheet) : longLines(sheet))

/** A class, as there may be a million of them. */
class PlannedLine implements PlannedRow {
  readonly #item: Item
  readonly #people: People
  readonly status: RowStatus

  constructor(item: Item, people: People) {
    this.#item = item
    this.#people = people
    this.status = statusOf(item)
  }

  get sheet(): string {
    return this.#item.line.sheet.sheet.name
  }

  get row(): number {
    return this.source.number
  }

  get source(): DataRow {
    return this.#item.line.row
  }

  get faults(): readonly Fault[] {
    return this.#item.faults
  }

  get notes(): readonly string[] {
    return this.#item.line.notes
  }

  values(): Record<string, string> {
    const { line, personId, attended, held, faults } = this.#item
    const person = personId === undefined ? undefined : this.#people.byId(personId)
    const read: Values = {
      ...line.given,
      ...(person && { name: person.name, idNumber: person.idNumber }),
      kind: line.given['kind'] ?? (held && (held.before?.kind ?? kindOf(held))),
      endsOn: held?.endsOn ?? line.given['endsOn'],
      hours: attended?.hours ?? line.given['hours'],
    }
    return rowInWords(shownColumns, { ...line, faults }, ({ name, field }) => shownValue(field, read[name]))
  }

  changes(): readonly Change[] {
    const { kept, attended, faults } = this.#item
    if (!kept || !attended || faults.length) return []
    const { state, hours, reason } = attendance.fields
    const all = [
      { field: 'state', label: state.label, before: shownValue(state, kept.state), after: shownValue(state, attended.state) },
      { field: 'hours', label: hours.label, before: shownValue(hours, kept.hours), after: shownValue(hours, attended.hours) },
      { field: 'reason', label: reason.label, before: shownValue(reason, kept.reason), after: shownValue(reason, attended.reason) },
    ]
    return all.filter(change => change.before !== change.after)
  }
}

function statusOf({ faults, kept, attended }: Item): RowStatus {
  if (faults.length) return 'faulty'
  if (!kept) return 'created'
  return attended && same(attended, kept) ? 'unchanged' : 'updated'
}
