import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { selectionsApi } from '../../../shared/api/selections.ts'
import { selectionFindings } from '../../../shared/rules/selection-findings.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { openStandings } from '../../procedures/kept.ts'
import { nextOf } from '../../procedures/next.ts'
import { caseGround, casesIn, standingsOf } from '../../procedures/read.ts'
import { warnDaysOn } from '../../procedures/warn-days.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { readDossier } from '../../selection/read.ts'

type Api = typeof selectionsApi

/** The dossiers, what is due first; of those that ended, the latest. */
export async function listSelections(
  scope: ReadScope,
  { organizationId, ended, search, offset, limit }: InputOf<Api['selection.list']>,
): Promise<OutputOf<Api['selection.list']>> {
  const { db, today } = scope
  const bodies = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))
  const all = ended ? await standingsOf(db, await casesIn(db, { procedure: 'selection', ended: true }), await caseGround(scope)) : await openStandings(scope)
  const warnDays = await warnDaysOn(scope)
  const wanted = all
    .filter(({ record }) => record.procedure === 'selection' && (bodies === undefined || bodies.has(record.organizationId)))
    .filter(({ record }) => !search || record.name.includes(search) || (names.get(record.organizationId) ?? '').includes(search))
    .map(standing => ({ standing, next: nextOf(standing, today, warnDays) }))
    .toSorted((a, b) =>
      ended
        ? (b.standing.record.closedOn ?? '').localeCompare(a.standing.record.closedOn ?? '')
        : (a.next.dueOn ?? '9999').localeCompare(b.next.dueOn ?? '9999'),
    )
  const rows = []
  for (const { standing, next } of wanted.slice(offset, offset + limit)) {
    const dossier = await readDossier(scope, standing.record.id)
    if (!dossier) continue
    const { id, name, owner, openedOn, closedOn, outcome } = standing.record
    rows.push({
      id,
      name,
      organization: names.get(standing.record.organizationId) ?? '',
      kind: dossier.selection.kind,
      places: dossier.selection.places,
      owner,
      openedOn,
      phase: next.phase,
      step: next.step?.step.label ?? '',
      state: next.state,
      dueOn: next.dueOn,
      candidates: dossier.candidates.map(one => ({ name: one.name, stage: one.record.stage })),
      findings: selectionFindings(dossier.facts).filter(({ tone }) => tone === 'warn').length,
      closedOn,
      outcome,
    })
  }
  return { total: wanted.length, rows }
}

/** Where somebody was considered, the latest first. */
export async function selectionsOfPerson({ db }: ReadScope, { personId }: InputOf<Api['selection.ofPerson']>): Promise<OutputOf<Api['selection.ofPerson']>> {
  return db
    .selectFrom('candidate as c')
    .innerJoin('procedureCase as p', 'p.id', 'c.caseId')
    .select(['p.id as caseId', 'p.name', 'p.openedOn', 'c.proposedPost', 'c.stage', 'c.outcome'])
    .where('c.personId', '=', personId)
    .where('c.voidedAt', 'is', null)
    .where('p.voidedAt', 'is', null)
    .orderBy('p.openedOn', 'desc')
    .execute()
}
