import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { setGuard } from './router.ts'

const UnsavedContext = createContext<(what: symbol, dirty: boolean) => void>(() => {})

/** Asks before a screen with unsaved edits is left, by a link, Back or search. */
export function UnsavedProvider({ children }: { readonly children: ReactNode }) {
  const dirty = useRef(new Set<symbol>())
  const [leave, setLeave] = useState<() => void>()
  const note = useCallback((what: symbol, is: boolean) => {
    if (is) dirty.current.add(what)
    else dirty.current.delete(what)
    setGuard(dirty.current.size > 0 ? go => setLeave(() => go) : undefined)
  }, [])
  useEffect(() => () => setGuard(undefined), [])
  const confirm = () => {
    dirty.current.clear()
    setGuard(undefined)
    setLeave(undefined)
    leave?.()
  }
  return (
    <UnsavedContext value={useMemo(() => note, [note])}>
      {children}
      <ConfirmDialog
        open={leave !== undefined}
        title="离开这一页？"
        sub="这一页有没有保存的改动，离开后不保留。"
        verb="不保存，离开"
        closeLabel="留在这一页"
        onConfirm={confirm}
        onClose={() => setLeave(undefined)}
      />
    </UnsavedContext>
  )
}

/** While `dirty`, leaving this screen asks first. What it gives back is called once the edits are written or given up: the way out is free at once. */
export function useUnsaved(dirty: boolean): () => void {
  const note = use(UnsavedContext)
  const [what] = useState(() => Symbol('unsaved'))
  useEffect(() => {
    note(what, dirty)
    return () => note(what, false)
  }, [note, what, dirty])
  return useCallback(() => note(what, false), [note, what])
}
