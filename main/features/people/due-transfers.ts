import { sql } from 'kysely'
import { person } from '../../../shared/domain/person.ts'
import type { WriteScope } from '../../app/scopes.ts'

/**
 * Moves that were put on file ahead of their day: once it has come, the roster follows. Only people who still stand where the move
 * began and were not written since it are moved; whoever was put elsewhere by hand stays.
 */
export async function settleTransfers({ db, store, today }: WriteScope): Promise<number> {
  const due = await db
    .selectFrom('transfer as t')
    .innerJoin('person as p', 'p.id', 't.personId')
    .select(['t.personId', 't.toId', 't.movedOn'])
    .where('t.voidedAt', 'is', null)
    .where('p.voidedAt', 'is', null)
    .where('t.movedOn', '<=', today)
    .where(sql<boolean>`p.organizationId IS t.fromId AND substr(p.updatedAt, 1, 10) < t.movedOn`)
    .where(e =>
      e.not(
        e.exists(
          e
            .selectFrom('transfer as later')
            .select('later.id')
            .whereRef('later.personId', '=', 't.personId')
            .where('later.voidedAt', 'is', null)
            .where('later.movedOn', '<=', today)
            .whereRef('later.movedOn', '>', 't.movedOn'),
        ),
      ),
    )
    .orderBy('t.movedOn')
    .execute()
  for (const { personId, toId } of due) store.update(person, store.get(person, personId), { organizationId: toId })
  return due.length
}
