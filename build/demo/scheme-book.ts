import type { WriteScope } from '../../main/app/scopes.ts'
import { scheme, type SchemeGroup, schemeGroup, type SchemeItem, schemeItem, schemeVeto } from '../../shared/domain/scheme.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { whole } from './registers.ts'

interface Parts {
  readonly items: readonly SchemeItem[]
  readonly groups: readonly SchemeGroup[]
  readonly vetoes: readonly string[]
}

/** A 考核方案 with what belongs to it, as it stands in the book; its id. */
export function keepScheme(store: WriteScope['store'], draft: Partial<DraftOf<typeof scheme>>, { items, groups, vetoes }: Parts): string {
  const made = store.create(scheme, whole(scheme, draft))
  const listed = store.writeLines(schemeItem, scheme, made, items)
  const grouped = store.writeLines(schemeGroup, scheme, listed, groups)
  const matters = vetoes.map((matter, i) => ({ number: i + 1, matter }))
  return store.writeLines(schemeVeto, scheme, grouped, matters).id
}
