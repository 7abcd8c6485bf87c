import MuiSnackbar from '@mui/material/Snackbar'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { Kbd } from './Kbd.tsx'

interface Notice {
  readonly key: number
  readonly text: string
  readonly undo: (() => void) | undefined
}

/** Says what was done, for 6 seconds, bottom left; with `undo`, 撤销 stands beside it. */
export type Say = (text: string, undo?: () => void) => void

const Saying = createContext<Say>(() => {})

/** 「已登记 31 人出席」 */
export function useSay(): Say {
  return use(Saying)
}

/** Holds the one notice in view; a newer one takes its place. */
export function SnackbarProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>()
  const [open, setOpen] = useState(false)
  const say = useCallback<Say>((text, undo) => {
    setNotice(before => ({ key: (before?.key ?? 0) + 1, text, undo }))
    setOpen(true)
  }, [])
  const undo = () => {
    setOpen(false)
    notice?.undo?.()
  }
  const close = (_: unknown, why?: string) => {
    if (why !== 'clickaway') setOpen(false)
  }
  return (
    <Saying value={useMemo(() => say, [say])}>
      {children}
      <MuiSnackbar key={notice?.key ?? 0} open={open} autoHideDuration={6000} onClose={close}>
        <div className="toast" role="status">
          <span>{notice?.text}</span>
          <span className="space" />
          {notice?.undo && (
            <>
              <button type="button" className="link" onClick={undo}>
                撤销
              </button>
              <Kbd keys="Ctrl Z" />
            </>
          )}
        </div>
      </MuiSnackbar>
    </Saying>
  )
}
