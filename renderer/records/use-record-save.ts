import { useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { call } from '../api/client.ts'
import { changedKeys, type Values, valuesOf } from './draft.ts'
import { failedWith } from './failed-with.ts'
import { recordType } from './record-name.ts'
import type { RecordFormState } from './use-record-form.ts'

export interface Stored extends Values {
  readonly id: string
  readonly version: number
}

/** A record as it crosses from main: an id, a version, and its fields. */
export function isStored(record: Values): record is Stored {
  return typeof record['id'] === 'string' && typeof record['version'] === 'number'
}

/** What someone else did to the record while it was open here. */
export interface Conflict {
  readonly theirs: Stored
  readonly titles: Readonly<Record<string, string>>
  /** The fields that they changed. */
  readonly changed: readonly string[]
}

interface Save {
  readonly busy: boolean
  /** A failure that belongs to no field. */
  readonly error: unknown
  readonly conflict: Conflict | undefined
  /** Writes the form; nothing happens while something in it is wrong. */
  save(): Promise<Stored | undefined>
  /** After a conflict: their record, with one's own changes on top (`keep`) or without. */
  reload(keep: boolean): void
}

/** The keyboard goes to the first field at fault; back to where it was when the failure belongs to none. */
const focusFault = (before: HTMLElement | undefined) =>
  setTimeout(() => (document.querySelector<HTMLElement>('.record-form [aria-invalid="true"]') ?? before)?.focus())

/** Creates a record, or changes the one given, and says what stood in the way. */
export function useRecordSave(name: RecordName, form: RecordFormState, record: Stored | undefined): Save {
  const [base, setBase] = useState(record)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [conflict, setConflict] = useState<Conflict>()
  const type = recordType(name)

  const write = (draft: Record<string, unknown>) =>
    base ? call('records.update', { type: name, id: base.id, version: base.version, draft }) : call('records.create', { type: name, draft })

  const meet = async (failure: unknown) => {
    if (!base || !failedWith(failure, 'record.changedByOther')) {
      if (!form.refuse(failure)) setError(failure)
      return
    }
    const { record: theirs, titles } = await call('records.get', { type: name, id: base.id })
    if (isStored(theirs)) setConflict({ theirs, titles, changed: changedKeys(type, valuesOf(type, base), valuesOf(type, theirs)) })
  }

  const save = async () => {
    setError(undefined)
    // What stands half typed in a field settles when it is left; saving by key does not leave it.
    const at = document.activeElement instanceof HTMLElement && document.activeElement.matches('input,textarea') ? document.activeElement : undefined
    at?.blur()
    const draft = form.submit()
    if (!draft) {
      focusFault(at)
      return undefined
    }
    setBusy(true)
    try {
      const written = await write(draft)
      if (!isStored(written)) return undefined
      setBase(base && written)
      return written
    } catch (failure) {
      await meet(failure).catch(setError)
      focusFault(at)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const reload = (keep: boolean) => {
    if (!conflict) return
    const mine = keep ? Object.fromEntries(form.changed.map(key => [key, form.values[key]])) : {}
    form.restart(valuesOf(type, conflict.theirs), mine)
    setBase(conflict.theirs)
    setConflict(undefined)
  }
  return { busy, error, conflict, save, reload }
}
