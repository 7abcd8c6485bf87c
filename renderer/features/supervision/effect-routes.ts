import { page } from '../../app/router.ts'

/** 监督看板; 影响期: who is in one, until when, and from when he may be promoted again. */
export const effectRoutes = [
  page('supervision', '/supervision', () => import('./SupervisionPage.tsx').then(m => m.SupervisionPage)),
  page('effects', '/supervision/effects', () => import('./EffectsPage.tsx').then(m => m.EffectsPage)),
]
