import { page } from '../../app/router.ts'

/** 任免表文件, in and out. */
export const cadreFilesRoutes = [page('cadreFiles', '/cadres/files', () => import('./FilesPage.tsx').then(m => m.FilesPage))]
