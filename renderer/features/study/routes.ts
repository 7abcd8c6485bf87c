import { page } from '../../app/router.ts'

export const studyRoutes = [
  page('study', '/study', () => import('./StudyPage.tsx').then(m => m.StudyPage)),
  page('study', '/study/people', () => import('./StudyPeoplePage.tsx').then(m => m.StudyPeoplePage)),
  page('activities', '/activities', () => import('./ActivitiesPage.tsx').then(m => m.ActivitiesPage)),
  page('activities', '/activities/new', () => import('./ActivitiesPage.tsx').then(m => m.NewActivityPage)),
  page('activities', '/activities/:id', () => import('./ActivityPage.tsx').then(m => m.ActivityPage)),
]
