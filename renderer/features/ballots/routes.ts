import { page } from '../../app/router.ts'

export const ballotRoutes = [
  page('ballots', '/ballots', () => import('./BallotsPage.tsx').then(m => m.BallotsPage)),
  page('ballots', '/ballots/new', () => import('./BallotsPage.tsx').then(m => m.NewBallotPage)),
  page('ballots', '/ballots/:id', () => import('./CountPage.tsx').then(m => m.CountPage)),
  page('ballots', '/ballots/:id/list', () => import('./ListPage.tsx').then(m => m.ListPage)),
  page('ballots', '/ballots/:id/result', () => import('./ResultPage.tsx').then(m => m.ResultPage)),
]
