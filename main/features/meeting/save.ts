import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { meetingApi } from '../../../shared/api/meeting.ts'
import { type Activity, activity, type Attendance, attendance } from '../../../shared/domain/activity.ts'
import { isMeetingKind, type Resolution, resolution } from '../../../shared/domain/meeting.ts'
import { refuse } from '../../../shared/errors.ts'
import { voteFaults } from '../../../shared/rules/votes.ts'
import { parse } from '../../app/parse.ts'
import type { WriteScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { writeAttendance } from '../../records/attendance.ts'
import { differences } from '../../records/drafts.ts'
import { draftFrom, nothing } from '../../records/rows.ts'
import { isVoter, memberFields } from '../../quotas/members.ts'
import { countsOf } from './figures.ts'

type Save = (typeof meetingApi)['meeting.save']

/** Writes what has changed of a meeting, and only that: a field that is the same leaves no trace. */
export async function saveMeeting({ store, db }: WriteScope, input: InputOf<Save>): Promise<OutputOf<Save>> {
  let held = heldBy(store, input)
  const kept = store.linesOf(attendance, held.id)
  const lines = input.lines ?? kept
  if (input.lines && !sameLines(kept, input.lines)) ({ after: held } = writeAttendance(store, held, input.lines))
  if (input.resolutions && !sameLines(store.linesOf(resolution, held.id), input.resolutions)) {
    checkResolutions(input.resolutions)
    held = store.writeLines(resolution, activity, held, input.resolutions)
  }
  return { id: held.id, version: held.version, counts: countsOf(await withVotes(db, lines, held.startsOn)) }
}

/** The meeting, made or changed as the draft says. */
function heldBy(store: WriteScope['store'], { activityId, version, draft }: InputOf<Save>): Activity {
  if (activityId === undefined) return store.create(activity, meetingOf({ ...nothing(activity), ...draft }))
  const before = store.getUnchanged(activity, activityId, version ?? 0)
  const patch = draft ? differences(activity, before, meetingOf({ ...draftFrom(activity, before), ...draft })) : {}
  return Object.keys(patch).length > 0 ? store.update(activity, before, patch) : before
}

function meetingOf(values: object) {
  const draft = activity.complete(parse(activity.draft, values))
  if (!isMeetingKind(draft.kind)) throw refuse('kind', 'notMeeting', '这一类不是会议，请在“活动与签到”登记')
  return draft
}

const sameLines = (a: readonly object[], b: readonly object[]): boolean => a.length === b.length && JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

const ordered = (lines: readonly object[]): readonly string[] =>
  lines.map(line => JSON.stringify(Object.entries(line).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted()

function checkResolutions(resolutions: readonly Resolution[]): void {
  const numbers = new Set<number>()
  for (const [i, line] of resolutions.entries()) {
    if (numbers.has(line.number)) throw refuse(`resolutions.${i}.number`, 'duplicateLine', `序号 ${line.number} 出现两次`)
    numbers.add(line.number)
    const [fault] = voteFaults(line)
    if (fault) throw refuse(`resolutions.${i}.${fault.field}`, fault.code, `第 ${line.number} 项：${fault.message}`)
  }
}

async function withVotes(db: WriteScope['db'], lines: readonly Attendance[], on: string) {
  const people = await db
    .selectFrom('person')
    .select(['id', ...memberFields])
    .where(
      among(
        'id',
        lines.map(line => line.personId),
      ),
    )
    .execute()
  const voters = new Set(people.filter(p => isVoter(p, on)).map(p => p.id))
  return lines.map(line => ({ state: line.state, voter: voters.has(line.personId) }))
}
