import { page } from '../../app/router.ts'

/** 数据导入. */
export const importRoutes = [
  page('import', '/import', () => import('./ImportPage.tsx').then(m => m.ImportPage)),
  page('import', '/import/:kind', () => import('./WizardPage.tsx').then(m => m.WizardPage)),
]
