import type { planApi } from '../../../shared/api/plan.ts'
import type { Handlers } from '../../app/handlers.ts'
import { aboutOf } from '../../quotas/about.ts'
import { Ground } from '../../quotas/ground.ts'
import { planCells, planQuotas } from '../../quotas/year-plan.ts'

export const planHandlers: Handlers<keyof typeof planApi> = {
  async 'plan.year'({ db, today }, { organizationId, year }) {
    const rows = (await planQuotas(new Ground(db), { organizationId, year })).flatMap(({ quota, clauses, counted }) => {
      const cells = planCells(quota, counted, year, today)
      return cells.length > 0 ? [{ quota: aboutOf(quota), clauses, subjects: counted.filter(c => c.owes).length, cells }] : []
    })
    const months = Array.from({ length: 12 }, (_, i) => {
      // Five years end in one of them only.
      const ending = rows.flatMap(({ cells }) => cells.filter(cell => cell.until.startsWith(`${year}-${String(i + 1).padStart(2, '0')}`)))
      const sum = (of: (cell: (typeof ending)[number]) => number) => ending.reduce((total, cell) => total + of(cell), 0)
      return { due: sum(c => c.due), met: sum(c => c.met), overdue: sum(c => (c.state === 'overdue' ? c.due - c.met : 0)) }
    })
    return {
      rows: rows.map(({ cells, ...rest }) => ({
        ...rest,
        cells: cells.map(({ months: [first, last], ...cell }) => ({ ...cell, months: [first, last] satisfies [number, number] })),
      })),
      months,
    }
  },
}
