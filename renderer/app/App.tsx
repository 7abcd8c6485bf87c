import createEmotionCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import Modal from '@mui/material/Modal'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Session } from '../../shared/api/lobby.ts'
import { createCache, forgetChanged } from '../api/cache.ts'
import { call, subscribe } from '../api/client.ts'
import { LockScreen } from '../features/lobby/LockScreen.tsx'
import type { LobbyStatus } from '../features/lobby/UnlockForm.tsx'
import { Banner, sentenceOf } from '../ui/Banner.tsx'
import { SnackbarProvider } from '../ui/Snackbar.tsx'
import { useLayer } from '../ui/layer.ts'
import { theme } from '../ui/theme.ts'
import { Fence } from './Fence.tsx'
import { Frame } from './Frame.tsx'
import { navigate } from './router.ts'
import { type OpenSession, SessionContext, withRights } from './session.tsx'

// The window's content policy lets in only those style elements that carry the nonce of this load.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const styles = createEmotionCache({ key: 'css', nonce, prepend: true })

const windowBroke = (
  <>
    <b>窗口出错了。</b>已保存的数据未受影响，没有保存的要重填。
  </>
)

/** The program: nothing open, locked, or an office at work. */
export function App() {
  const [cache] = useState(createCache)
  useEffect(() => subscribe(push => forgetChanged(cache, push)), [cache])
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <QueryClientProvider client={cache}>
          <Fence says={windowBroke} onAgain={() => window.location.reload()}>
            <SnackbarProvider>
              <Gate forget={useCallback(() => cache.clear(), [cache])} refresh={useCallback(() => void cache.invalidateQueries(), [cache])} />
            </SnackbarProvider>
          </Fence>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}

function Gate({ forget, refresh }: { forget(): void; refresh(): void }) {
  const [status, setStatus] = useState<LobbyStatus>()
  const [session, setSession] = useState<OpenSession>()
  const [failure, setFailure] = useState<unknown>()
  const [locked, setLocked] = useState(true)

  const enter = useCallback(
    (next: Session) => {
      const same = session?.user === next.user && session.office === next.office && session.role === next.role
      if (same) refresh()
      else {
        forget()
        if (session) navigate('/', { replace: true })
      }
      setSession(withRights(next))
      setLocked(false)
    },
    [session, forget, refresh],
  )
  const look = useCallback(async () => {
    try {
      const now = await call('lobby.status', {})
      setStatus(now)
      return now
    } catch (cause) {
      setFailure(cause)
      return undefined
    }
  }, [])
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    void look().then(async now => {
      if (now?.state === 'open') enter(await call('session.current', {}))
    })
  }, [look, enter])
  useEffect(
    () =>
      subscribe(push => {
        if (push.event !== 'session' || push.state === 'open') return
        setLocked(true)
        void look()
      }),
    [look],
  )
  // Another office than the one that lies under the lock screen: nothing of the old one may stay.
  const openAnother = useCallback(
    (next: LobbyStatus) => {
      setSession(undefined)
      forget()
      setStatus(next)
    },
    [forget],
  )

  // Above any dialog that was open: what lies under the lock screen has no keyboard.
  useLayer(locked && session !== undefined, 1000)
  if (failure !== undefined)
    return (
      <div style={{ padding: 24 }}>
        <Banner kind="error">{sentenceOf(failure)}</Banner>
      </div>
    )
  if (!status) return null
  if (!session) return <LockScreen status={status} onEnter={enter} onStatus={openAnother} />
  return (
    <SessionContext value={session}>
      <Frame key={`${session.office} ${session.user}`} covered={locked} version={status.version} />
      <Modal open={locked} hideBackdrop sx={{ zIndex: 2000 }} aria-label="已锁定">
        <div className="lobby cover" style={{ display: 'block' }}>
          <LockScreen status={status} user={session.user} onEnter={enter} onStatus={openAnother} />
        </div>
      </Modal>
    </SessionContext>
  )
}
