import { page } from '../../app/router.ts'

/** 制度台账. `?document=…&state=尚无` opens with that chosen. */
export const policiesRoutes = [page('policies', '/policies', () => import('./PoliciesPage.tsx').then(m => m.PoliciesPage))]
