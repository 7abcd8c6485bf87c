import { createContext, use } from 'react'
import type { Session } from '../../shared/api/lobby.ts'
import { mayRead, mayWrite } from './places.ts'

export interface OpenSession extends Session {
  readonly mayRead: boolean
  /** May enter, change and void business records. */
  readonly mayWrite: boolean
}

export const SessionContext = createContext<OpenSession | undefined>(undefined)

export const withRights = (session: Session): OpenSession => ({ ...session, mayRead: mayRead(session.role), mayWrite: mayWrite(session.role) })

/** Who works here, with which rights, and the office's day. */
export function useSession(): OpenSession {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside an open office')
  return session
}
