import type { CadrePerson } from '../../shared/api/cadres.ts'
import {
  type Cadre,
  cadre,
  type FamilyMember,
  familyMember,
  type ResumePeriod,
  resumePeriod,
  type Reward,
  reward,
  type YearGrade,
  yearGrade,
} from '../../shared/domain/cadre.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { linesByParent } from '../records/lines.ts'
import { fromRow } from '../records/rows.ts'

type Db = ReadScope['db']

/** The lines of a cadre's sheet. */
export interface SheetLines {
  readonly resume: readonly ResumePeriod[]
  readonly family: readonly FamilyMember[]
  readonly grades: readonly YearGrade[]
  readonly rewards: readonly Reward[]
}

/** The lines of these sheets, by the id of each. */
export async function sheetLines(db: Db, ids: readonly string[]): Promise<(id: string) => SheetLines> {
  const resume = await linesByParent(db, resumePeriod, ids)
  const family = await linesByParent(db, familyMember, ids)
  const grades = await linesByParent(db, yearGrade, ids)
  const rewards = await linesByParent(db, reward, ids)
  return id => ({ resume: resume.get(id) ?? [], family: family.get(id) ?? [], grades: grades.get(id) ?? [], rewards: rewards.get(id) ?? [] })
}

/** A cadre's sheet with its lines and what the roster holds of the person. */
export interface WholeCadre extends SheetLines {
  readonly record: Cadre
  readonly person: CadrePerson
  readonly idNumber: string
  /** JPEG */
  readonly photo: Uint8Array | null
}

/** The living sheets with these ids, in the order of the ids; what is not found is left out. */
export async function wholeCadres(db: Db, ids: readonly string[]): Promise<readonly WholeCadre[]> {
  const rows = await db.selectFrom('cadre').selectAll().where(among('id', ids)).where('voidedAt', 'is', null).execute()
  const found = new Map(rows.map(row => [row.id, fromRow(cadre, row)]))
  const list = ids.flatMap(id => found.get(id) ?? [])
  const people = await peopleOf(
    db,
    list.map(({ personId }) => personId),
  )
  const photos = await attachedBytes(
    db,
    list.flatMap(({ photo }) => photo ?? []),
  )
  const linesOf = await sheetLines(db, ids)
  return list.flatMap(record => {
    const known = people.get(record.personId)
    if (!known) return []
    const { idNumber, ...person } = known
    return [
      {
        record,
        person,
        idNumber,
        ...linesOf(record.id),
        photo: (record.photo === null ? undefined : photos.get(record.photo)) ?? null,
      },
    ]
  })
}

/** What the roster says of these people, with the number whole: it does not cross the border. */
export async function peopleOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, CadrePerson & { readonly idNumber: string }>> {
  const rows = await db
    .selectFrom('person as p')
    .leftJoin('organization as o', 'o.id', 'p.organizationId')
    .select([
      'p.id',
      'p.name',
      'p.sex',
      'p.bornOn',
      'p.nation',
      'p.nativePlace',
      'p.joinedOn',
      'p.category',
      'p.organizationId',
      'o.name as organization',
      'p.partyPost',
      'p.idNumber',
    ])
    .where(among('p.id', ids))
    .execute()
  return new Map(rows.map(row => [row.id, { ...row, organization: row.organization ?? '' }]))
}

/** The bytes of attachments, by their ids. */
export async function attachedBytes(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await db.selectFrom('attachmentFile').select(['id', 'bytes']).where(among('id', ids)).execute()
  return new Map(rows.map(({ id, bytes }) => [id, bytes]))
}

/** 最高学历学位: the in-service one where it is at least as high. */
export function highestEducation(c: Pick<Cadre, 'fullTimeEducation' | 'fullTimeDegree' | 'inServiceEducation' | 'inServiceDegree'>): string {
  const level = (text: string | null) => steps.findIndex(step => text?.includes(step))
  const inService = c.inServiceEducation !== null && (c.fullTimeEducation === null || orLast(level(c.inServiceEducation)) <= orLast(level(c.fullTimeEducation)))
  const [education, degree] = inService ? [c.inServiceEducation, c.inServiceDegree] : [c.fullTimeEducation, c.fullTimeDegree]
  return [education, degree].filter(Boolean).join(' ')
}

const steps = ['研究生', '大学', '本科', '大专', '专科', '中专', '高中', '初中']
const orLast = (index: number): number => (index < 0 ? steps.length : index)
