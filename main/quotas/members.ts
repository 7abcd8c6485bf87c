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
