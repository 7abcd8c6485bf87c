import type { cadresApi } from '../../../shared/api/cadres.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { archiveCheck, archiveItem } from '../../../shared/domain/archive-check.ts'
import { archiveItemNames } from '../../../shared/domain/cadre-words.ts'
import { refuse } from '../../../shared/errors.ts'
import { parse } from '../../app/parse.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { differences } from '../../records/drafts.ts'
import { linesByParent } from '../../records/lines.ts'
import { draftFrom, fromRow, nothing } from '../../records/rows.ts'

type Save = (typeof cadresApi)['archive.save']

/** Writes 档案审核 with its items; what is not said of an item is left to be said. */
export async function saveCheck({ store }: WriteScope, { id, version, draft, items }: InputOf<Save>): Promise<OutputOf<Save>> {
  if (new Set(items.map(({ item }) => item)).size < items.length) throw refuse('items', 'duplicate', '同一项目只能登记一次')
  const before = id === undefined ? undefined : store.getUnchanged(archiveCheck, id, version ?? 0)
  const whole = archiveCheck.complete(parse(archiveCheck.draft, { ...(before ? draftFrom(archiveCheck, before) : nothing(archiveCheck)), ...draft }))
  const patch = before ? differences(archiveCheck, before, whole) : whole
  const kept = before ? (Object.keys(patch).length > 0 ? store.update(archiveCheck, before, patch) : before) : store.create(archiveCheck, whole)
  const written = store.writeLines(archiveItem, archiveCheck, kept, items)
  return { id: written.id, version: written.version }
}

/** The checks of a person's file, the newest first, each with its items in their order. */
export async function checksOf(db: ReadScope['db'], personId: string) {
  const rows = await db
    .selectFrom('archiveCheck')
    .selectAll()
    .where('personId', '=', personId)
    .where('voidedAt', 'is', null)
    .orderBy('checkedOn', 'desc')
    .execute()
  const items = await linesByParent(
    db,
    archiveItem,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({
    record: fromRow(archiveCheck, row),
    items: (items.get(row.id) ?? []).toSorted((a, b) => archiveItemNames.indexOf(a.item) - archiveItemNames.indexOf(b.item)),
  }))
}
