import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { lifeSummary, type LifeSummaryProps, type LifeSummaryRow } from '../../../shared/forms/life-summary.ts'
import { percentText } from '../../../shared/forms/text.ts'
import { meetingKindOf } from '../../../shared/quotas/meetings.ts'
import { lastDayOf, monthOf, yearOf } from '../../../shared/rules/days.ts'
import type { Counted } from '../../quotas/counted.ts'
import { Ground } from '../../quotas/ground.ts'
import { planCells, type PlanCell, planQuotas } from '../../quotas/year-plan.ts'
import { branchesIn } from './branches.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { yearOfForm } from './params.ts'
import { placesOf, scopeName } from './people.ts'

async function gather(scope: GatherScope, params: FormParams, { size }: Slice): Promise<Gathered<LifeSummaryProps>> {
  const { db, today } = scope
  const year = yearOfForm(params)
  const places = await placesOf(db)
  const unit = scopeName(scope, params, places)
  const { list, branchOf } = await branchesIn(db, year, params.organizationId, places)
  const below = new Set(list.map(branch => branch.id))
  const quotas = (await planQuotas(new Ground(db), { organizationId: params.organizationId, year }))
    .filter(({ quota }) => meetingKindOf(quota) !== undefined)
    // What committees hold is none of a branch's.
    .map(plan => ({ ...plan, byBranch: Map.groupBy(plan.counted, ({ entry }) => branchOf(entry.organizationId) ?? '') }))
    .filter(({ byBranch }) => [...byBranch.keys()].some(id => below.has(id)))
  if (quotas.length === 0) throw new AppError('form.empty', { what: `${year} 年没有启用的组织生活指标` })
  const lastMonth = yearOf(today) === year ? monthOf(today) : yearOf(today) > year ? 12 : 0
  const all = list.map(({ id }) => {
    const own = quotas.map(({ quota, byBranch }) => {
      const counted = byBranch.get(id) ?? []
      return { counted, cells: planCells(quota, counted, year, today) }
    })
    return own
  })
  const rows = list.map(({ name }, i): LifeSummaryRow => ({ number: i + 1, branch: name, ...figuresOf(all[i] ?? [], lastMonth) }))
  const together = quotas.map((_, k) => ({ counted: all.flatMap(own => own[k]?.counted ?? []), cells: all.flatMap(own => own[k]?.cells ?? []) }))
  const until = lastDayOf(year)
  return {
    props: {
      watermark: scope.watermark,
      unit,
      year,
      until: today < until ? today : until,
      kinds: quotas.map(({ quota }) => shortLabel(quota.label)),
      rows: rows.slice(0, size),
      total: {
        ...figuresOf(together, lastMonth),
        onTime: onTimeOf(
          all.map(own => own.flatMap(o => o.cells)),
          lastMonth,
        ),
      },
      omitted: Math.max(0, rows.length - size),
      author: scope.actor,
      filledOn: today,
      notes: [
        '党小组的会计入所在党支部。按时月份：当月到期的各项都已完成的月份数，后面是有到期事项的月份数。',
        '完成率：已到期和已提前完成的各期中，已完成的比例；没有到期的不计。',
      ],
    },
    shown: Math.min(size, rows.length),
    total: rows.length,
    about: `${year}年 ${unit}`,
  }
}

interface Own {
  readonly counted: readonly Counted[]
  readonly cells: readonly PlanCell[]
}

function figuresOf(own: readonly Own[], lastMonth: number): Omit<LifeSummaryRow, 'number' | 'branch'> {
  const cells = own.flatMap(o => o.cells)
  const known = cells.filter(({ state }) => state === 'met' || state === 'overdue')
  const [met, due] = [known.reduce((sum, c) => sum + c.met, 0), known.reduce((sum, c) => sum + c.due, 0)]
  const sum = (of: (counted: Counted) => number) => own.reduce((total, o) => total + o.counted.reduce((n, c) => n + of(c), 0), 0)
  return {
    held: own.map(o => Math.round(o.counted.reduce((n, c) => n + c.done, 0))),
    months: Array.from({ length: 12 }, (_, i) => (i < lastMonth ? Math.round(sum(c => c.months?.[i] ?? 0)) : null)),
    onTime: onTimeOf([cells], lastMonth),
    rate: due > 0 ? percentText(met, due, met === due) : '—',
  }
}

/** Months up to this one in which all that fell due was done, of those in which anything did; each list is one branch's. */
function onTimeOf(lists: readonly (readonly PlanCell[])[], lastMonth: number): string {
  let [kept, all] = [0, 0]
  for (const cells of lists) {
    const months = Map.groupBy(
      // What is done long before its time says nothing of a month that is still to come.
      cells.filter(({ state, months: [, last] }) => (state === 'met' || state === 'overdue') && last <= lastMonth),
      cell => cell.months[1],
    )
    for (const ending of months.values()) {
      all += 1
      if (ending.every(cell => cell.state === 'met')) kept += 1
    }
  }
  return all > 0 ? `${kept}/${all}` : '—'
}

/** 支部党员大会 over a narrow column. */
const shortLabel = (label: string): string => label.replace(/^支部(?=.{3})/, '')

export const lifeSummaryEngine = engine(lifeSummary, gather)
