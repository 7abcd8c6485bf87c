import type { ComponentType } from 'react'
import { boards } from '../../../shared/procedures/boards.ts'
import { casesPlace, procedureOrder } from '../../app/places.ts'
import { page, type PageProps } from '../../app/router.ts'

/** The pages of one procedure: its board, the dialog for new cases over it, what the office asks for besides, and one case. */
export const caseRoutes = procedureOrder.flatMap(name => {
  const { path } = boards[name]
  const own = (at: string, load: () => Promise<ComponentType<PageProps>>) => page(casesPlace(name), `${path}${at}`, load)
  const requirements = own('/requirements', () => import('./RequirementsPage.tsx').then(m => m.requirementsPage(name)))
  if (boards[name].own) return [requirements]
  return [
    own('', () => import('./CasesPage.tsx').then(m => m.casesPage(name, false))),
    own('/new', () => import('./CasesPage.tsx').then(m => m.casesPage(name, true))),
    requirements,
    own('/:id', () => import('./CasePage.tsx').then(m => m.CasePage)),
  ]
})
