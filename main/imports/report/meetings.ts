import { type Activity, activity, activityKinds, type ActivityKind } from '../../../shared/domain/activity.ts'
import { isMeetingKind, type Resolution, resolution } from '../../../shared/domain/meeting.ts'
import { cellText, compact } from '../../../shared/records/cell.ts'
import type { RecordType } from '../../../shared/records/record.ts'
import { monthOf } from '../../../shared/rules/days.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { OrganizationNames } from '../branches.ts'
import type { Change, PlannedRow, RowStatus } from '../kind.ts'
import { livingOrganizations, type StoredOrganization } from '../lookups.ts'
import { People } from '../named-people.ts'
import type { DataRow, RecognisedSheet } from '../recognised.ts'
import { type PlannedRecord, settledRows } from '../register.ts'
import { keptRecords, keyOf } from '../register-kept.ts'
import { readLine, type RegisterLine } from '../register-lines.ts'
import { decisionsIn, withDecisions } from './decisions.ts'
import { decisionColumn, meetingColumns, numberColumn, type Report } from './layout.ts'

/** By what a meeting of the sheet and one on file are the same: whose, of what kind and on which day; by its name where that leaves several. */
const byDay: RecordType = { ...activity, key: ['startsOn', 'kind', 'organizationId'] }
const byName: RecordType = { ...activity, key: ['startsOn', 'kind', 'organizationId', 'name'] }
const fieldColumns = meetingColumns.filter(c => c.name !== numberColumn && c.name !== decisionColumn)

/** A meeting of the sheet, as a row of the preview and for the lines of who was there. */
export class MeetingRow implements PlannedRow {
  readonly number: number
  readonly record: PlannedRecord
  readonly resolutions: readonly Resolution[]
  readonly status: RowStatus
  /** What it is kept as, once it is written. */
  held: Activity | undefined
  readonly #kept: readonly Resolution[]

  constructor(number: number, record: PlannedRecord, kept: readonly Resolution[], given: ReturnType<typeof decisionsIn>) {
    this.number = number
    this.record = record
    this.#kept = kept
    this.resolutions = withDecisions(kept, given)
    this.status = record.status === 'unchanged' && this.resolutions.length > kept.length ? 'updated' : record.status
  }

  get sheet(): string {
    return this.record.sheet
  }

  get row(): number {
    return this.record.row
  }

  get source(): DataRow {
    return this.record.source
  }

  get faults(): PlannedRecord['faults'] {
    return this.record.faults
  }

  get notes(): readonly string[] {
    return this.record.notes
  }

  get name(): string {
    return String(this.record.settled.draft?.['name'] ?? this.record.settled.line.given['name'] ?? '')
  }

  values(): Record<string, string> {
    const decisions = this.resolutions.map(({ item, decision }) => (decision === null ? item : `${item}：${decision}`)).join('；')
    return { [numberColumn]: String(this.number), ...this.record.values(), ...(decisions && { [decisionColumn]: decisions }) }
  }

  changes(): readonly Change[] {
    const added = this.resolutions.slice(this.#kept.length).map(({ item }) => item)
    if (this.status !== 'updated' || added.length === 0) return this.record.changes()
    const before = this.#kept.map(({ item }) => item).join('；')
    return [...this.record.changes(), { field: decisionColumn, label: resolution.label, before, after: [before, ...added].filter(Boolean).join('；') }]
  }

  /** Writes what it changes; the meeting then says what it is kept as. */
  write({ store }: WriteScope): void {
    const { before, draft, patch } = this.record.settled
    if (this.faults.length > 0 || !draft) return
    if (before && Object.keys(patch).length > 0) store.update(byDay, before, patch)
    const { id } = before ?? store.create(byDay, draft)
    const held = store.get(activity, id)
    this.held = this.resolutions.length > this.#kept.length ? store.writeLines(resolution, activity, held, this.resolutions) : held
  }
}

/** The meetings of the sheet. What was pre-filled and is not held yet is no row. */
export async function readMeetings(db: ReadScope['db'], report: Report, sheet: RecognisedSheet): Promise<MeetingRow[]> {
  const organizations = await livingOrganizations(db)
  const below = new Set(await subtreeIds(db, report.branchId))
  const names = new OrganizationNames<StoredOrganization>(organizations.filter(o => below.has(o.id)))
  const found = sheet.data.filter(row => isFilled(sheet, row)).map(row => ({ row, line: readLine(byDay, fieldColumns, sheet, row) }))
  const lines = found.map(({ line }) => line)
  for (const line of lines) {
    settleBody(line, report, names)
    nameIt(line)
    noteDays(line, report)
  }
  await settleLecturers(db, lines)
  const kept = await keptRecords(db, byDay, lines)
  for (const { given } of lines) {
    if (kept.has(keyOf(byDay, given) ?? '')) continue
    given['endsOn'] = given['startsOn'] ?? report.until
    given['hours'] ??= given['counts'] === true ? undefined : 0
    given['counts'] ??= Number(given['hours']) > 0
  }
  const times = Map.groupBy(lines, line => keyOf(byDay, line.given))
  const isAlone = ({ given }: RegisterLine) => {
    const key = keyOf(byDay, given)
    return (times.get(key)?.length ?? 0) < 2 && (key === undefined || (kept.get(key)?.length ?? 0) < 2)
  }
  const people = await People.gather(db, [], names)
  const rows = [
    ...(await settledRows(db, byDay, fieldColumns, lines.filter(isAlone), people)),
    ...(await settledRows(
      db,
      byName,
      fieldColumns,
      lines.filter(line => !isAlone(line)),
      people,
    )),
  ]
  const byLine = new Map(rows.map(row => [row.settled.line, row]))
  const resolved = await resolutionsOf(
    db,
    rows.flatMap(({ settled }) => settled.before?.id ?? []),
  )
  return found.flatMap(({ row, line }) => {
    const record = byLine.get(line)
    if (!record) return []
    return [new MeetingRow(numberOf(sheet, row), record, resolved.get(record.settled.before?.id ?? '') ?? [], decisionsIn(cellAt(sheet, row, decisionColumn)))]
  })
}

const cellAt = (sheet: RecognisedSheet, row: DataRow, name: string) => row.cells[sheet.at.get(name) ?? -1] ?? null

const numberOf = (sheet: RecognisedSheet, row: DataRow): number => Number(cellText(cellAt(sheet, row, numberColumn))) || 0

/** A row that says more than what was printed on it: which meeting is due. */
const isFilled = (sheet: RecognisedSheet, row: DataRow): boolean =>
  meetingColumns.some(({ name }) => ![numberColumn, 'organizationId', 'kind', 'counts'].includes(name) && cellText(cellAt(sheet, row, name)) !== '')

function settleBody(line: RegisterLine, { branchId }: Report, names: OrganizationNames<StoredOrganization>): void {
  const { given, faults } = line
  const typed = given['organizationId']
  given['organizationId'] = branchId
  if (typeof typed !== 'string') return
  const found = names.find(typed)
  if (found.ok) given['organizationId'] = found.organization.id
  else faults.push({ field: 'organizationId', code: 'unknown', message: `“${typed}”不是本支部，也不是它的党小组` })
}

const isKind = (value: unknown): value is ActivityKind => typeof value === 'string' && Object.hasOwn(activityKinds, value)

/** 10月支委会, where no name is given. */
function nameIt({ given, faults, notes }: RegisterLine): void {
  const { kind, startsOn } = given
  if (isKind(kind) && !isMeetingKind(kind)) faults.push({ field: 'kind', code: 'notMeeting', message: `“${activityKinds[kind]}”不是会议，请用学时登记导入` })
  if (given['name'] !== undefined || !isKind(kind)) return
  // Without a day the row is at fault already; what follows from the day is not to be called missing too.
  if (typeof startsOn !== 'string') {
    given['name'] = activityKinds[kind]
    return
  }
  given['name'] = `${monthOf(startsOn)}月${activityKinds[kind]}`
  notes.push(`没有填名称，记作“${given['name']}”`)
}

function noteDays({ given, notes }: RegisterLine, { from, until }: Report): void {
  const { startsOn } = given
  if (typeof startsOn === 'string' && (startsOn < from || startsOn > until)) notes.push(`日期 ${startsOn} 不在上报期间 ${from} 至 ${until} 之内`)
}

/** Who gave the lesson counts for him or her where only one on file has the name. */
async function settleLecturers(db: ReadScope['db'], lines: readonly RegisterLine[]): Promise<void> {
  const wanted = new Set(lines.map(({ given }) => given['lecturer']).filter(name => typeof name === 'string'))
  const people = await db.selectFrom('person').select(['id', 'name']).where('voidedAt', 'is', null).where(among('name', wanted)).execute()
  const namesakes = Map.groupBy(people, p => compact(p.name))
  for (const { given, notes } of lines) {
    const { lecturer } = given
    if (typeof lecturer !== 'string') continue
    const [only, ...others] = namesakes.get(compact(lecturer)) ?? []
    if (only && others.length === 0) given['lecturerId'] = only.id
    else if (only) notes.push(`有 ${others.length + 1} 位“${lecturer}”，讲党课没有记到谁名下，请在会议里选`)
  }
}

async function resolutionsOf(db: ReadScope['db'], ids: readonly string[]): Promise<ReadonlyMap<string, Resolution[]>> {
  const rows = await db
    .selectFrom('resolution')
    .select(['activityId', 'number', 'item', 'decision', 'method', 'voters', 'present', 'agree', 'against', 'abstain', 'conclusion'])
    .where(among('activityId', ids))
    .orderBy('number')
    .execute()
  const byMeeting = new Map<string, Resolution[]>()
  for (const { activityId, ...line } of rows) byMeeting.set(activityId, [...(byMeeting.get(activityId) ?? []), line])
  return byMeeting
}
