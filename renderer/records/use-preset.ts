import type { RecordType } from '../../shared/records/record.ts'
import { useQuery } from '../api/hooks.ts'
import type { Values } from './draft.ts'
import { recordName, recordType } from './record-name.ts'
import type { Titles } from './shown-text.ts'

interface Preset {
  readonly values: Values
  readonly titles: Titles
  /** Whether the name of whom it is about is known. */
  readonly ready: boolean
}

/** What an address says a new record begins with: `?new=1&personId=…&kind=masses`. Words that are no field of the type are left out. */
export function usePreset(type: RecordType, query: URLSearchParams): Preset {
  const given = Object.entries(type.fields).flatMap(([key, field]) => {
    const value = query.get(key)
    return value === null || (field.choices && !Object.hasOwn(field.choices, value)) ? [] : [{ key, value, kind: field.kind, target: field.target }]
  })
  const about = given.find(({ target }) => target !== undefined)
  const target = recordName(about?.target ?? 'person')
  const reply = useQuery('records.get', { type: target, id: about?.value ?? '' }, { enabled: about !== undefined, keep: false })
  const title = reply.data?.record[recordType(target).title]
  return {
    values: Object.fromEntries(given.map(({ key, value, kind }) => [key, kind === 'integer' || kind === 'decimal' ? Number(value) : value])),
    titles: about && typeof title === 'string' ? { [about.value]: title } : {},
    ready: about === undefined || !reply.isPending,
  }
}
