import { type Attendance, activity, attendance, type AttendanceState } from '../../../shared/domain/activity.ts'
import { type Cell, cellText } from '../../../shared/records/cell.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { readMark } from '../attendance-mark.ts'
import { OrganizationNames } from '../branches.ts'
import { type Change, type PlannedRow, readRow, type RowFault, type RowStatus, shownValue } from '../kind.ts'
import { attendanceOf, livingOrganizations, type StoredOrganization } from '../lookups.ts'
import { type Mention, People } from '../named-people.ts'
import type { DataRow, RecognisedSheet } from '../recognised.ts'
import { markColumn, markHeading, meetingRows, memberColumns, personColumn } from './layout.ts'
import type { MeetingRow } from './meetings.ts'

/** Who one mark is about, at which meeting, and what it says. */
interface Marked {
  readonly sheet: RecognisedSheet
  readonly source: DataRow
  readonly name: string
  readonly personId: string | undefined
  readonly heading: string
  readonly meeting: MeetingRow | undefined
  readonly state: AttendanceState | undefined
  readonly reason: string | null
  readonly faults: RowFault[]
}

/** One mark of the sheet of who was there. */
export class MarkRow implements PlannedRow {
  readonly marked: Marked
  readonly kept: Attendance | undefined
  readonly status: RowStatus
  readonly notes: readonly string[] = []

  constructor(marked: Marked, kept: Attendance | undefined) {
    this.marked = marked
    this.kept = kept
    const reason = this.#reason
    this.status = marked.faults.length > 0 ? 'faulty' : !kept ? 'created' : kept.state === marked.state && kept.reason === reason ? 'unchanged' : 'updated'
  }

  get sheet(): string {
    return this.marked.sheet.sheet.name
  }

  get row(): number {
    return this.marked.source.number
  }

  get source(): DataRow {
    return this.marked.source
  }

  get faults(): readonly RowFault[] {
    return this.marked.faults
  }

  /** A reason that is on file stays for as long as someone is away in the same way and no other is given. */
  get #reason(): string | null {
    const { reason, state } = this.marked
    return reason ?? (this.kept?.state === state ? (this.kept?.reason ?? null) : null)
  }

  values(): Record<string, string> {
    const { name, meeting, heading, state } = this.marked
    const values = { name, meeting: meeting?.name ? `${heading} ${meeting.name}` : heading, state: shownState(state), reason: this.#reason ?? '' }
    return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''))
  }

  changes(): readonly Change[] {
    if (this.status !== 'updated' || !this.kept) return []
    const { state, reason } = attendance.fields
    const both = [
      { field: 'state', label: state.label, before: shownState(this.kept.state), after: shownState(this.marked.state) },
      { field: 'reason', label: reason.label, before: this.kept.reason ?? '', after: this.#reason ?? '' },
    ]
    return both.filter(change => change.before !== change.after)
  }

  /** The line as it is to be kept at a meeting. */
  line(hours: number): Attendance | undefined {
    const { personId, state } = this.marked
    return personId === undefined || state === undefined ? undefined : { personId, state, hours: this.kept?.hours ?? hours, reason: this.#reason }
  }
}

const shownState = (state: AttendanceState | undefined): string => shownValue(attendance.fields.state, state)

/** Every mark of the sheet, one row each. An empty place says nothing: that meeting did not ask for that member. */
export async function readMarks(db: ReadScope['db'], sheet: RecognisedSheet, meetings: readonly MeetingRow[]): Promise<MarkRow[]> {
  const byNumber = new Map(meetings.map(meeting => [meeting.number, meeting]))
  const names = new OrganizationNames<StoredOrganization>(await livingOrganizations(db))
  const mentions = sheet.data.map((row): Mention => ({ sheet, row, ...readRow(memberColumns, sheet, row) }))
  const known = await byKey(db, mentions)
  const people = await People.gather(db, mentions, names)
  const kept = await attendanceOf(
    db,
    meetings.flatMap(({ record }) => record.settled.before?.id ?? []),
  )
  const rows: MarkRow[] = []
  const seen = new Set<string>()
  for (const mention of mentions) {
    const { row, given } = mention
    const marks = Array.from({ length: meetingRows }, (_, i) => ({ number: i + 1, cell: row.cells[sheet.at.get(markColumn(i + 1)) ?? -1] ?? null })).filter(
      ({ cell }) => cellText(cell) !== '',
    )
    if (marks.length === 0) continue
    const printed = known.get(String(given[personColumn] ?? ''))
    const personId = printed ?? people.find(mention)
    // The masked number beside a member who was printed is no number that was typed.
    const faults = mention.faults.filter(f => printed === undefined || f.field !== 'idNumber')
    for (const { number, cell } of marks) {
      const mark = markIn(cell)
      const meeting = byNumber.get(number)
      const marked: Marked = {
        sheet,
        source: row,
        name: typeof given['name'] === 'string' ? given['name'] : '',
        personId,
        heading: markHeading(number),
        meeting,
        state: mark.state,
        reason: mark.reason,
        faults: [...faults, ...mark.faults, ...faultsOf(number, meeting)],
      }
      const place = `${personId ?? ''} ${number}`
      if (personId !== undefined && seen.has(place)) marked.faults.push({ field: 'name', code: 'duplicateLine', message: '此人在表里出现两次' })
      seen.add(place)
      const lines = kept.get(meeting?.record.settled.before?.id ?? '')
      rows.push(
        new MarkRow(
          marked,
          lines?.find(line => line.personId === personId),
        ),
      )
    }
  }
  return rows
}

function faultsOf(number: number, meeting: MeetingRow | undefined): RowFault[] {
  const field = markColumn(number)
  if (!meeting) return [{ field, code: 'noMeeting', message: `“会议活动”第 ${number} 项没有填，不知道是哪次会` }]
  return meeting.faults.length > 0 ? [{ field, code: 'faultyMeeting', message: `“会议活动”第 ${number} 项有误，先改那一行` }] : []
}

/** Members by the hidden key that they were printed with. */
async function byKey(db: ReadScope['db'], mentions: readonly Mention[]): Promise<ReadonlyMap<string, string>> {
  const keys = mentions.map(({ given }) => given[personColumn]).filter(key => typeof key === 'string')
  const rows = await db.selectFrom('person').select(['id', 'name']).where('voidedAt', 'is', null).where(among('id', keys)).execute()
  const names = new Map(rows.map(p => [p.id, p.name]))
  // A name that was written over means someone else.
  return new Map(
    mentions.flatMap(({ given }) => {
      const id = String(given[personColumn] ?? '')
      return names.get(id) === given['name'] && id ? [[id, id]] : []
    }),
  )
}

/** √, 请假：出差, 不计入（出国）: a mark, and why. */
export function markIn(cell: Cell): { readonly state: AttendanceState | undefined; readonly reason: string | null; readonly faults: readonly RowFault[] } {
  const text = cellText(cell)
  const [, word = text, why = ''] = /^([^:：(（]+?)\s*[:：(（]\s*(.*?)[)）]?$/.exec(text) ?? []
  const whole = readMark(cell)
  const mark = whole.ok && whole.value ? whole : readMark(word)
  if (!mark.ok || !mark.value) {
    const message = `“${text.slice(0, 20)}”看不懂，应填 √、补学、请假、缺勤或不计入，原因写在冒号后面`
    return { state: undefined, reason: null, faults: [{ field: 'state', code: 'badChoice', message }] }
  }
  const { state } = mark.value
  // 病假 is itself the reason.
  const named = why || (state === 'leave' && word.endsWith('假') && word !== '请假' ? word : '')
  const reason = mark === whole && !named ? null : named || null
  if (state === 'excused' && reason === null)
    return { state, reason, faults: [{ field: 'reason', code: 'missing', message: '不计入应到要写原因，如“不计入：长期卧床，生活不能自理”' }] }
  return { state, reason, faults: [] }
}

/** Writes the marks of each meeting that say something new; those on file of whom the sheet says nothing stay. */
export function writeMarks({ store }: WriteScope, meetings: readonly MeetingRow[], marks: readonly MarkRow[]): void {
  for (const meeting of meetings) {
    const { held } = meeting
    const changed = marks.filter(({ marked, status }) => marked.meeting === meeting && (status === 'created' || status === 'updated'))
    if (!held || changed.length === 0) continue
    const lines = new Map(store.linesOf(attendance, held.id).map(line => [line.personId, line]))
    for (const mark of changed) {
      const line = mark.line(held.hours)
      if (line) lines.set(line.personId, line)
    }
    store.writeLines(attendance, activity, held, [...lines.values()])
  }
}
