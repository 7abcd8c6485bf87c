import { page } from '../../app/router.ts'

export const peopleRoutes = [
  page('people', '/people', () => import('./PeoplePage.tsx').then(m => m.PeoplePage)),
  page('people', '/people/new', () => import('./PeoplePage.tsx').then(m => m.NewPersonPage)),
  page('people', '/people/:id', () => import('./PersonPage.tsx').then(m => m.PersonPage)),
]
