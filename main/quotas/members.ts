import type { Person } from '../../shared/domain/person.ts'
import type { ReadScope } from '../app/scopes.ts'

/** People on file in these categories, 正式 and 预备党员 unless others are asked for, who have neither left, moved out nor died. */
export function membersIn(db: ReadScope['db'], categories: readonly Person['category'][] = ['full', 'probationary']) {
  return db
    .selectFrom('person')
    .where('voidedAt', 'is', null)
    .where('category', 'in', categories)
    .where(e => e.or([e('membershipState', 'is', null), e('membershipState', '=', 'normal')]))
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
