import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { type CaseState, caseStates, type proceduresApi } from '../../../shared/api/procedures.ts'
import { type ProcedureCase, procedureCase } from '../../../shared/domain/procedure-case.ts'
import { boards } from '../../../shared/procedures/boards.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { openStandings } from '../../procedures/kept.ts'
import { type Next, nextOf } from '../../procedures/next.ts'
import { caseGround, casesIn, type CaseStanding, standingsOf } from '../../procedures/read.ts'
import { warnDaysOn } from '../../procedures/warn-days.ts'
import { fromRow } from '../../records/rows.ts'
import { subtreeIds } from '../../records/subtree.ts'

type Api = typeof proceduresApi
type Listed = OutputOf<Api['case.list']>['rows'][number]

/** The open cases, or those that have ended, with where each stands. What is due first comes first; of the ended the latest. */
export async function listCases(
  scope: ReadScope,
  { procedure, organizationId, phase, state, alarm, ended, search, offset, limit }: InputOf<Api['case.list']>,
): Promise<OutputOf<Api['case.list']>> {
  const { db } = scope
  const bodies = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const names = await namesOf(db)
  const standings = (ended ? await endedStandings(scope, procedure) : await openStandings(scope)).filter(
    ({ record }) => record.procedure === procedure && (bodies === undefined || bodies.has(record.organizationId)),
  )
  const all = await withNext(scope, await searched(db, standings, names, search))
  const inPhase = all.filter(({ next }) => phase === undefined || next.phase === phase)
  const shown = inPhase
    .filter(({ next, standing }) => (state === undefined || next.state === state) && (alarm !== true || alarmOf(standing) !== null))
    .toSorted((a, b) => (ended ? -compare(a.standing.record.closedOn, b.standing.record.closedOn) : compare(a.next.dueOn, b.next.dueOn)))
  return {
    total: shown.length,
    byPhase: counted(all.map(({ next }) => next.phase)),
    byState: statesOf(inPhase.map(({ next }) => next.state)),
    alarms: inPhase.filter(({ standing }) => alarmOf(standing) !== null).length,
    rows: shown.slice(offset, offset + limit).map(one => shownCase(one, names)),
  }
}

/** The cases of a person, open ones first. */
export async function casesOfPerson(scope: ReadScope, { personId }: InputOf<Api['case.ofPerson']>): Promise<OutputOf<Api['case.ofPerson']>> {
  const { db } = scope
  const kept = await db
    .selectFrom('procedureCase')
    .selectAll()
    .where('personId', '=', personId)
    .where('voidedAt', 'is', null)
    .orderBy('openedOn', 'desc')
    .execute()
  const cases = kept.map(row => fromRow(procedureCase, row)).toSorted((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null))
  const names = await namesOf(db)
  const standings = await standingsOf(db, cases, await caseGround(scope))
  return (await withNext(scope, standings)).map(one => ({ ...shownCase(one, names), procedure: one.standing.record.procedure }))
}

/** What is wrong with an open case, where its procedure has a name for it. */
function alarmOf({ record, standing }: CaseStanding): string | null {
  const { alarm } = boards[record.procedure]
  const overdue = record.closedOn === null && standing.steps.some(({ step, state }) => step.key === alarm?.step && state === 'overdue')
  return overdue ? (alarm?.word ?? null) : null
}

/** Those whom a case of the procedure may be about and who have none open. */
export async function candidates(
  { db }: ReadScope,
  { procedure, organizationId, search, offset, limit }: InputOf<Api['case.candidates']>,
): Promise<OutputOf<Api['case.candidates']>> {
  const { subjects } = boards[procedure]
  const rank = (category: string): number => subjects.findIndex(one => one === category)
  let people = db
    .selectFrom('person')
    .select(['id', 'name', 'initials', 'pinyin', 'organizationId', 'category', 'bornOn'])
    .where('voidedAt', 'is', null)
    .where('category', 'in', subjects)
    .where(eb => eb.or([eb('membershipState', 'is', null), eb('membershipState', 'in', inside)]))
    .where('id', 'not in', eb =>
      eb
        .selectFrom('procedureCase')
        .select('personId')
        .where('procedure', '=', procedure)
        .where('voidedAt', 'is', null)
        .where('closedOn', 'is', null)
        .where('personId', 'is not', null)
        .$castTo<{ personId: string }>(),
    )
  if (organizationId !== undefined) people = people.where(among('organizationId', await subtreeIds(db, organizationId)))
  const names = await namesOf(db)
  const rows = (await people.orderBy('pinyin').execute())
    .map(({ organizationId: at, ...one }) => ({ ...one, organization: names.get(at ?? '') ?? '' }))
    .filter(one => !search || matches(search, one.name, one.initials, one.pinyin, one.organization))
    .toSorted((a, b) => rank(b.category) - rank(a.category))
  return {
    total: rows.length,
    rows: rows.slice(offset, offset + limit).map(({ id, name, organization, category, bornOn }) => ({ id, name, organization, category, bornOn })),
  }
}

/** Who has left, died or been transferred is nobody's case any more. */
const inside = ['normal', 'suspended'] as const

interface Standing {
  readonly standing: CaseStanding
  readonly next: Next
}

async function withNext(scope: ReadScope, standings: readonly CaseStanding[]): Promise<readonly Standing[]> {
  const warnDays = await warnDaysOn(scope)
  return standings.map(standing => ({ standing, next: nextOf(standing, scope.today, warnDays) }))
}

/** Those that have ended are few people's business: they are read when they are asked for. */
const endedStandings = async (scope: ReadScope, procedure: ProcedureCase['procedure']): Promise<readonly CaseStanding[]> =>
  standingsOf(scope.db, await casesIn(scope.db, { procedure, ended: true }), await caseGround(scope))

function shownCase({ standing: found, next }: Standing, names: ReadonlyMap<string, string>): Listed {
  const { record, standing } = found
  const { id, version, name, personId, organizationId, openedOn, owner, closedOn, outcome } = record
  return {
    id,
    version,
    name,
    personId,
    organizationId,
    openedOn,
    owner,
    closedOn,
    outcome,
    organization: names.get(organizationId) ?? '',
    phase: next.phase,
    step: next.step?.step.label ?? '',
    stepKey: next.step?.step.key ?? null,
    state: next.state,
    dueOn: next.dueOn,
    missing: standing.steps.reduce((sum, step) => sum + (step.state === 'done' ? step.missing.length : 0), 0),
    remarks: standing.steps.reduce((sum, step) => sum + step.remarks.length, 0),
    alarm: alarmOf(found),
  }
}

/** By name, 拼音 or initials of who it is about, or by the organization. */
async function searched(
  db: ReadScope['db'],
  standings: readonly CaseStanding[],
  names: ReadonlyMap<string, string>,
  search: string | undefined,
): Promise<readonly CaseStanding[]> {
  if (!search) return standings
  const ids = standings.flatMap(({ record }) => (record.personId === null ? [] : [record.personId]))
  const people = new Map((await db.selectFrom('person').select(['id', 'initials', 'pinyin']).where(among('id', ids)).execute()).map(one => [one.id, one]))
  return standings.filter(({ record: { name, personId, organizationId } }) => {
    const spoken = people.get(personId ?? '')
    return matches(search, name, spoken?.initials ?? '', spoken?.pinyin ?? '', names.get(organizationId) ?? '')
  })
}

function matches(search: string, name: string, initials: string, pinyin: string, organization: string): boolean {
  const compact = search.toLowerCase().replaceAll(/\s+/g, '')
  return name.includes(search.trim()) || organization.includes(search.trim()) || initials.includes(compact) || pinyin.includes(compact)
}

async function namesOf(db: ReadScope['db']): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const statesOf = (states: readonly CaseState[]) => {
  const counts = counted([...Object.keys(caseStates), ...states])
  const of = (state: CaseState) => (counts[state] ?? 1) - 1
  return { overdue: of('overdue'), near: of('near'), open: of('open'), waiting: of('waiting'), ended: of('ended') }
}

/** What has no day comes last. */
const compare = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)
