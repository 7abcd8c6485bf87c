import { page } from '../../app/router.ts'

export const studyRoutes = [
  page('study', '/study', () => import('./StudyPage.tsx').then(m => m.StudyPage)),
  page('study', '/study/people', () => import('./StudyPeoplePage.tsx').then(m => m.StudyPeoplePage)),
]
