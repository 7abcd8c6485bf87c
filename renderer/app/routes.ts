import { ballotRoutes } from '../features/ballots/routes.ts'
import { cadreFilesRoutes } from '../features/cadre-files/routes.ts'
import { cadreRoutes } from '../features/cadres/routes.ts'
import { calendarRoutes } from '../features/calendar/routes.ts'
import { caseRoutes } from '../features/cases/routes.ts'
import { developmentRoutes } from '../features/development/routes.ts'
import { dueRoutes } from '../features/due/routes.ts'
import { formsRoutes } from '../features/forms/routes.ts'
import { importRoutes } from '../features/import/routes.ts'
import { lifeRoutes } from '../features/life/routes.ts'
import { organizationsRoutes } from '../features/organizations/routes.ts'
import { peopleRoutes } from '../features/people/routes.ts'
import { policiesRoutes } from '../features/policies/routes.ts'
import { schemeRoutes } from '../features/schemes/routes.ts'
import { selectionRoutes } from '../features/selection/routes.ts'
import { integrityRoutes } from '../features/integrity/routes.ts'
import { effectRoutes } from '../features/supervision/effect-routes.ts'
import { settingsRoutes } from '../features/settings/routes.ts'
import { registerRoutes } from '../records/routes.ts'
import { quotaRoutes } from '../features/quotas/routes.ts'
import { startRoutes } from '../features/start/routes.ts'
import { studyRoutes } from '../features/study/routes.ts'
import type { Route } from './router.ts'

/** Every page of the program. */
export const routes: readonly Route[] = [
  ...startRoutes,
  ...dueRoutes,
  ...studyRoutes,
  ...quotaRoutes,
  ...lifeRoutes,
  ...ballotRoutes,
  ...peopleRoutes,
  ...caseRoutes,
  ...selectionRoutes,
  ...effectRoutes,
  ...integrityRoutes,
  ...cadreFilesRoutes,
  ...cadreRoutes,
  ...developmentRoutes,
  ...organizationsRoutes,
  ...schemeRoutes,
  ...policiesRoutes,
  ...importRoutes,
  ...formsRoutes,
  ...calendarRoutes,
  ...settingsRoutes,
  ...registerRoutes,
]
