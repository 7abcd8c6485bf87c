import { useMemo, useState } from 'react'
import { scheme as type } from '../../../shared/domain/scheme.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { failedWith } from '../../records/failed-with.ts'
import { fromKept, sameDraft, type SchemeDraft, toSave } from './scheme-draft.ts'

/** What is on file. */
export interface OnFile {
  readonly id: string
  readonly version: number
  readonly draft: SchemeDraft
}

interface Held {
  readonly version: number
  readonly base: SchemeDraft
  readonly now: SchemeDraft
  /** How it stood before each edit that is not saved yet, oldest first. */
  readonly past: readonly SchemeDraft[]
}

const editsKept = 200

export function onFileOf(reply: CallOutput<'scheme.get'>): OnFile {
  const kept = type.stored.parse(reply.scheme)
  return { id: kept.id, version: kept.version, draft: fromKept(kept, reply.items, reply.groups, reply.vetoes) }
}

/** A scheme on file or a new one, as edited: facts, items, groups and matters, saved in one. Letters typed in one field are one edit to take back. */
export function useScheme(initial: SchemeDraft, onFile: OnFile | undefined) {
  const command = useCommand('scheme.save')
  const [held, setHeld] = useState<Held>({ version: onFile?.version ?? 0, base: initial, now: initial, past: [] })
  const [field, setField] = useState<string>()
  const [overtaken, setOvertaken] = useState(false)
  const [seen, setSeen] = useState(onFile)
  const touched = useMemo(() => !sameDraft(held.now, held.base), [held])

  const show = ({ version, draft }: OnFile) => setHeld({ version, base: draft, now: draft, past: [] })
  if (onFile && onFile !== seen) {
    setSeen(onFile)
    // 撤销 from the bar, or someone else at another window: what is not edited here follows what is on file.
    if (onFile.version > held.version) {
      if (touched) setOvertaken(true)
      else show(onFile)
    }
  }
  const lost = failedWith(command.error, 'record.changedByOther')
  return {
    now: held.now,
    /** Something here is not on file. */
    dirty: onFile === undefined || touched,
    touched,
    saving: command.isPending,
    overtaken: overtaken || lost,
    error: lost ? null : command.error,
    /** `edit` names the field that is typed in; without it every change is one to take back. */
    set(change: Partial<SchemeDraft>, edit?: string) {
      const goesOn = edit !== undefined && edit === field
      setField(edit)
      setHeld(before => ({ ...before, now: { ...before.now, ...change }, past: goesOn ? before.past : [...before.past, before.now].slice(-editsKept) }))
    },
    mayUndo: held.past.length > 0,
    undo() {
      setField(undefined)
      setHeld(before => ({ ...before, now: before.past.at(-1) ?? before.now, past: before.past.slice(0, -1) }))
    },
    save(done: (id: string) => void) {
      const { now, version } = held
      command.mutate(
        { ...(onFile ? { schemeId: onFile.id, version } : {}), ...toSave(now) },
        {
          onSuccess(kept) {
            setField(undefined)
            setHeld({ version: kept.version, base: now, now, past: [] })
            done(kept.id)
          },
        },
      )
    },
    /** What is on file, without the edits. */
    reload() {
      setOvertaken(false)
      command.reset()
      if (onFile) show(onFile)
    },
  }
}
