import { page } from '../../app/router.ts'

/** 工作日历. */
export const calendarRoutes = [page('workdays', '/workdays', () => import('./WorkdaysPage.tsx').then(m => m.WorkdaysPage))]
