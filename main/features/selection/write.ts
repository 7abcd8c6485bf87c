import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { selectionsApi } from '../../../shared/api/selections.ts'
import { organization } from '../../../shared/domain/organization.ts'
import { person } from '../../../shared/domain/person.ts'
import { procedureCase } from '../../../shared/domain/procedure-case.ts'
import { type Candidate, candidate, type CandidateStage, selection } from '../../../shared/domain/selection.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { parse } from '../../app/parse.ts'
import type { WriteScope } from '../../app/scopes.ts'
import { fromRow, nothing } from '../../records/rows.ts'

type Api = typeof selectionsApi

/** A dossier with its matter and those considered so far. */
export function openSelection({ db, store }: WriteScope, input: InputOf<Api['selection.open']>): Promise<OutputOf<Api['selection.open']>> {
  const { name, organizationId, openedOn, owner, candidates, ...matter } = input
  store.get(organization, organizationId)
  const opened = { ...nothing(procedureCase), procedure: 'selection', name, organizationId, openedOn, owner }
  const { id: caseId } = store.create(procedureCase, parse(procedureCase.draft, opened))
  store.create(selection, parse(selection.draft, { ...matter, caseId, remark: null }))
  return addAll({ db, store }, caseId, candidates, 0).then(() => ({ caseId }))
}

/** More people for the dossier; whoever is considered for that post already stays as he is. */
export async function consider({ db, store }: WriteScope, { caseId, personIds, proposedPost }: InputOf<Api['selection.consider']>) {
  refuseEnded({ store }, caseId)
  const kept = await candidatesOf(db, caseId)
  const fresh = [...new Set(personIds)].filter(id => !kept.some(one => one.personId === id && one.proposedPost === proposedPost))
  await addAll(
    { db, store },
    caseId,
    fresh.map(personId => ({ personId, proposedPost })),
    Math.max(0, ...kept.map(({ ordinal }) => ordinal)),
  )
  return { added: fresh.length }
}

async function addAll(
  { db, store }: Pick<WriteScope, 'db' | 'store'>,
  caseId: string,
  candidates: readonly { readonly personId: string; readonly proposedPost: string }[],
  after: number,
): Promise<void> {
  for (const [n, { personId, proposedPost }] of candidates.entries()) {
    const who = store.get(person, personId)
    if (who.voidedAt !== null) throw refuse('personIds', 'voided', `${who.name}的人员记录已作废`)
    const known = await db.selectFrom('cadre').select('currentPost').where('personId', '=', personId).where('voidedAt', 'is', null).limit(1).executeTakeFirst()
    const currentPost = (known?.currentPost ?? who.workPost)?.slice(0, 200) ?? null
    store.create(
      candidate,
      parse(candidate.draft, { ...nothing(candidate), caseId, personId, ordinal: after + n + 1, stage: 'recommended', currentPost, proposedPost }),
    )
  }
}

const order: readonly CandidateStage[] = ['recommended', 'assessed', 'proposed', 'appointed']

/** Those named come to the stage; those who stood just before it and are not named fall out, with the reason, and stay on the list. */
export async function advance({ db, store }: WriteScope, { caseId, stage, candidateIds, otherwise, on }: InputOf<Api['selection.advance']>) {
  refuseEnded({ store }, caseId)
  const all = await candidatesOf(db, caseId)
  const chosen = new Set(candidateIds)
  if (candidateIds.some(id => !all.some(one => one.id === id))) throw new AppError('record.notFound', { label: candidate.label })
  const before = order[order.indexOf(stage) - 1]
  const others = all.filter(({ id, stage: kept }) => !chosen.has(id) && kept === before)
  if (others.length > 0 && otherwise === null) throw refuse('otherwise', 'missing', `写明其余 ${others.length} 人未列入的原因`)
  const named = all.filter(({ id }) => chosen.has(id))
  for (const one of named) store.update(candidate, one, { stage, outcome: null, ...(stage === 'appointed' ? { appointedOn: on } : {}) })
  for (const one of others) store.update(candidate, one, { stage: 'out', outcome: otherwise })
  return { advanced: named.length, out: others.length }
}

async function candidatesOf(db: WriteScope['db'], caseId: string): Promise<readonly Candidate[]> {
  const rows = await db.selectFrom('candidate').selectAll().where('caseId', '=', caseId).where('voidedAt', 'is', null).orderBy('ordinal').execute()
  return rows.map(row => fromRow(candidate, row))
}

function refuseEnded({ store }: Pick<WriteScope, 'store'>, caseId: string): void {
  const found = store.get(procedureCase, caseId)
  if (found.voidedAt !== null) throw new AppError('record.voided', { label: procedureCase.label })
  if (found.closedOn !== null) throw refuse('caseId', 'ended', `${found.name}的卷宗已结束，先重新打开`)
}
