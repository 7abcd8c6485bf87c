import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { type WholeCadre, wholeCadres } from '../../cadres/read.ts'
import type { Proposal } from '../../cadres/sheet.ts'
import { among } from '../../db/among.ts'
import { subtreeIds } from '../../records/subtree.ts'
import type { GatherScope, Slice } from './engine.ts'
import { placesOf, scopeName } from './people.ts'

interface Listed {
  readonly id: string
  readonly personId: string
}

export interface CadresOfForm {
  readonly list: readonly WholeCadre[]
  readonly total: number
  readonly about: string
  /** What a selection proposes for each, by person. */
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly unit: string
}

/** The cadres that a form is asked for: some by id in the order given, the candidates of a selection, or everybody at or below an organization in the order of the office. */
export async function cadresOfForm(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<CadresOfForm> {
  const { db } = scope
  const unit = scopeName(scope, params, await placesOf(db))
  const proposals = await proposalsOf(scope, params)
  const all = await listed(db, params, [...proposals.keys()])
  if (all.length === 0) throw new AppError('form.empty', { what: params.caseIds ? '人选都还没有干部信息，先在“干部信息”登记' : `${unit}还没有干部信息` })
  const wanted = all.slice(from, size === Infinity ? undefined : from + size)
  const list = await wholeCadres(
    db,
    wanted.map(({ id }) => id),
  )
  const [only] = list
  return { list, total: all.length, about: all.length === 1 && only ? only.person.name : unit, proposals, unit }
}

async function listed(db: ReadScope['db'], { cadreIds, caseIds, organizationId }: FormParams, candidates: readonly string[]): Promise<readonly Listed[]> {
  let found = db
    .selectFrom('cadre as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['c.id', 'c.personId'])
    .where('c.voidedAt', 'is', null)
    .orderBy(e => e.fn.coalesce('c.number', e.lit(100_000)))
    .orderBy('p.nameOrder')
  if (cadreIds) found = found.where(among('c.id', cadreIds))
  else if (caseIds) found = found.where(among('c.personId', candidates))
  else found = found.where('c.leftOn', 'is', null)
  if (organizationId !== undefined && !cadreIds) found = found.where(among('p.organizationId', await subtreeIds(db, organizationId)))
  const rows = await found.execute()
  const order = cadreIds ?? candidates
  const key = (row: Listed) => (cadreIds ? row.id : row.personId)
  return order.length === 0 ? rows : rows.toSorted((a, b) => order.indexOf(key(a)) - order.indexOf(key(b)))
}

/** 拟任, 拟免 and the reason, from the candidates that have not fallen out. */
async function proposalsOf({ db, office, actor }: GatherScope, { caseIds = [], candidateIds }: FormParams): Promise<ReadonlyMap<string, Proposal>> {
  if (caseIds.length === 0) return new Map()
  let found = db
    .selectFrom('candidate')
    .select(['personId', 'proposedPost', 'removedPost', 'reason'])
    .where(among('caseId', caseIds))
    .where('voidedAt', 'is', null)
    .where('stage', '!=', 'out')
    .orderBy('ordinal')
  if (candidateIds) found = found.where(among('id', candidateIds))
  const rows = await found.execute()
  return new Map(rows.map(({ personId, ...row }) => [personId, { ...row, reportedBy: office.name, filledBy: actor }]))
}
