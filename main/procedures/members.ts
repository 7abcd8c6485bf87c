import type { Procedure } from '../../shared/procedures/procedure.ts'
import { procedures } from '../../shared/procedures/index.ts'
import type { StepRecord } from '../../shared/rules/procedure.ts'
import { type Member, namesIn } from '../../shared/rules/procedure-people.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'

type Db = ReadScope['db']

/** What 组织处置 has come to for one person. */
interface Disposed {
  /** 劝其退党 or 除名: the day it was approved. */
  readonly removedOn: string | null
  /** 限期改正: from the approval to 期满评议; `until` is null while it lasts. */
  readonly correcting: Member['correcting']
}
export type Disposals = ReadonlyMap<string, Disposed>

const askingFor = ({ rules }: Procedure) =>
  rules.flatMap(({ steps }) => steps.filter(({ asks = [] }) => asks.some(({ fullMembers }) => fullMembers)).map(({ key }) => key))
const asking = new Set(Object.values(procedures).flatMap(askingFor))

/** The names that these records give where only 正式党员 may be named. */
export const namesAsked = (records: readonly StepRecord[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ step, people }) => (asking.has(step) ? namesIn(people) : [])))

/** What every case of 不合格党员组织处置 has come to, by person. Few people ever have one. */
export async function disposalsIn(db: Db): Promise<Disposals> {
  const cases = await db
    .selectFrom('procedureCase')
    .select(['id', 'personId', 'closedOn'])
    .where('procedure', '=', 'disposal')
    .where('voidedAt', 'is', null)
    .where('personId', 'is not', null)
    .execute()
  if (cases.length === 0) return new Map()
  const about = new Map(cases.map(one => [one.id, one]))
  const steps = await db
    .selectFrom('caseStep')
    .select(['caseId', 'step', 'turn', 'doneOn', 'result'])
    .where(among('caseId', about.keys()))
    .where('voidedAt', 'is', null)
    .where('doneOn', 'is not', null)
    .where('step', 'in', deciding)
    .execute()
  const found = new Map<string, Disposed>()
  for (const [caseId, unsorted] of Map.groupBy(steps, step => step.caseId)) {
    const { personId = null, closedOn = null } = about.get(caseId) ?? {}
    if (personId === null) continue
    const ordered = unsorted.toSorted(inOrder)
    const known = found.get(personId) ?? { removedOn: null, correcting: [] }
    found.set(
      personId,
      ordered.reduce((so, row, i) => approved(so, ordered.slice(0, i), row, ordered.slice(i + 1), closedOn), known),
    )
  }
  return found
}

/** The steps that decide, in the order in which they are taken on one day. */
const deciding = ['meeting', 'approval', 'recheck']
const inOrder = (a: Row, b: Row): number =>
  a.turn - b.turn || (a.doneOn ?? '').localeCompare(b.doneOn ?? '') || deciding.indexOf(a.step) - deciding.indexOf(b.step)

interface Row {
  readonly step: string
  readonly turn: number
  readonly doneOn: string | null
  readonly result: string | null
}

/** What an approval adds: the decision of the meeting before it, until the review after it. */
function approved(so: Disposed, before: readonly Row[], { step, result, doneOn }: Row, after: readonly Row[], closedOn: string | null): Disposed {
  if (step !== 'approval' || result !== 'approved' || doneOn === null) return so
  const decided = before.findLast(row => row.step === 'meeting')?.result
  if (decided === 'persuade' || decided === 'remove') return { ...so, removedOn: doneOn }
  if (decided !== 'deadline') return so
  const until = after.find(row => row.step === 'recheck')?.doneOn ?? closedOn
  return { ...so, correcting: [...so.correcting, { from: doneOn, until }] }
}

/** Who is on the roster by these names. */
export async function membersNamed(db: Db, names: ReadonlySet<string>, disposals: Disposals): Promise<ReadonlyMap<string, readonly Member[]>> {
  if (names.size === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'category', 'fullMemberOn', 'membershipState', 'membershipOn', 'mobility', 'mobilityOn'])
    .where('voidedAt', 'is', null)
    .where(among('name', names))
    .execute()
  return Map.groupBy(
    rows.map(({ id, ...row }) => ({ ...row, correcting: disposals.get(id)?.correcting ?? [] })),
    ({ name }) => name,
  )
}
