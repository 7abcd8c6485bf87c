import { procedures } from '../../shared/procedures/index.ts'
import { rulesFor, withLocal, withRecorded } from '../../shared/procedures/in-force.ts'
import type { Procedure, Rules, Step } from '../../shared/procedures/procedure.ts'
import { voteRemarks } from '../../shared/procedures/vote-remarks.ts'
import type { CaseStep, LocalRequirement, ProcedureCase } from '../../shared/domain/procedure-case.ts'
import { procedureCase } from '../../shared/domain/procedure-case.ts'
import { type Standing, standing, type StepRecord, type Subject } from '../../shared/rules/procedure.ts'
import type { WorkCalendar } from '../../shared/rules/workdays.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from '../records/rows.ts'
import { parametersOn } from '../records/parameters.ts'
import { workingCalendar } from '../records/working-calendar.ts'
import { type Disposals, disposalsIn, membersNamed, namesAsked } from './members.ts'

type Db = ReadScope['db']

/** What every case is reckoned with, read once for all of them. */
export interface CaseGround {
  readonly today: string
  readonly calendar: WorkCalendar
  /** 本单位要求, those that the office has withdrawn too. */
  readonly local: readonly LocalRequirement[]
  readonly disposals: Disposals
  readonly countFirstDay: boolean
  readonly openCasesMoveOn: boolean
}

/** A case with where it stands. */
export interface CaseStanding {
  readonly record: ProcedureCase
  readonly procedure: Procedure
  readonly rules: Rules
  readonly standing: Standing
  /** Those it has come down to, where it is about several. */
  readonly subjects: readonly Subject[]
  /** The names in it that were held against the roster: 培养联系人, 入党介绍人. */
  readonly named: ReadonlySet<string>
}

export async function caseGround({ db, today }: Pick<ReadScope, 'db' | 'today'>): Promise<CaseGround> {
  const inForce = await parametersOn(db, today)
  return {
    today,
    calendar: await workingCalendar(db),
    local: await db.selectFrom('localRequirement').selectAll().orderBy('createdAt').execute(),
    disposals: await disposalsIn(db),
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
    .select(['eligible', 'present', 'agree', 'against', 'abstain'])
    .where('voidedAt', 'is', null)
    .where(among('caseId', ids))
    .execute()
  const filed = await db
    .selectFrom('caseMaterial')
    .select(['caseId', 'step', 'material', 'candidateId'])
    .where('voidedAt', 'is', null)
    .where(among('caseId', ids))
    .execute()
  const people = cases.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const born = new Map((await db.selectFrom('person').select(['id', 'bornOn', 'joinedOn']).where(among('id', people)).execute()).map(p => [p.id, p]))
  const subjects = await subjectsOf(db, cases)
  const records = grouped<KeptStep>(steps)
  const materials = grouped(filed)
  const plans = new Map<string, Plan>()
  const named = new Map(cases.map(({ id }) => [id, namesAsked(records.get(id) ?? [])]))
  const members = await membersNamed(db, new Set([...named.values()].flatMap(names => [...names])), ground.disposals)
  return cases.map(record => {
    const procedure = procedures[record.procedure]
    const rules = rulesFor(procedure, record.openedOn, record.closedOn ?? ground.today, ground.openCasesMoveOn)
    const person = born.get(record.personId ?? '')
    const [own, papers] = [records.get(record.id) ?? [], materials.get(record.id) ?? []]
    const { steps: plan, keys } = planOf(plans, procedure, rules, record, ground)
    const outside = [...own, ...papers].flatMap(({ step }) => (keys.has(step) ? [] : [step]))
    const found = standing({
      steps: outside.length > 0 ? withRecorded(plan, new Set(outside), procedure, ground.local) : plan,
      records: own,
      materials: new Set(papers.map(({ step, material, candidateId }) => [step, material, candidateId].filter(Boolean).join('/'))),
      subjects: subjects.get(record.id) ?? [],
      facts: {
        bornOn: person?.bornOn ?? null,
        joinedOn: person?.joinedOn ?? null,
        openedOn: record.openedOn,
        leavesOn: record.leavesOn,
        removedOn: ground.disposals.get(record.personId ?? '')?.removedOn ?? null,
      },
      members,
      today: ground.today,
      calendar: ground.calendar,
      countFirstDay: ground.countFirstDay,
    })
    const about = (subjects.get(record.id) ?? []).map(({ id, name }) => ({ id, name }))
    return { record, procedure, rules, standing: withVotes(found, own), subjects: about, named: named.get(record.id) ?? new Set() }
  })
}

/** Those a selection has come down to: of each of them the materials are asked for. */
async function subjectsOf(db: Db, cases: readonly ProcedureCase[]): Promise<ReadonlyMap<string, readonly (Subject & { caseId: string })[]>> {
  const ids = cases.flatMap(({ id, procedure }) => (procedure === 'selection' ? [id] : []))
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('candidate as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['c.id', 'c.caseId', 'p.name'])
    .where(among('c.caseId', ids))
    .where('c.voidedAt', 'is', null)
    .where('c.stage', 'in', ['assessed', 'proposed', 'appointed'])
    .orderBy('c.ordinal')
    .execute()
  return grouped(rows)
}

type KeptStep = StepRecord & Pick<CaseStep, 'caseId' | 'eligible' | 'present' | 'agree' | 'against' | 'abstain'>

/** What the votes of a case come to, said among the remarks of their steps. */
function withVotes({ steps, ...rest }: Standing, records: readonly KeptStep[]): Standing {
  const remarked = steps.map(found => {
    const { step, since, remarks } = found
    if (step.vote === undefined) return found
    const votes = records.filter(record => record.step === step.key && record.turn >= since).flatMap(record => voteRemarks(step, record))
    return votes.length > 0 ? { ...found, remarks: [...remarks, ...votes] } : found
  })
  return { ...rest, steps: remarked }
}

interface Plan {
  readonly steps: readonly Step[]
  readonly keys: ReadonlySet<string>
}

/** The steps of a case, worked out once for all cases that go by the same. */
function planOf(plans: Map<string, Plan>, procedure: Procedure, rules: Rules, record: ProcedureCase, { local, today }: CaseGround): Plan {
  const own = local.filter(found => found.procedure === procedure.name && found.voidedAt === null)
  const day = record.closedOn ?? today
  const key = `${procedure.name} ${rules.startsOn} ${own.filter(({ startsOn }) => startsOn <= day).length}`
  const known = plans.get(key)
  if (known) return known
  const steps = withLocal(rules.steps, own, day)
  const made = { steps, keys: new Set(steps.map(step => step.key)) }
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
