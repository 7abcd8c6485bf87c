import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { proceduresApi } from '../../../shared/api/procedures.ts'
import { procedureCase } from '../../../shared/domain/procedure-case.ts'
import { askedOf } from '../../../shared/procedures/asked.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { caseGround, standingsOf } from '../../procedures/read.ts'
import { fromRow } from '../../records/rows.ts'

type Api = typeof proceduresApi

/** The steps that every one of these cases has by the rules it goes by, in the order of the newest of them. */
export async function stepsOfCases(scope: ReadScope, { caseIds }: InputOf<Api['case.stepsOf']>): Promise<OutputOf<Api['case.stepsOf']>> {
  const rows = await scope.db.selectFrom('procedureCase').selectAll().where(among('id', caseIds)).where('voidedAt', 'is', null).execute()
  const standings = await standingsOf(
    scope.db,
    rows.map(row => fromRow(procedureCase, row)),
    await caseGround(scope),
  )
  const [newest] = standings.toSorted((a, b) => (a.rules.startsOn < b.rules.startsOn ? 1 : -1))
  if (!newest) return { steps: [], partly: [] }
  const having = new Map<string, StepStanding[]>()
  for (const { standing } of standings)
    for (const step of standing.steps.filter(one => !one.step.outside)) {
      const known = having.get(step.step.key)
      if (known) known.push(step)
      else having.set(step.step.key, [step])
    }
  const everybodys = newest.standing.steps.flatMap(({ step }) => {
    if (step.outside) return []
    const all = having.get(step.key) ?? []
    if (all.length < standings.length || all.every(({ state }) => state === 'off')) return []
    const open = all.filter(({ state }) => state === 'open' || state === 'overdue').length
    const { key, no = null, label, local = false } = step
    return [{ key, no, label, local, open, ...askedOf(step, newest.rules.steps) }]
  })
  const partly = [...having.values()].flatMap(all => (all.length < standings.length ? [all[0]?.step.label ?? ''] : []))
  return { steps: everybodys, partly }
}
