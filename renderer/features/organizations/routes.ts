import { page } from '../../app/router.ts'

export const organizationsRoutes = [
  page('organizations', '/organizations', () => import('./OrganizationsPage.tsx').then(m => m.OrganizationsPage)),
  page('organizations', '/organizations/:id', () => import('./OrganizationPage.tsx').then(m => m.OrganizationPage)),
]
