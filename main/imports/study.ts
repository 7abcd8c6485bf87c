import { activity, activityKinds, attendance, type Attendance, type AttendanceState } from '../../shared/domain/activity.ts'
import { choiceOf, compact } from '../../shared/records/cells.ts'
import type { Draft, Fault } from '../../shared/records/record.ts'
import { headingIndex, type SheetColumn } from '../../shared/records/sheet.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import { OrganizationNames, sheetBranch } from './branches.ts'
import { addChecks, draftOf, missing, type Values } from '../records/drafts.ts'
import { type Change, type ImportType, type PlannedRow, type RowStatus, shownCell, shownValue } from './kind.ts'
import { activitiesOn, attendanceOf, hourRates, livingOrganizations, type StoredActivity, type StoredOrganization } from './lookups.ts'
import { People } from './study-people.ts'
import { longLines, matrixColumn, activityColumn, studyColumns, type StudyLine } from './study-lines.ts'
import { activityInTitles } from './study-title.ts'
import { adaptMatrix, matrixLines } from './study-matrix.ts'

type ActivityDraft = Draft<(typeof activity)['fields']>

/** An activity of the file, with its lines. */
interface Held {
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
  readonly organizer: string | undefined
  before: StoredActivity | undefined
  /** Hours of a line that gives none. */
  hours: number | undefined
  readonly lines: Item[]
}

interface Item {
  readonly line: StudyLine
  readonly personId: string | undefined
  readonly faults: Fault[]
  held: Held | undefined
  attended: Attendance | undefined
  kept: Attendance | undefined
}

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

const textIn = (values: Values, key: string): string | undefined => {
  const value = values[key]
  return typeof value === 'string' ? value : undefined
}

/** Brings the lines of one activity together: by name, days and organizer, with what is already kept. */
async function group(db: Parameters<typeof activitiesOn>[0], items: readonly Item[], names: OrganizationNames<StoredOrganization>): Promise<Held[]> {
  const byKey = new Map<string, Held>()
  for (const item of items) {
    const { given, faults } = item.line
    const [name, startsOn] = [textIn(given, 'activity'), textIn(given, 'startsOn')]
    if (name === undefined) addMissing(faults, 'activity')
    if (startsOn === undefined) addMissing(faults, 'startsOn')
    if (name === undefined || startsOn === undefined) continue
    const endsOn = textIn(given, 'endsOn') ?? startsOn
    const organizer = textIn(given, 'organizer')
    const key = [compact(name), startsOn, endsOn, compact(organizer ?? '')].join('|')
    const held: Held = byKey.get(key) ?? { name, startsOn, endsOn, organizer, before: undefined, hours: undefined, lines: [] }
    byKey.set(key, held)
    held.lines.push(item)
    item.held = held
  }
  const kept = await activitiesOn(db, new Set([...byKey.values()].map(held => held.startsOn)))
  const byActivity = Map.groupBy(kept, a => [compact(a.name), a.startsOn, a.endsOn].join('|'))
  for (const held of byKey.values()) held.before = sameActivity(held, byActivity.get([compact(held.name), held.startsOn, held.endsOn].join('|')) ?? [], names)
  return joined([...byKey.values()])
}

const addMissing = (faults: Fault[], field: string): void => {
  const column = studyColumns.find(c => c.name === field)
  if (column && !faults.some(f => f.field === field)) faults.push(missing(field, column.field))
}

/** Another organizer makes another activity; where either side names none, it is the same. */
function sameActivity(held: Held, candidates: readonly StoredActivity[], names: OrganizationNames<StoredOrganization>): StoredActivity | undefined {
  if (held.organizer === undefined) return candidates.find(a => a.organizationId === null && a.organizer === null) ?? candidates[0]
  const found = names.find(held.organizer)
  const id = found.ok ? found.organization.id : undefined
  const text = compact(held.organizer)
  return (
    candidates.find(a => (id !== undefined && a.organizationId === id) || compact(a.organizer ?? '') === text) ??
    candidates.find(a => a.organizationId === null && a.organizer === null)
  )
}

/** Lines that leave the organizer empty, or name it differently, may still be of one kept activity. */
function joined(activities: readonly Held[]): Held[] {
  const byId = new Map<string, Held>()
  return activities.filter(held => {
    const first = held.before && byId.get(held.before.id)
    if (!first) {
      if (held.before) byId.set(held.before.id, held)
      return true
    }
    first.lines.push(...held.lines)
    for (const item of held.lines) item.held = first
    return false
  })
}

function commonest(values: readonly unknown[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) if (typeof value === 'number') counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: number | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}

/** 一天折合 × days, by the parameter in force when it began. */
function defaultHours({ startsOn, endsOn }: Held, rates: Awaited<ReturnType<typeof hourRates>>): number | undefined {
  const rate = parameterOn(rates, 'study.hoursPerDay', startsOn)?.value
  return rate === undefined ? undefined : rate * Math.max(1, daysBetween(startsOn, endsOn) + 1)
}

/** Says of each line what it keeps, and what is wrong with it. */
function settle(held: Held, kept: ReadonlyMap<string, Attendance>): void {
  const rules = new Map<number, readonly Fault[]>()
  const seen = new Map<string, Item>()
  for (const item of held.lines) {
    const { given } = item.line
    const before = item.personId === undefined ? undefined : kept.get(item.personId)
    const hours = typeof given['hours'] === 'number' ? given['hours'] : (before?.hours ?? held.hours)
    if (hours === undefined) addMissing(item.faults, 'hours')
    else addChecks(item.faults, rules.get(hours) ?? keep(rules, hours, rulesFor(held, hours)))
    if (item.personId === undefined || hours === undefined) continue
    const earlier = seen.get(item.personId)
    if (earlier) item.faults.push({ field: 'name', code: 'duplicateLine', message: `第 ${earlier.line.row.number} 行已有此人这次活动` })
    else seen.set(item.personId, item)
    item.kept = before
    item.attended = { personId: item.personId, state: stateIn(given), hours }
  }
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value)
  return value
}

/** The record's own rules (结束早于开始, hours that do not fit the days), asked once for each number of hours. */
function rulesFor(held: Held, hours: number): readonly Fault[] {
  const faults: Fault[] = []
  draftOf(activity, { name: held.name, kind: 'other', startsOn: held.startsOn, endsOn: held.endsOn, hours, counts: true }, faults)
  return faults
}

function stateIn(given: Values): AttendanceState {
  const state = given['state']
  return state === 'makeup' || state === 'leave' || state === 'absent' ? state : 'present'
}

const same = (a: Attendance, b: Attendance | undefined): boolean => b !== undefined && a.state === b.state && a.hours === b.hours

/** The activity as its lines describe it: hours as most of them have, kind by the name where none is given. */
function newActivity(held: Held, names: OrganizationNames<StoredOrganization>): ActivityDraft {
  const given = (key: string) => held.lines.map(item => item.line.given[key]).find(value => value !== undefined && value !== null)
  const found = held.organizer === undefined ? undefined : names.find(held.organizer)
  const { name, startsOn, endsOn } = held
  const faults: Fault[] = []
  const draft = draftOf(
    activity,
    {
      name,
      startsOn,
      endsOn,
      kind: given('kind') ?? kindIn(name),
      hours: held.hours,
      counts: given('counts') ?? true,
      place: given('place'),
      lecturer: given('lecturer'),
      organizationId: found?.ok ? found.organization.id : null,
      organizer: found?.ok ? null : held.organizer,
    },
    faults,
  )
  if (!draft) throw new Error(`an activity of good lines is faulty: ${faults.map(f => f.code).join(', ')}`)
  return draft
}

const kindWords = [...Object.values(activityKinds), ...Object.keys(activity.fields.kind.aliases ?? {})]
  .filter(word => word.length > 1 && word !== '其他')
  .sort((a, b) => b.length - a.length)

/** 活动类型, going by a word in the name: 3月主题党日. */
function kindIn(name: string): string {
  const word = kindWords.find(w => name.includes(w))
  return (word === undefined ? undefined : choiceOf(activity.fields.kind, word)) ?? 'other'
}

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
