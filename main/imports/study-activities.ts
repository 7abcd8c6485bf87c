import { activity, activityKinds, type Attendance, attendanceStates, type AttendanceState, countingStates } from '../../shared/domain/activity.ts'
import { compact } from '../../shared/records/cell.ts'
import { choiceOf } from '../../shared/records/cells.ts'
import type { Draft, Fault } from '../../shared/records/record.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import { parameterOn, type ParameterValue } from '../../shared/rules/parameters.ts'
import { addChecks, draftOf, missing, type Values } from '../records/drafts.ts'
import type { OrganizationNames } from './branches.ts'
import { activitiesOn, type StoredActivity, type StoredOrganization } from './lookups.ts'
import { studyColumns, type StudyLine } from './study-lines.ts'

type ActivityDraft = Draft<(typeof activity)['fields']>

/** An activity of the file, with its lines. */
export interface Held {
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
  readonly organizer: string | undefined
  before: StoredActivity | undefined
  /** Hours of a line that gives none. */
  hours: number | undefined
  readonly lines: Item[]
}

export interface Item {
  readonly line: StudyLine
  readonly personId: string | undefined
  readonly faults: Fault[]
  held: Held | undefined
  attended: Attendance | undefined
  kept: Attendance | undefined
}

const textIn = (values: Values, key: string): string | undefined => {
  const value = values[key]
  return typeof value === 'string' ? value : undefined
}

/** Brings the lines of one activity together: by name, days and organizer, with what is already kept. */
export async function group(db: Parameters<typeof activitiesOn>[0], items: readonly Item[], names: OrganizationNames<StoredOrganization>): Promise<Held[]> {
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

export function commonest(values: readonly unknown[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) if (typeof value === 'number') counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: number | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}

/** 一天折合 × days, by the parameter in force when it began. */
export function defaultHours({ startsOn, endsOn }: Held, rates: readonly ParameterValue[]): number | undefined {
  const rate = parameterOn(rates, 'study.hoursPerDay', startsOn)?.value
  return rate === undefined ? undefined : rate * Math.max(1, daysBetween(startsOn, endsOn) + 1)
}

/** What days are worth by the parameters in force: whole days, and a half day at its own rate. */
export function hoursOfDays(days: number, startsOn: string, rates: readonly ParameterValue[]): number | undefined {
  const rate = (key: string) => parameterOn(rates, key, startsOn)?.value
  const [day, half] = [rate('study.hoursPerDay'), rate('study.hoursPerHalfDay')]
  if (day === undefined) return
  const hours = days % 1 === 0.5 && half !== undefined ? Math.floor(days) * day + half : days * day
  return Math.round(hours * 100) / 100
}

/** Says of each line what it keeps, and what is wrong with it. */
export function settle(held: Held, kept: ReadonlyMap<string, Attendance>): void {
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
    const state = stateIn(given)
    const reason = countingStates.includes(state) ? null : (textIn(given, 'reason') ?? (before?.state === state ? before.reason : null))
    if (state === 'excused' && reason === null) item.faults.push({ field: 'reason', code: 'missing', message: '不计入应到要写明缺席原因' })
    // Why someone was away stays for as long as they are away in the same way, where the file does not say.
    item.attended = { personId: item.personId, state, hours, reason }
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

const isState = (value: unknown): value is AttendanceState => typeof value === 'string' && Object.hasOwn(attendanceStates, value)

function stateIn(given: Values): AttendanceState {
  const state = given['state']
  return isState(state) ? state : 'present'
}

/** True where a line says what is kept. */
export const same = (a: Attendance, b: Attendance | undefined): boolean =>
  b !== undefined && a.state === b.state && a.hours === b.hours && a.reason === b.reason

/** What the first line that says it says of the activity. */
const given = (held: Held, key: string) => held.lines.map(item => item.line.given[key]).find(value => value !== undefined && value !== null)

/** 活动类型 of a new activity: as a line gives it, else by the name. */
export const kindOf = (held: Held) => given(held, 'kind') ?? kindIn(held.name)

/** The activity as its lines describe it: hours as most of them have, kind by the name where none is given. */
export function newActivity(held: Held, names: OrganizationNames<StoredOrganization>): ActivityDraft {
  const found = held.organizer === undefined ? undefined : names.find(held.organizer)
  const { name, startsOn, endsOn } = held
  const faults: Fault[] = []
  const draft = draftOf(
    activity,
    {
      name,
      startsOn,
      endsOn,
      kind: kindOf(held),
      hours: held.hours,
      counts: given(held, 'counts') ?? true,
      place: given(held, 'place'),
      lecturer: given(held, 'lecturer'),
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
