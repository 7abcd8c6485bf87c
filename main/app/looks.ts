import { namedIn } from '../../shared/api/modules.ts'
import type { EndpointName } from '../../shared/api/contract.ts'
import { noteOf, secretOf } from '../../shared/domain/ownership.ts'

interface Look {
  readonly recordType: string
  readonly recordId: string
  readonly detail: { readonly looked: string }
}

/** What is opened of 监督资料 by a question leaves a line before it is answered: a record, a list of them, or the figures made of them. */
export function lookOf(name: EndpointName, input: unknown): Look | undefined {
  const detail = { looked: name }
  const given = typeof input === 'object' && input !== null ? input : {}
  const type = namedIn(given).find(one => secretOf(one) !== undefined)
  // Whether lists leave at all says nothing of any record.
  if (name === 'records.exportable') return
  if (type) return { recordType: type, recordId: 'id' in given ? String(given.id) : '', detail }
  if (name.startsWith('integrity.')) return { recordType: noteOf('integrity'), recordId: 'personId' in given ? String(given.personId) : '', detail }
  return name.startsWith('supervision.') ? { recordType: 'supervision', recordId: name, detail } : undefined
}
