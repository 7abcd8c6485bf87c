import { boards } from '../../../shared/procedures/boards.ts'
import { casesPlace } from '../../app/places.ts'
import { page } from '../../app/router.ts'

const { path } = boards.selection
const place = casesPlace('selection')

/** 干部选拔任用: the dossiers, a new one, and one of them. */
export const selectionRoutes = [
  page('teamStructure', '/team-structure', () => import('./StructurePage.tsx').then(m => m.StructurePage)),
  page(place, path, () => import('./DossiersPage.tsx').then(m => m.DossiersPage)),
  page(place, `${path}/new`, () => import('./DossiersPage.tsx').then(m => m.NewDossierPage)),
  page(place, `${path}/:id`, () => import('./DossierPage.tsx').then(m => m.DossierPage)),
]
