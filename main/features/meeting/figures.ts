import type { MeetingCounts } from '../../../shared/api/meeting.ts'
import type { AttendanceState } from '../../../shared/domain/activity.ts'

interface Line {
  readonly state: AttendanceState
  readonly voter: boolean
}

/** 应到, 不计入, 实到, 请假, 缺勤 and those with a vote, of the lines of one meeting. Who made up for it later was not there. */
export function countsOf(lines: readonly Line[]): MeetingCounts {
  const of = (state: AttendanceState) => lines.filter(line => line.state === state).length
  const excused = of('excused')
  return {
    expected: lines.length - excused,
    excused,
    attended: of('present'),
    makeup: of('makeup'),
    leave: of('leave'),
    absent: of('absent'),
    voters: lines.filter(line => line.voter && line.state !== 'excused').length,
    votersPresent: lines.filter(line => line.voter && line.state === 'present').length,
  }
}
