import { page } from '../../app/router.ts'

export const cadreRoutes = [
  page('cadres', '/cadres', () => import('./CadresPage.tsx').then(m => m.CadresPage)),
  page('cadres', '/cadres/new', () => import('./CadresPage.tsx').then(m => m.NewCadrePage)),
  page('posts', '/cadres/posts', () => import('./PostsPage.tsx').then(m => m.PostsPage)),
  page('cadres', '/cadres/of/:person', () => import('./CadrePage.tsx').then(m => m.CadrePage)),
  page('cadres', '/cadres/:id', () => import('./CadrePage.tsx').then(m => m.CadrePage)),
]
