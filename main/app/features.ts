import type { EndpointName } from '../../shared/api/contract.ts'
import { auditHandlers } from '../features/audit/handlers.ts'
import { ballotHandlers } from '../features/ballots/handlers.ts'
import { cadreHandlers } from '../features/cadres/handlers.ts'
import { cadreFilesHandlers } from '../features/cadre-files/handlers.ts'
import { calendarHandlers } from '../features/calendar/handlers.ts'
import { developmentHandlers } from '../features/development/handlers.ts'
import { dueHandlers } from '../features/due/handlers.ts'
import { effectHandlers } from '../features/effects/handlers.ts'
import { supervisionHandlers } from '../features/supervision/handlers.ts'
import { formsHandlers } from '../features/forms/handlers.ts'
import { integrityHandlers } from '../features/integrity/handlers.ts'
import { importHandlers } from '../features/import/handlers.ts'
import { meetingHandlers } from '../features/meeting/handlers.ts'
import { parametersHandlers } from '../features/parameters/handlers.ts'
import { peopleHandlers } from '../features/people/handlers.ts'
import { planHandlers } from '../features/plan/handlers.ts'
import { policiesHandlers } from '../features/policies/handlers.ts'
import { procedureHandlers } from '../features/procedures/handlers.ts'
import { quotaHandlers } from '../features/quota/handlers.ts'
import { schemesHandlers } from '../features/schemes/handlers.ts'
import { selectionHandlers } from '../features/selection/handlers.ts'
import { studyHandlers } from '../features/study/handlers.ts'
import { recordHandlers } from '../records/handlers.ts'
import type { BackupName } from './backups.ts'
import type { Handlers } from './handlers.ts'
import type { KeysName } from './keys.ts'
import type { UpdateName } from './updates.ts'
import type { UsersName } from './users.ts'

/** Answered by the App itself: these open, close and ask about the session. */
type OwnNames =
  | 'lobby.status'
  | 'lobby.create'
  | 'lobby.open'
  | 'lobby.unlock'
  | 'lobby.recover'
  | 'lobby.lock'
  | 'lobby.checkPassword'
  | 'lobby.lookIntoBackup'
  | 'lobby.restore'
  | 'lobby.drill'
  | 'lobby.cancelJob'
  | BackupName
  | 'session.current'
  | 'session.touch'
  | 'session.changePassword'
  | 'undo.last'
  | UsersName
  | UpdateName
  | KeysName
  | 'jobs.cancel'
type ShellNames = Extract<EndpointName, `shell.${string}`>

/** Every endpoint that a feature answers. */
export const handlers: Handlers<Exclude<EndpointName, OwnNames | ShellNames>> = {
  ...recordHandlers,
  ...peopleHandlers,
  ...quotaHandlers,
  ...studyHandlers,
  ...calendarHandlers,
  ...dueHandlers,
  ...effectHandlers,
  ...supervisionHandlers,
  ...integrityHandlers,
  ...meetingHandlers,
  ...ballotHandlers,
  ...procedureHandlers,
  ...selectionHandlers,
  ...developmentHandlers,
  ...schemesHandlers,
  ...cadreHandlers,
  ...importHandlers,
  ...cadreFilesHandlers,
  ...formsHandlers,
  ...parametersHandlers,
  ...planHandlers,
  ...policiesHandlers,
  ...auditHandlers,
}
