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

interface Member {
  readonly category: string
  readonly fullMemberOn: string | null
  readonly membershipState: string | null
  readonly membershipOn: string | null
}

/** The fields by which a member's standing on a day is known. */
export const memberFields = ['category', 'fullMemberOn', 'membershipState', 'membershipOn'] as const

/** 正式党员 have a vote; who became one later was on probation on that day. While 党籍 is stopped there is none. */
export const isVoter = (member: Member, on: string): boolean =>
  member.category === 'full' && (member.fullMemberOn === null || member.fullMemberOn <= on) && !isStopped(member, on)

/** 停止党籍 by that day. */
export const isStopped = ({ membershipState, membershipOn }: Pick<Member, 'membershipState' | 'membershipOn'>, on: string): boolean =>
  membershipState === 'suspended' && (membershipOn ?? '') <= on
