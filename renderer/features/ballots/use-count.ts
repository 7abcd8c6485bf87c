import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { AppError } from '../../../shared/errors.ts'
import type { CallOutput } from '../../api/client.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { type Content, contentOf } from './count-content.ts'
import { CountSaver, type Patch, type SaveState } from './saver.ts'

type Reply = CallOutput<'ballot.get'>

interface Held {
  readonly content: Content
  /** Before each edit, oldest first. */
  readonly past: readonly Content[]
}

export interface HeldCount {
  readonly content: Content
  readonly saver: CountSaver
  readonly saving: SaveState
  /** Why the last write failed; null where it did not. */
  readonly error: unknown
  /** Somebody else changed the count while there were edits here. */
  readonly overtaken: boolean
  readonly mayUndo: boolean
  /** An edit; it is written by itself. */
  edit(change: (content: Content) => Content): void
  undo(): void
  /** What the other wrote, without what was typed here and not written. */
  reload(): void
  /** What stands here, over what the other wrote. */
  overwrite(): void
}

const editsKept = 300

/** The parts of a count that differ, as they are written. */
function patchBetween(before: Content, after: Content): Patch {
  const { tellers } = after
  return {
    ...(before.way !== after.way && { way: after.way }),
    ...(before.returns !== after.returns && { returns: [...after.returns] }),
    ...(before.tallies !== after.tallies && { tallies: [...after.tallies.values()] }),
    ...(before.tellers !== tellers && { firstTeller: tellers.first, secondTeller: tellers.second, scrutineer: tellers.scrutineer }),
  }
}

const savedOn = ({ count }: Reply) => ({ countId: count?.id, version: count?.version })

/** One count on file and as it is entered; every edit is written by itself, a breath after the fingers rest. */
export function useCount(ballotId: string, reply: Reply, reread: () => Promise<Reply | undefined>): HeldCount {
  const [held, setHeld] = useState<Held>(() => ({ content: contentOf(reply), past: [] }))
  const [saving, setSaving] = useState<SaveState>('saved')
  const [error, setError] = useState<unknown>(null)
  const [saver] = useState(
    () =>
      new CountSaver(ballotId, savedOn(reply), (state, why) => {
        setSaving(state)
        setError(why)
      }),
  )
  const [seen, setSeen] = useState(reply)
  const latest = useRef(held)
  const put = useCallback((next: Held) => {
    latest.current = next
    setHeld(next)
  }, [])
  if (reply !== seen) {
    setSeen(reply)
    const { countId, version } = saver.on
    const other = reply.count?.id !== countId || (reply.count?.version ?? 0) > (version ?? 0)
    if (other && saver.state === 'saved') {
      saver.rebase(savedOn(reply))
      const next = { content: contentOf(reply), past: [] }
      latest.current = next
      setHeld(next)
    }
  }
  useUnsaved(saving === 'failed')
  useEffect(() => {
    const flush = () => void saver.flush()
    window.addEventListener('pagehide', flush)
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('blur', flush)
      flush()
    }
  }, [saver])

  const edit = useCallback(
    (change: (content: Content) => Content) => {
      const { content, past } = latest.current
      const next = change(content)
      if (next === content) return
      put({ content: next, past: [...past, content].slice(-editsKept) })
      saver.put(patchBetween(content, next))
    },
    [put, saver],
  )
  const undo = useCallback(() => {
    const { content, past } = latest.current
    const before = past.at(-1)
    if (!before) return
    put({ content: before, past: past.slice(0, -1) })
    saver.put(patchBetween(content, before))
  }, [put, saver])
  return useMemo(
    () => ({
      content: held.content,
      saver,
      saving,
      error,
      overtaken: error instanceof AppError && error.code === 'record.changedByOther',
      mayUndo: held.past.length > 0,
      edit,
      undo,
      reload() {
        saver.forget()
        void reread().then(fresh => {
          if (!fresh) return
          saver.rebase(savedOn(fresh))
          put({ content: contentOf(fresh), past: [] })
        })
      },
      overwrite: () => void reread().then(fresh => fresh && saver.rebase(savedOn(fresh))),
    }),
    [held, saver, saving, error, edit, undo, reread, put],
  )
}
