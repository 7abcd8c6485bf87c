import { page } from '../../app/router.ts'

/** 参数与设置. */
export const settingsRoutes = [page('settings', '/settings', () => import('./SettingsPage.tsx').then(m => m.SettingsPage))]
