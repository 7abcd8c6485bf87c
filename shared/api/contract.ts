import { auditApi } from './audit.ts'
import { backupApi } from './backup.ts'
import { barsApi } from './bars.ts'
import { supervisionApi } from './supervision.ts'
import { ballotsApi } from './ballots.ts'
import { cadresApi } from './cadres.ts'
import { cadreFilesApi } from './cadre-files.ts'
import { calendarApi } from './calendar.ts'
import { developmentApi } from './development.ts'
import { dueApi } from './due.ts'
import { formsApi } from './forms.ts'
import { importApi } from './import.ts'
import { integrityApi } from './integrity.ts'
import { lobbyApi } from './lobby.ts'
import { meetingApi } from './meeting.ts'
import { parametersApi } from './parameters.ts'
import { peopleApi } from './people.ts'
import { planApi } from './plan.ts'
import { policiesApi } from './policies.ts'
import { proceduresApi } from './procedures.ts'
import { quotaApi } from './quota.ts'
import { recordsApi } from './records.ts'
import { schemesApi } from './schemes.ts'
import { selectionsApi } from './selections.ts'
import { shellApi } from './shell.ts'
import { studyApi } from './study.ts'
import { updateApi } from './update.ts'
import { keysApi } from './keys.ts'
import { usersApi } from './users.ts'

/** The whole surface between renderer and main. Nothing else crosses. */
export const contract = {
  ...shellApi,
  ...lobbyApi,
  ...recordsApi,
  ...peopleApi,
  ...quotaApi,
  ...studyApi,
  ...calendarApi,
  ...dueApi,
  ...meetingApi,
  ...ballotsApi,
  ...barsApi,
  ...supervisionApi,
  ...integrityApi,
  ...proceduresApi,
  ...selectionsApi,
  ...developmentApi,
  ...schemesApi,
  ...cadresApi,
  ...importApi,
  ...cadreFilesApi,
  ...formsApi,
  ...parametersApi,
  ...planApi,
  ...policiesApi,
  ...usersApi,
  ...keysApi,
  ...backupApi,
  ...auditApi,
  ...updateApi,
}

export type Contract = typeof contract
export type EndpointName = keyof Contract
/** Answered in the window process; everything else goes to the application. */
export type ShellName = keyof typeof shellApi
