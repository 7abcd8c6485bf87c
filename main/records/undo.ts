import { records } from '../../shared/domain/index.ts'
import { AppError } from '../../shared/errors.ts'
import { parameterCatalogue } from '../../shared/rules/parameters.ts'
import type { Change } from './changes.ts'
import type { RecordStore } from './store.ts'

/** Takes back the changes of one command, last first, unless a record has been changed again since. Says which: 改“11 月主题党日”. */
export function undo(store: RecordStore, changes: readonly Change[]): { label: string } {
  if (changes.length === 0) throw new AppError('undo.nothing', {})
  const label = saying(store, changes)
  // One command may change a record more than once; only its latest version must be untouched.
  const seen = new Set<string>()
  for (const change of changes) {
    const current = store.get(change.type, change.id)
    if (!seen.has(change.id) && current.version !== change.version) throw new AppError('undo.overtaken', { label: change.type.label })
    seen.add(change.id)
    revert(store, change, current)
  }
  return { label }
}

type Values = Readonly<Record<string, unknown>>

/** What the command had done, in a few words, by the record it did first. */
function saying(store: RecordStore, changes: readonly Change[]): string {
  const begun = changes.at(-1)
  if (!begun) return ''
  const lines = changes.find(c => c.kind === 'lines' && c.id === begun.id)
  const others = new Set(changes.filter(c => c.type.name === begun.type.name).map(c => c.id)).size
  const now: Values = store.get(begun.type, begun.id)
  const subject = `${nameOf(store, begun, now)}${others > 1 ? `等 ${others} 条` : ''}`
  if (begun.kind === 'lines') return `改${subject}的${begun.lines.label}`
  if (!begun.before) return `登记${subject}`
  const before: Values = { ...begun.before }
  if (before['voidedAt'] && !now['voidedAt']) return `恢复${subject}`
  if (!before['voidedAt'] && now['voidedAt']) return `作废${subject}`
  return `改${subject}${lines?.kind === 'lines' ? `和${lines.lines.label}` : ''}`
}

/** By its own name, else by the person it is about, else by what kind of record it is. */
function nameOf(store: RecordStore, { type }: Change, values: Values): string {
  if (typeof values['name'] === 'string') return `“${values['name']}”`
  if (typeof values['personId'] === 'string') return `“${store.get(records.person, values['personId']).name}”的${type.label}`
  if (typeof values['key'] === 'string') return `“${parameterCatalogue[values['key']]?.label ?? values['key']}”`
  return type.label
}

function revert(store: RecordStore, change: Change, current: ReturnType<RecordStore['get']>): void {
  if (change.kind === 'lines') {
    store.writeLines(change.lines, change.type, current, change.before as never)
    return
  }
  if (!change.before) {
    store.void(change.type, current, '撤销登记')
    return
  }
  const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...values } = change.before as Record<string, unknown>
  store.revert(change.type, current, values)
}
