import { yearOf } from '../../shared/rules/days.ts'
import type { Remark } from '../../shared/rules/procedure-remarks.ts'
import type { ReadScope } from '../app/scopes.ts'
import { daysOf } from './case-days.ts'
import { type BodyFigures, developmentOf } from './development.ts'
import type { CaseStanding } from './read.ts'

/** The steps by which somebody is admitted, in order. */
const admitting: readonly string[] = ['preview', 'form', 'meeting', 'superiorTalk', 'approval']

/** A case that has come to 接收 in a year whose number is used up, by its branch or any body above: at the step it has come to. */
export async function planRemark(
  scope: Pick<ReadScope, 'db' | 'today' | 'office'>,
  found: CaseStanding,
): Promise<{ readonly step: string; readonly remark: Remark } | null> {
  const { record, procedure, standing } = found
  if (procedure.name !== 'membership' || record.closedOn !== null || daysOf(found).received !== null) return null
  const at = standing.steps.find(({ step, state }) => admitting.includes(step.key) && (state === 'open' || state === 'overdue'))
  if (!at) return null
  const year = yearOf(scope.today)
  const { bodies, office, roots, nowhere } = await developmentOf(scope, { year })
  const chain: BodyFigures[] = []
  for (let body = bodies.get(record.organizationId); body && !chain.includes(body); body = bodies.get(body.parentId ?? '')) chain.push(body)
  const held = [
    ...chain.flatMap(({ name, own, tally }) => (own ? [{ name, own, received: tally.happened.received }] : [])),
    ...(office
      ? [{ name: scope.office.name, own: office, received: roots.reduce((sum, root) => sum + root.tally.happened.received, nowhere.happened.received) }]
      : []),
  ]
  const full = held.find(({ own, received }) => received + 1 > own.planned)
  if (!full) return null
  const { name, own, received } = full
  const message = `${name} ${year} 年计划发展 ${own.planned} 人，已接收 ${received} 人，再接收本人就超过计划`
  return {
    step: at.step.key,
    remark: { code: 'plan', message, clause: own.document === null ? `${year} 年发展计划数` : `${year} 年发展计划数（${own.document}）` },
  }
}
