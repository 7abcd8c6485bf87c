import { base } from './0001-base.ts'
import { studyNote } from './0002-study-note.ts'
import { activityNames } from './0003-activity-names.ts'
import { shipment } from './0004-shipment.ts'
import { calendarDay } from './0005-calendar-day.ts'
import { policies } from './0006-policies.ts'
import { lifeServiceDuty } from './0007-life-service-duty.ts'
import { registersOfCare } from './0008-registers-of-care.ts'
import { meetings } from './0009-meetings.ts'
import { quotas } from './0010-quotas.ts'
import { snooze } from './0011-snooze.ts'
import { ballots } from './0012-ballots.ts'
import { procedures } from './0013-procedures.ts'
import { plans } from './0014-plans.ts'
import { cadres } from './0015-cadres.ts'
import { selections } from './0017-selection.ts'
import { developmentForms } from './0018-development-forms.ts'
import { leaving } from './0019-leaving.ts'
import { grants } from './0020-grants.ts'
import { sanctions } from './0021-sanctions.ts'
import { supervision } from './0024-supervision.ts'
import { sheets } from './0022-sheets.ts'
import { integrity } from './0025-integrity.ts'
import { developmentFollowUps } from './0023-development-follow-ups.ts'

/** In order; append only. The position is the version kept in the file. */
export const migrations: readonly string[] = [
  base,
  studyNote,
  activityNames,
  shipment,
  calendarDay,
  policies,
  lifeServiceDuty,
  registersOfCare,
  meetings,
  quotas,
  snooze,
  ballots,
  procedures,
  plans,
  cadres,
  selections,
  developmentForms,
  leaving,
  grants,
  sanctions,
  supervision,
  sheets,
  developmentFollowUps,
  integrity,
]
