import { page } from '../../app/router.ts'

/** 廉政档案: who has one and whether it was gone through this year; one page a person. */
export const integrityRoutes = [
  page('integrity', '/supervision/integrity', () => import('./IntegrityPage.tsx').then(m => m.IntegrityPage)),
  page('integrity', '/supervision/integrity/:person', () => import('./IntegrityFilePage.tsx').then(m => m.IntegrityFilePage)),
]
