import { type SelectionTalk, selectionTalk } from '../../shared/domain/selection.ts'
import type { ReadScope } from '../app/scopes.ts'
import { fromRow } from '../records/rows.ts'

/** The talks of a selection, oldest first. */
export async function talksOf(db: ReadScope['db'], caseId: string): Promise<readonly SelectionTalk[]> {
  const rows = await db
    .selectFrom('selectionTalk')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('voidedAt', 'is', null)
    .orderBy('talkedOn')
    .orderBy('createdAt')
    .execute()
  return rows.map(row => fromRow(selectionTalk, row))
}
