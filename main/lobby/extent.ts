import { type Extent, wholeOffice } from '../../shared/domain/ownership.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { type User, user as userType } from '../../shared/domain/user.ts'
import { among } from '../db/among.ts'
import type { Connections } from '../db/open.ts'
import type { Database } from '../db/schema.ts'
import { fromRow } from '../records/rows.ts'

type Reads = Connections['reads']

/** Who sees business records, be it a part of them. */
const business: ReadonlySet<Role> = new Set<Role>(['clerk', 'head', 'reader'])

/** What a user works in, from the moment he comes in. */
export async function extentOf(reads: Reads, row: Database['user']): Promise<Extent> {
  if (!business.has(row.role)) return wholeOffice
  const { modules, scopeId, grants } = fromRow(userType, row)
  if (!grants || grants.length === 0) return { modules, scopeId, grants: [], own: [] }
  return { modules, scopeId, grants, own: await ownOf(reads, row) }
}

/**
 * 回避: the people of the roster who are this user or related to him, as was said of him and as his 干部信息 lists his family. Until somebody has said
 * by ID number who he is, everyone of his name may be.
 */
async function ownOf(reads: Reads, { id, name }: Pick<User, 'id' | 'name'>): Promise<readonly string[]> {
  const ties = await reads.selectFrom('userTie').select(['relation', 'idNumber']).where('userId', '=', id).execute()
  const numbersOf = (wanted: string) => ties.filter(({ relation }) => relation === wanted).map(({ idNumber }) => idNumber)
  const people = reads.selectFrom('person').select('id')
  const self = numbersOf('self')
  const selves = await (self.length > 0 ? people.where(among('idNumber', self)) : people.where('name', '=', name)).execute()
  const relatives = await people.where(among('idNumber', numbersOf('relative'))).execute()
  const family = await reads
    .selectFrom('familyMember as f')
    .innerJoin('cadre as c', 'c.id', 'f.cadreId')
    .innerJoin('person as p', 'p.name', 'f.name')
    .select(['p.id', 'p.bornOn', 'f.born'])
    .where(
      among(
        'c.personId',
        selves.map(one => one.id),
      ),
    )
    .where('c.voidedAt', 'is', null)
    .execute()
  const listed = family.filter(({ bornOn, born }) => !born || !bornOn || bornOn.startsWith(born))
  return [...new Set([...selves, ...relatives, ...listed].map(one => one.id))]
}
