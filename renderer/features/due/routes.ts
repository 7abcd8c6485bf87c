import { page } from '../../app/router.ts'

export const dueRoutes = [
  page('today', '/today', () => import('./DuePage.tsx').then(m => m.DuePage)),
  page('today', '/calendar', () => import('./CalendarPage.tsx').then(m => m.CalendarPage)),
]
