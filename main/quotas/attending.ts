import { excuses } from '../../shared/domain/activity.ts'
import type { ReadScope } from '../app/scopes.ts'
import { isStopped } from './members.ts'
import { branchOn, movesByPerson, rosterOn } from './roster.ts'

type Db = ReadScope['db']

/** Where the members of these bodies stood on a day: 正式 and 预备党员 of theirs, and those whose 党籍 is stopped. */
export async function membersOn(db: Db, bodies: ReadonlySet<string>, day: string): Promise<Map<string, string | null>> {
  const roster = await rosterOn(db, day)
  const moves = await movesByPerson(db)
  const suspended = await db
    .selectFrom('person')
    .select(['id', 'organizationId', 'joinedOn', 'membershipState', 'membershipOn'])
    .where('voidedAt', 'is', null)
    .where('category', 'in', ['full', 'probationary'])
    .where('membershipState', '=', 'suspended')
    .execute()
  const stopped = suspended.filter(p => (p.joinedOn ?? '') <= day && isStopped(p, day))
  const all = [
    ...roster.map(({ id, organizationId: at }) => [id, at] as const),
    ...stopped.map(p => [p.id, branchOn(p.organizationId, moves.get(p.id), day)] as const),
  ]
  return new Map(all.filter(([, at]) => at !== null && bodies.has(at)))
}

interface Recorded {
  readonly membershipState: string | null
  readonly membershipOn: string | null
  readonly mobility: string | null
  readonly mobilityOn: string | null
  readonly exemptReason: string | null
}

const [, , stopped, , , bedridden, , floating] = excuses

/** A ground that the records show; whether it holds is for the branch and the body above it to say. */
export function groundFor(person: Recorded, day: string): string | null {
  const { mobility, mobilityOn, exemptReason } = person
  if (isStopped(person, day)) return stopped
  const away = mobilityOn === null || mobilityOn <= day
  if (away && mobility === 'floating') return floating
  if (away && mobility === 'lost') return '失去联系'
  return exemptReason !== null && /失能|卧床|不能自理/.test(exemptReason) ? bedridden : null
}
