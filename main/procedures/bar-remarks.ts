import { namesIn } from '../../shared/rules/procedure-people.ts'
import type { Remark } from '../../shared/rules/procedure-remarks.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { type NamedBar, namedBars } from '../supervision/bars.ts'
import type { CaseStanding } from './read.ts'

/** The steps that name 培养联系人 or 入党介绍人. */
const sponsoring: readonly string[] = ['contacts', 'sponsors']

/** 影响期 of whoever is named as 培养联系人 or 入党介绍人, and of an applicant who was expelled before, by step. It is read for who asks and kept for nobody. */
export async function barRemarks({ db, today }: Pick<ReadScope, 'db' | 'today'>, found: CaseStanding): Promise<ReadonlyMap<string, readonly Remark[]>> {
  const { record, procedure, standing } = found
  const first = standing.steps[0]?.step.key
  if (procedure.name !== 'membership' || record.closedOn !== null || first === undefined) return new Map()
  const own = record.personId === null ? [] : await namedBars(db, [record.personId], { purpose: 'rejoin', on: today })
  const remarks = new Map<string, readonly Remark[]>([[first, own.map(asRemark)]])
  const named = await db
    .selectFrom('caseStep')
    .select(['step', 'people'])
    .where('caseId', '=', record.id)
    .where('voidedAt', 'is', null)
    .where('step', 'in', sponsoring)
    .execute()
  for (const key of sponsoring) {
    const names = named.flatMap(({ step, people }) => (step === key ? namesIn(people) : []))
    if (names.length === 0) continue
    const bars = await namedBars(db, await meant(db, names, record.organizationId), { purpose: 'sponsor', on: today })
    remarks.set(key, bars.map(asRemark))
  }
  return remarks
}

const asRemark = ({ message, clause }: NamedBar): Remark => ({ code: 'bar', message, clause: clause === '' ? null : clause })

/** Who of the roster these names mean: those of the branch, else whoever is called so. */
async function meant(db: ReadScope['db'], names: readonly string[], organizationId: string): Promise<readonly string[]> {
  const people = await db.selectFrom('person').select(['id', 'name', 'organizationId']).where('voidedAt', 'is', null).where(among('name', names)).execute()
  return [...Map.groupBy(people, ({ name }) => name).values()].flatMap(namesakes => {
    const near = namesakes.filter(person => person.organizationId === organizationId)
    return (near.length > 0 ? near : namesakes).map(({ id }) => id)
  })
}
