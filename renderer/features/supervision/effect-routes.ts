import { page } from '../../app/router.ts'

/** 影响期: who is in one, until when, and from when he may be promoted again. */
export const effectRoutes = [page('effects', '/supervision/effects', () => import('./EffectsPage.tsx').then(m => m.EffectsPage))]
