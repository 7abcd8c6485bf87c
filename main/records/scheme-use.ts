import { AppError, refuse } from '../../shared/errors.ts'
import type { ReadScope } from '../app/scopes.ts'

type Db = ReadScope['db']

/** The ballots that score by a scheme, the newest first; `counted` where papers have been counted by it. */
export async function ballotsBy(db: Db, schemeId: string) {
  const rows = await db
    .selectFrom('ballot as b')
    .leftJoin('organization as o', 'o.id', 'b.organizationId')
    .select(['b.id', 'b.name', 'b.year', 'o.name as organization'])
    .select(e =>
      e
        .exists(e.selectFrom('ballotCount as c').select('c.id').whereRef('c.ballotId', '=', 'b.id').where('c.voidedAt', 'is', null))
        .$castTo<0 | 1>()
        .as('counted'),
    )
    .where('b.schemeId', '=', schemeId)
    .where('b.voidedAt', 'is', null)
    .orderBy('b.year', 'desc')
    .orderBy('b.id', 'desc')
    .execute()
  return rows.map(({ organization, counted, ...b }) => ({ ...b, organization: organization ?? '', counted: counted === 1 }))
}

/** A scheme by which papers have been counted stays as it was: its items are what was scored. */
export async function refuseCounted(db: Db, schemeId: string): Promise<void> {
  const counted = (await ballotsBy(db, schemeId)).find(b => b.counted)
  if (counted) throw refusal(`“${counted.name}”已按这个方案计票，方案没有改动。复制一份再改。`)
}

/** A scheme that ballots refer to is not voided. */
export async function refuseScored(db: Db, schemeId: string): Promise<void> {
  const [first, ...others] = await ballotsBy(db, schemeId)
  if (first) throw new AppError('record.inUse', { label: '考核方案', by: `“${first.name}”${others.length > 0 ? `等 ${others.length + 1} 次测评` : ''}` })
}

const refusal = (message: string) => refuse('schemeId', 'counted', message)
