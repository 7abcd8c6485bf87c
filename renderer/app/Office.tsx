import '../api/zod.ts'
import Modal from '@mui/material/Modal'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Session } from '../../shared/api/lobby.ts'
import { subscribe } from '../api/client.ts'
import { forgetChanged } from '../api/forget-changed.ts'
import { LockScreen } from '../features/lobby/LockScreen.tsx'
import type { LobbyStatus } from '../features/lobby/UnlockForm.tsx'
import { SnackbarProvider } from '../ui/Snackbar.tsx'
import { useLayer } from '../ui/layer.ts'
import { Frame } from './Frame.tsx'
import { SessionContext, withRights } from './session.tsx'

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
  const cache = useQueryClient()
  useEffect(() => subscribe(push => forgetChanged(cache, push)), [cache])
  // Above any dialog that was open: what lies under the lock screen has no keyboard.
  useLayer(locked, 1000)
  return (
    <SessionContext value={useMemo(() => withRights(session), [session])}>
      <SnackbarProvider>
        <Frame key={`${session.office} ${session.user}`} covered={locked} version={status.version} />
      </SnackbarProvider>
      <Modal open={locked} hideBackdrop sx={{ zIndex: 2000 }} aria-label="已锁定">
        <div className="lobby cover" style={{ display: 'block' }}>
          <LockScreen status={status} user={session.user} onEnter={onEnter} onStatus={onStatus} />
        </div>
      </Modal>
    </SessionContext>
  )
}
