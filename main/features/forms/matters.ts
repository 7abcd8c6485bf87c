import { candidate, candidateStages, selection, selectionKinds } from '../../../shared/domain/selection.ts'
import type { CaseMatter } from '../../../shared/forms/case-record.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { fromRow } from '../../records/rows.ts'

interface Matter {
  readonly matter: CaseMatter
  /** The candidates by id: their materials are named after them. */
  readonly names: ReadonlyMap<string, string>
}

/** 温启明、邓文涛; many as 方知行等10人: what goes on a cover. */
const inShort = (names: readonly string[]): string => (names.length > 4 ? `${names[0] ?? ''}等${names.length}人` : names.join('、'))

/** What the cases that are selections are about, by case. */
export async function mattersOf(db: ReadScope['db'], caseIds: readonly string[]): Promise<ReadonlyMap<string, Matter>> {
  const kept = await db.selectFrom('selection').selectAll().where(among('caseId', caseIds)).where('voidedAt', 'is', null).execute()
  const rows = await db.selectFrom('candidate').selectAll().where(among('caseId', caseIds)).where('voidedAt', 'is', null).orderBy('ordinal').execute()
  const candidates = rows.map(row => fromRow(candidate, row))
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(
      among(
        'id',
        candidates.map(({ personId }) => personId),
      ),
    )
    .execute()
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return new Map(
    kept.map(row => {
      const { caseId, kind, places, rank } = fromRow(selection, row)
      const own = candidates.filter(one => one.caseId === caseId)
      const names = new Map(own.map(({ id, personId }) => [id, nameOf.get(personId) ?? '']))
      const said = own.map(({ id, stage }) => `${names.get(id) ?? ''}（${candidateStages[stage]}）`)
      return [
        caseId,
        {
          matter: {
            kind: selectionKinds[kind],
            places: [`${places} 名`, rank].filter(Boolean).join('，'),
            candidates: said.join('、'),
            names: inShort([...names.values()]),
          },
          names,
        },
      ]
    }),
  )
}
