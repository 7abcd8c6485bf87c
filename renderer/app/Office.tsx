import '../api/zod.ts'
import createEmotionCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import Modal from '@mui/material/Modal'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Session } from '../../shared/api/lobby.ts'
import { createCache } from '../api/cache.ts'
import { subscribe } from '../api/client.ts'
import { forgetChanged } from '../api/forget-changed.ts'
import { LockScreen } from '../features/lobby/LockScreen.tsx'
import type { LobbyStatus } from '../features/lobby/UnlockForm.tsx'
import { SnackbarProvider } from '../ui/Snackbar.tsx'
import { useLayer } from '../ui/layer.ts'
import { theme } from '../ui/theme.ts'
import { Frame } from './Frame.tsx'
import { routeOf } from './Pages.tsx'
import { ScreenMark } from './ScreenMark.tsx'
import { SessionContext, withRights } from './session.tsx'

// The window's content policy lets in only those style elements that carry the nonce of this load.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const styles = createEmotionCache({ key: 'css', nonce, prepend: true })

/** The page that most days begin with: here by the time the password is typed. */
export const fetchFirstPage = () => routeOf('/today')?.route.fetch()

interface Props {
  readonly session: Session
  readonly status: LobbyStatus
  readonly locked: boolean
  onEnter(session: Session): void
  /** Another office was chosen. */
  onStatus(status: LobbyStatus): void
}

/** An office that was opened: at work, or under the lock screen as it was left. */
export function Office({ session, status, locked, onEnter, onStatus }: Props) {
  const cache = useCache(session)
  // Above any dialog that was open: what lies under the lock screen has no keyboard.
  useLayer(locked, 1000)
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme}>
        <QueryClientProvider client={cache}>
          <SessionContext value={useMemo(() => withRights(session), [session])}>
            <SnackbarProvider>
              <Frame covered={locked} version={status.version} />
            </SnackbarProvider>
            {session.screenMark !== null && !locked && <ScreenMark mark={session.screenMark} />}
            <Modal open={locked} hideBackdrop sx={{ zIndex: 2000 }} aria-label="已锁定">
              <div className="lobby cover" style={{ display: 'block' }}>
                <LockScreen status={status} user={session.user} onEnter={onEnter} onStatus={onStatus} />
              </div>
            </Modal>
          </SessionContext>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}

/** What main replied, for as long as this office stays: asked again by whoever comes back to it, and gone with it. */
function useCache(session: Session) {
  const [cache] = useState(createCache)
  useEffect(() => subscribe(push => forgetChanged(cache, push)), [cache])
  const entered = useRef(session)
  useEffect(() => {
    if (entered.current === session) return
    entered.current = session
    void cache.invalidateQueries()
  }, [cache, session])
  useEffect(() => () => cache.clear(), [cache])
  return cache
}
