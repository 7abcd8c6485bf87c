import { page } from '../../app/router.ts'

export const caseRoutes = [
  page('cases', '/cases', () => import('./CasesPage.tsx').then(m => m.CasesPage)),
  page('cases', '/cases/new', () => import('./CasesPage.tsx').then(m => m.NewCasesPage)),
  page('cases', '/cases/requirements', () => import('./RequirementsPage.tsx').then(m => m.RequirementsPage)),
  page('cases', '/cases/:id', () => import('./CasePage.tsx').then(m => m.CasePage)),
]
