import { page } from '../../app/router.ts'

/** 打印与导出. `?form=signIn&activity=…`, `?form=ballotPaper&round=…`, `?form=studyArchive&people=…,…`, `?tab=register`. */
export const formsRoutes = [page('forms', '/forms', () => import('./FormsPage.tsx').then(m => m.FormsPage))]
