import type { z } from 'zod'
import type { FormParams } from '../../../shared/api/forms.ts'
import { type CaseMaterial, caseMaterial, type CaseStep, caseStep, procedureCase } from '../../../shared/domain/procedure-case.ts'
import { personCategories } from '../../../shared/domain/person.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import type { caseSubject } from '../../../shared/forms/case-record.ts'
import { dottedMonth } from '../../../shared/forms/text.ts'
import { among } from '../../db/among.ts'
import { caseGround, type CaseStanding, standingsOf } from '../../procedures/read.ts'
import { fromRow } from '../../records/rows.ts'
import { sexWords } from './ballots.ts'
import { mattersOf } from './matters.ts'
import type { GatherScope, Slice } from './engine.ts'

/** A case with everything that a form of it says. */
export interface FormCase {
  readonly subject: z.infer<z.ZodObject<typeof caseSubject>>
  readonly case: CaseStanding
  /** What counts of its steps, oldest first. */
  readonly records: readonly CaseStep[]
  readonly materials: readonly CaseMaterial[]
  /** 人选 of a selection by id. */
  readonly candidates: ReadonlyMap<string, string>
}

const categories: Readonly<Record<string, string>> = personCategories

/** The cases that a form is asked for, in their order. */
export async function casesOfForm(
  scope: GatherScope,
  { caseIds }: FormParams,
  { from, size }: Slice,
): Promise<{ readonly list: readonly FormCase[]; readonly total: number; readonly about: string }> {
  const { db } = scope
  if (!caseIds?.length) throw refuse('params.caseIds', 'missing', '先选一个卷宗')
  const wanted = [...new Set(caseIds)]
  const rows = await db.selectFrom('procedureCase').selectAll().where(among('id', wanted)).where('voidedAt', 'is', null).execute()
  const byId = new Map(rows.map(row => [row.id, fromRow(procedureCase, row)]))
  const cases = wanted.flatMap(id => byId.get(id) ?? [])
  const [only] = cases
  if (!only) throw new AppError('form.empty', { what: '卷宗已作废' })
  const shown = cases.slice(from, from + size)
  const ids = shown.map(({ id }) => id)
  const standings = await standingsOf(db, shown, await caseGround(scope))
  const steps = (
    await db.selectFrom('caseStep').selectAll().where(among('caseId', ids)).where('voidedAt', 'is', null).orderBy('turn').orderBy('doneOn').execute()
  ).map(row => fromRow(caseStep, row))
  const filed = (await db.selectFrom('caseMaterial').selectAll().where(among('caseId', ids)).where('voidedAt', 'is', null).orderBy('madeOn').execute()).map(
    row => fromRow(caseMaterial, row),
  )
  const people = await db
    .selectFrom('person')
    .select(['id', 'sex', 'bornOn', 'nation', 'nativePlace', 'education', 'category', 'workPost'])
    .where(
      among(
        'id',
        shown.flatMap(({ personId }) => (personId === null ? [] : [personId])),
      ),
    )
    .execute()
  const bodies = await db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where(
      among(
        'id',
        shown.map(({ organizationId }) => organizationId),
      ),
    )
    .execute()
  const matters = await mattersOf(db, ids)
  return {
    list: standings.map(standing => {
      const { record, rules } = standing
      const person = people.find(({ id }) => id === record.personId)
      return {
        subject: {
          name: record.name,
          sex: sexWords[person?.sex ?? ''] ?? '',
          bornOn: dottedMonth(person?.bornOn ?? null),
          nation: person?.nation ?? '',
          nativePlace: person?.nativePlace ?? '',
          education: person?.education ?? '',
          category: categories[person?.category ?? ''] ?? '',
          branch: bodies.find(({ id }) => id === record.organizationId)?.name ?? '',
          workPost: person?.workPost ?? '',
          openedOn: record.openedOn,
          owner: record.owner ?? '',
          rules: rules.source,
          outcome: record.closedOn === null ? '' : `${record.closedOn} ${record.outcome ?? ''}`,
          matter: matters.get(record.id)?.matter ?? null,
        },
        case: standing,
        records: steps.filter(({ caseId }) => caseId === record.id),
        materials: filed
          .filter(({ caseId }) => caseId === record.id)
          .map(material => named(material, matters.get(record.id)?.names.get(material.candidateId ?? ''))),
        candidates: matters.get(record.id)?.names ?? new Map(),
      }
    }),
    total: cases.length,
    about: cases.length === 1 ? only.name : `${cases.length} ${cases.every(({ personId }) => personId !== null) ? '人' : '份卷宗'}`,
  }
}

/** 考察材料（温启明）: what is there of each candidate says of whom it is. */
const named = (material: CaseMaterial, who: string | undefined): CaseMaterial =>
  who === undefined || material.name.includes(who) ? material : { ...material, name: `${material.name}（${who}）` }
