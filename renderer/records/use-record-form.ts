import { useMemo, useRef, useState } from 'react'
import type { RecordType } from '../../shared/records/record.ts'
import { changedKeys, derivedOf, draftOf, type Faults, faultsFrom, faultsOf, settled, type Values } from './draft.ts'

export interface RecordFormState {
  readonly type: RecordType
  readonly values: Values
  /** Filled in by the program from other fields; shown locked. */
  readonly derived: Values
  /** What may be shown: faults of fields that were left, or of all once saving was tried. */
  readonly faults: Faults
  readonly dirty: boolean
  readonly changed: readonly string[]
  readonly titles: Readonly<Record<string, string>>
  set(key: string, value: unknown): void
  /** The whole of a value that stood masked. Not a change. */
  reveal(key: string, value: unknown): void
  leave(key: string): void
  noteTitle(id: string, title: string): void
  /** The draft to send; nothing, with every fault in sight, while something is wrong. */
  submit(): Record<string, unknown> | undefined
  /** Puts a failure from main under its fields. False when it belongs to none of them. */
  refuse(error: unknown): boolean
  /** Starts again from these values, keeping what is given in `kept`. */
  restart(values: Values, kept?: Values): void
}

/** What a form holds while it is filled in. */
export function useRecordForm(type: RecordType, initial: Values, initialTitles: Readonly<Record<string, string>> = {}): RecordFormState {
  const [base, setBase] = useState(initial)
  const [values, setValues] = useState(initial)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Faults>({})
  const [titles, setTitles] = useState(initialTitles)
  // Two events of one turn (a date settles, then its field is left) must see each other.
  const latest = useRef(values)
  const put = (next: Values) => {
    latest.current = next
    setValues(next)
  }
  const derived = useMemo(() => derivedOf(type, values), [type, values])
  const all = useMemo(() => faultsOf(type, { ...values, ...derived }, base), [type, values, derived, base])
  const changed = useMemo(() => changedKeys(type, base, values).filter(key => !(key in derived)), [type, base, values, derived])
  const shown = useMemo(() => ({ ...Object.fromEntries(Object.entries(all).filter(([key]) => left.has(key))), ...refused }), [all, left, refused])

  return {
    type,
    values: useMemo(() => ({ ...values, ...derived }), [values, derived]),
    derived,
    faults: shown,
    dirty: changed.length > 0,
    changed,
    titles: { ...initialTitles, ...titles },
    set(key, value) {
      put({ ...latest.current, [key]: value })
      setRefused(before => Object.fromEntries(Object.entries(before).filter(([other]) => other !== key)))
    },
    reveal(key, value) {
      setBase(before => ({ ...before, [key]: value }))
      put({ ...latest.current, [key]: value })
    },
    leave(key) {
      const field = type.fields[key]
      if (field) put({ ...latest.current, [key]: settled(field, latest.current[key]) })
      setLeft(before => new Set([...before, key]))
    },
    noteTitle: (id, title) => setTitles(before => ({ ...before, [id]: title })),
    submit() {
      setLeft(new Set(Object.keys(type.fields)))
      return draftOf(type, latest.current, base)
    },
    refuse(error) {
      const found = faultsFrom(type, error)
      setRefused(found)
      return Object.keys(found).length > 0
    },
    restart(next, kept = {}) {
      setBase(next)
      put({ ...next, ...kept })
      setLeft(new Set())
      setRefused({})
    },
  }
}
