import type { FormParams } from '../../../shared/api/forms.ts'
import { parameterBases } from '../../../shared/domain/parameter.ts'
import { branchPlan, type BranchPlanProps, type BranchPlanRow } from '../../../shared/forms/branch-plan.ts'
import { hoursText } from '../../../shared/forms/text.ts'
import { spanLabels } from '../../../shared/rules/periods.ts'
import type { Counted } from '../../quotas/counted.ts'
import { Ground } from '../../quotas/ground.ts'
import { officers } from '../../quotas/officers.ts'
import { type PlanCell, planCells, type PlanQuota, planQuotas } from '../../quotas/year-plan.ts'
import { branchesIn } from './branches.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { yearOfForm } from './params.ts'
import { placesOf, scopeName } from './people.ts'

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<BranchPlanProps>> {
  const { db, today } = scope
  const year = yearOfForm(params)
  const places = await placesOf(db)
  const unit = scopeName(scope, params, places)
  const { list, branchOf } = await branchesIn(db, year, params.organizationId, places)
  const wanted = list.slice(from, from + size)
  const quotas = (await planQuotas(new Ground(db), { organizationId: params.organizationId, year })).map(plan => ({
    ...plan,
    byBranch: Map.groupBy(plan.counted, ({ entry }) => branchOf(entry.organizationId)),
  }))
  const leaders = await officers(db, today)
  return {
    props: {
      watermark: scope.watermark,
      office: scope.office.name,
      year,
      author: scope.actor,
      printedOn: today,
      notes: [
        '按现行指标生成。√ 已完成；“欠”为时间已过而没有完成的次数；只写数字的是还要做的次数；“甲/乙”为应做的乙人（个）中已完成甲人（个）。',
        '一格跨几个月的，在这几个月之内完成即可。日期和内容由支部安排，会后登记到台账。',
      ],
      branches: wanted.map(({ id, name }) => ({
        branch: name,
        secretary: leaders.get(id)?.find(o => o.post.includes('书记') && !o.post.includes('副书记'))?.name ?? '',
        rows: quotas.flatMap(plan => rowOf(plan, plan.byBranch.get(id) ?? [], { year, today }) ?? []).map((row, i) => ({ number: i + 1, ...row })),
      })),
    },
    shown: wanted.length,
    total: list.length,
    about: list.length === 1 ? `${year}年 ${list[0]?.name ?? ''}` : `${year}年 ${unit}`,
  }
}

/** 《…》第十一条, without the year of the document and the words of the clause: they stand on the board. What no document says is called so. */
function sourceOf({ clause, basis }: PlanQuota['clauses'][number]): string[] {
  if (basis === 'local') return [parameterBases.local]
  if (clause === null) return []
  const source = (/^([^：；]{2,60})[：；]/.exec(clause)?.[1] ?? clause).replace(/》（\d{4}）/, '》')
  return [basis === 'unverified' && !source.includes('待核') ? `${source}（待核）` : source]
}

function rowOf(
  { quota, clauses }: PlanQuota,
  counted: readonly Counted[],
  when: { readonly year: number; readonly today: string },
): Omit<BranchPlanRow, 'number'> | undefined {
  const cells = planCells(quota, counted, when.year, when.today)
  if (cells.length === 0) return
  const subjects = counted.filter(c => c.owes).length
  const alone = quota.subjects.of === 'organizations' && subjects === 1
  const amounts = [...new Set(counted.flatMap(c => (c.owes && c.target ? [c.target.amount] : [])))].sort((a, b) => a - b)
  const each = quota.subjects.of === 'people' ? '每人' : alone ? '' : `${subjects} 个各`
  const due = cells.reduce((sum, cell) => sum + cell.due, 0)
  const met = cells.reduce((sum, cell) => sum + cell.met, 0)
  return {
    label: quota.label,
    asks: `${spanLabels[quota.period]}${each}${amounts.map(hoursText).join('、')}${quota.unit}${quota.subjects.of === 'people' ? `，${subjects} 人` : ''}`,
    clause: [...new Set(clauses.flatMap(sourceOf))].join('；'),
    cells: cells.map(cell => ({ first: cell.months[0], last: cell.months[1], text: textOf(cell, alone), late: cell.state === 'overdue' })),
    total: alone && cells.length > 1 ? `${met}/${due} 期` : alone ? textOf(cells[0], alone) : `${met}/${due}`,
  }
}

/** What stands in a box. */
function textOf(cell: PlanCell | undefined, alone: boolean): string {
  if (!cell || cell.state === 'none') return ''
  if (!alone) return `${cell.met}/${cell.due}`
  if (cell.state === 'met') return '√'
  if (cell.state === 'overdue') return `欠${hoursText(cell.target - cell.done)}`
  return cell.done > 0 ? `${hoursText(cell.done)}/${hoursText(cell.target)}` : hoursText(cell.target)
}

export const branchPlanEngine = engine(branchPlan, gather)
