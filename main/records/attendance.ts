import { type Activity, activity, type Attendance, attendance, countingStates } from '../../shared/domain/activity.ts'
import { refuse } from '../../shared/errors.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import type { RecordStore } from './store.ts'

/** The attendance of an activity, whole, once every line is in order. */
export function writeAttendance(store: RecordStore, parent: Activity, lines: readonly Attendance[]): { after: Activity; present: number } {
  const most = (daysBetween(parent.startsOn, parent.endsOn) + 1) * 24
  const seen = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (seen.has(line.personId)) throw refuse(`lines.${i}`, 'duplicateLine', '同一人在这次活动里出现两次，请删去一行')
    if (line.hours > most) throw refuse(`lines.${i}.hours`, 'badHours', `${most / 24} 天不可能有 ${line.hours} 学时`)
    if (line.state === 'excused' && line.reason === null) throw refuse(`lines.${i}.reason`, 'missing', '不计入应到要写明原因')
    seen.add(line.personId)
  }
  const after = store.writeLines(attendance, activity, parent, lines)
  return { after, present: lines.filter(l => countingStates.includes(l.state)).length }
}
