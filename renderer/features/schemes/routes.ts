import { page } from '../../app/router.ts'

export const schemeRoutes = [
  page('schemes', '/schemes', () => import('./SchemesPage.tsx').then(m => m.SchemesPage)),
  page('schemes', '/schemes/new', () => import('./SchemePage.tsx').then(m => m.NewSchemePage)),
  page('ballots', '/schemes/results/:id', () => import('./ResultsPage.tsx').then(m => m.ResultsPage)),
  page('ballots', '/schemes/results/:id/:row', () => import('./ReportPage.tsx').then(m => m.ReportPage)),
  page('schemes', '/schemes/:id', () => import('./SchemePage.tsx').then(m => m.SchemePage)),
]
