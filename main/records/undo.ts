import { AppError } from '../../shared/errors.ts'
import type { Change } from './changes.ts'
import type { RecordStore } from './store.ts'

/** Takes back the changes of one command, last first, unless a record has been changed again since. */
export function undo(store: RecordStore, changes: readonly Change[]): { label: string } {
  const [first] = changes
  if (!first) throw new AppError('undo.nothing', {})
  // One command may change a record more than once; only its latest version must be untouched.
  const seen = new Set<string>()
  for (const change of changes) {
    const current = store.get(change.type, change.id)
    if (!seen.has(change.id) && current.version !== change.version) throw new AppError('undo.overtaken', { label: change.type.label })
    seen.add(change.id)
    revert(store, change, current)
  }
  return { label: first.type.label }
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
