import { lazy, startTransition, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { Session } from '../../shared/api/lobby.ts'
import { call, subscribe } from '../api/client.ts'
import { FirstPassword } from '../features/lobby/FirstPassword.tsx'
import { LockScreen } from '../features/lobby/LockScreen.tsx'
import type { LobbyStatus } from '../features/lobby/UnlockForm.tsx'
import { Banner, sentenceOf } from '../ui/Banner.tsx'
import { Fallen } from './Fallen.tsx'
import { Fence } from './Fence.tsx'
import { navigate } from './router.ts'

const windowBroke = (
  <>
    <b>窗口出错了。</b>已保存的数据未受影响，没有保存的要重填。
  </>
)

/** Everything that needs an open office: fetched when the lobby stands, so that the lobby does not wait for it. */
const fetchOffice = () => import('./Office.tsx')
const fetchAhead = async () => (await fetchOffice()).fetchFirstPage()
const Office = lazy(async () => ({ default: (await fetchOffice()).Office }))

interface Props {
  /** Where the program stands, if that is known before it is shown. */
  readonly first?: LobbyStatus | undefined
}

/** The same for as long as one person works in one office as one thing. */
const whose = ({ user, office, role }: Session) => `${office} ${user} ${role}`

/** The program: nothing open, locked, or an office at work. */
export function App({ first }: Props) {
  return (
    <Fence says={windowBroke} onAgain={() => window.location.reload()}>
      <Gate first={first} />
      <Fallen />
    </Fence>
  )
}

function Gate({ first }: Props) {
  const [status, setStatus] = useState(first)
  const [session, setSession] = useState<Session>()
  const [failure, setFailure] = useState<unknown>()
  const [locked, setLocked] = useState(true)
  const [guest, setGuest] = useState<Session>()

  const enter = useCallback(
    (next: Session) => {
      setGuest(next.mustChangePassword ? next : undefined)
      if (next.mustChangePassword) return
      if (session && whose(session) !== whose(next)) navigate('/', { replace: true })
      // The lobby stays until what follows it is there.
      startTransition(() => {
        setSession(next)
        setLocked(false)
      })
    },
    [session],
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
    void Promise.resolve(first ?? look()).then(async now => {
      if (now?.state === 'open') enter(await call('session.current', {}))
    })
  }, [first, look, enter])
  useEffect(
    () =>
      subscribe(push => {
        if (push.event !== 'session' || push.state === 'open') return
        setLocked(true)
        setGuest(undefined)
        void look()
      }),
    [look],
  )
  // Another office than the one that lies under the lock screen: nothing of the old one may stay.
  const openAnother = useCallback((next: LobbyStatus) => {
    setSession(undefined)
    setStatus(next)
  }, [])

  useEffect(() => {
    if (!status) return
    // After the frame that shows the lobby. What stops it now stops it again when it is needed, and is said then.
    requestAnimationFrame(() => setTimeout(() => fetchAhead().catch(() => {})))
  }, [status])
  if (failure !== undefined)
    return (
      <div style={{ padding: 24 }}>
        <Banner kind="error">{sentenceOf(failure)}</Banner>
      </div>
    )
  if (!status) return null
  if (guest) return <FirstPassword session={guest} version={status.version} onEnter={enter} />
  if (!session) return <LockScreen status={status} onEnter={enter} onStatus={openAnother} />
  return (
    <Suspense fallback={null}>
      <Office key={whose(session)} session={session} status={status} locked={locked} onEnter={enter} onStatus={openAnother} />
    </Suspense>
  )
}
