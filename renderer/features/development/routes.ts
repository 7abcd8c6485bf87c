import { page } from '../../app/router.ts'

export const developmentRoutes = [page('development', '/development', () => import('./DevelopmentPage.tsx').then(m => m.DevelopmentPage))]
