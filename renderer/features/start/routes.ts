import { page } from '../../app/router.ts'

/** 起步: an empty office's first page. */
export const startRoutes = [page(null, '/start', () => import('./StartPage.tsx').then(m => m.StartPage))]
