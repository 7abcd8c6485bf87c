import { procedures } from '../../shared/procedures/index.ts'
import { rulesFor, withLocal } from '../../shared/procedures/in-force.ts'
import type { Procedure, Rules, Step } from '../../shared/procedures/procedure.ts'
import type { LocalRequirement, ProcedureCase } from '../../shared/domain/procedure-case.ts'
import { procedureCase } from '../../shared/domain/procedure-case.ts'
import { type Standing, standing, type StepRecord } from '../../shared/rules/procedure.ts'
import type { WorkCalendar } from '../../shared/rules/workdays.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from '../records/rows.ts'
import { parametersOn } from '../records/parameters.ts'
import { workingCalendar } from '../records/working-calendar.ts'

type Db = ReadScope['db']

/** What every case is reckoned with, read once for all of them. */
export interface CaseGround {
  readonly today: string
  readonly calendar: WorkCalendar
  readonly local: readonly LocalRequirement[]
  readonly countFirstDay: boolean
  readonly openCasesMoveOn: boolean
}

/** A case with where it stands. */
export interface CaseStanding {
  readonly record: ProcedureCase
  readonly procedure: Procedure
  readonly rules: Rules
  readonly standing: Standing
}

export async function caseGround({ db, today }: Pick<ReadScope, 'db' | 'today'>): Promise<CaseGround> {
  const inForce = await parametersOn(db, today)
  return {
    today,
    calendar: await workingCalendar(db),
    local: await db.selectFrom('localRequirement').selectAll().where('voidedAt', 'is', null).orderBy('createdAt').execute(),
    countFirstDay: inForce('calendar.countFirstDay') === 1,
    openCasesMoveOn: inForce('procedure.openCasesMoveOn') === 1,
  }
}

/** Where these cases stand. Their steps and materials are read in one go, whatever their number. */
export async function standingsOf(db: Db, cases: readonly ProcedureCase[], ground: CaseGround): Promise<readonly CaseStanding[]> {
  const ids = cases.map(({ id }) => id)
  const steps = await db
    .selectFrom('caseStep')
    .select(['caseId', 'step', 'turn', 'startedOn', 'doneOn', 'result', 'hours', 'people', 'extension', 'extendedTo'])
    .where('voidedAt', 'is', null)
    .where(among('caseId', ids))
    .execute()
  const filed = await db
    .selectFrom('caseMaterial')
    .select(['caseId', 'step', 'material'])
    .where('voidedAt', 'is', null)
    .where('material', 'is not', null)
    .where(among('caseId', ids))
    .execute()
  const people = cases.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const born = new Map((await db.selectFrom('person').select(['id', 'bornOn', 'joinedOn']).where(among('id', people)).execute()).map(p => [p.id, p]))
  const records = grouped<StepRecord & { caseId: string }>(steps)
  const materials = grouped(filed)
  const plans = new Map<string, readonly Step[]>()
  return cases.map(record => {
    const procedure = procedures[record.procedure]
    const rules = rulesFor(procedure, record.openedOn, ground.today, ground.openCasesMoveOn)
    const person = born.get(record.personId ?? '')
    return {
      record,
      procedure,
      rules,
      standing: standing({
        steps: planOf(plans, procedure, rules, record, ground),
        records: records.get(record.id) ?? [],
        materials: new Set((materials.get(record.id) ?? []).map(({ step, material }) => `${step}/${material}`)),
        facts: { bornOn: person?.bornOn ?? null, joinedOn: person?.joinedOn ?? null, openedOn: record.openedOn },
        today: ground.today,
        calendar: ground.calendar,
        countFirstDay: ground.countFirstDay,
      }),
    }
  })
}

/** The steps of a case, worked out once for all cases that go by the same. */
function planOf(plans: Map<string, readonly Step[]>, procedure: Procedure, rules: Rules, record: ProcedureCase, { local, today }: CaseGround): readonly Step[] {
  const own = local.filter(found => found.procedure === procedure.name)
  const day = record.closedOn ?? today
  const key = `${procedure.name} ${rules.startsOn} ${own.filter(({ startsOn }) => startsOn <= day).length}`
  const known = plans.get(key)
  if (known) return known
  const made = withLocal(rules.steps, own, day)
  plans.set(key, made)
  return made
}

function grouped<T extends { readonly caseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}

/** The cases that are open, or those that have ended, of one procedure or of all. */
export async function casesIn(db: Db, where: { readonly procedure?: ProcedureCase['procedure']; readonly ended: boolean }): Promise<readonly ProcedureCase[]> {
  let found = db
    .selectFrom('procedureCase')
    .selectAll()
    .where('voidedAt', 'is', null)
    .where('closedOn', where.ended ? 'is not' : 'is', null)
  if (where.procedure) found = found.where('procedure', '=', where.procedure)
  return (await found.orderBy('openedOn').orderBy('id').execute()).map(row => fromRow(procedureCase, row))
}
