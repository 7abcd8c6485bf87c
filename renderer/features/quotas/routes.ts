import { page } from '../../app/router.ts'

export const quotaRoutes = [
  page('quotas', '/quotas', () => import('./OverviewPage.tsx').then(m => m.OverviewPage)),
  page('quotas', '/quotas/new', () => import('./OwnQuotaPage.tsx').then(m => m.NewOwnQuotaPage)),
  page('quotas', '/quotas/:name/edit', () => import('./OwnQuotaPage.tsx').then(m => m.EditOwnQuotaPage)),
  page('quotas', '/quotas/:name', () => import('./BoardPage.tsx').then(m => m.BoardPage)),
  page('quotas', '/quotas/:name/list', () => import('./ListPage.tsx').then(m => m.ListPage)),
]
