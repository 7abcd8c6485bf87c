import type { IntegrityFile, IntegrityRow, IntegritySection } from '../../shared/api/integrity.ts'
import { cadreLevels } from '../../shared/domain/cadre-words.ts'
import { records } from '../../shared/domain/index.ts'
import { integritySections } from '../../shared/domain/integrity-sections.ts'
import { opensType, wholeOffice } from '../../shared/domain/ownership.ts'
import { AppError } from '../../shared/errors.ts'
import { keysOf } from '../../shared/records/keys.ts'
import type { ReadScope } from '../app/scopes.ts'
import { wholeCadres } from '../cadres/read.ts'
import { among } from '../db/among.ts'
import { subtreeIds } from '../records/subtree.ts'
import { integrityParts } from './integrity-sections.ts'

type Scope = Pick<ReadScope, 'db' | 'today' | 'extent'>

/** 干部 who are managed, in the order of the roster of cadres, with how far their files are in a year; not the user himself nor his relatives. */
export async function integrityRows({ db, today, extent = wholeOffice }: Scope, year: number, organizationId?: string): Promise<readonly IntegrityRow[]> {
  const own = new Set(extent.own)
  let asked = db
    .selectFrom('cadre as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .leftJoin('organization as o', 'o.id', 'p.organizationId')
    .select(['p.id', 'p.name', 'o.name as organization', 'c.unit', 'c.currentPost', 'c.level'])
    .where('c.voidedAt', 'is', null)
    .where(row => row.or([row('c.leftOn', 'is', null), row('c.leftOn', '>', today)]))
  if (organizationId !== undefined) asked = asked.where(among('p.organizationId', await subtreeIds(db, organizationId)))
  const cadres = await asked.orderBy('c.number').orderBy('p.nameOrder').orderBy('p.id').execute()
  const reviews = await db
    .selectFrom('integrityReview')
    .select(['personId', 'year', 'reviewedOn', 'reviewedBy'])
    .where('voidedAt', 'is', null)
    .where('year', '<=', year)
    .orderBy('year')
    .execute()
  const byPerson = Map.groupBy(reviews, ({ personId }) => personId)
  const lent = await db
    .selectFrom('integrityAccess')
    .select('personId')
    .where('voidedAt', 'is', null)
    .where('way', '=', 'borrow')
    .where('usedOn', 'is not', null)
    .where('returnedOn', 'is', null)
    .execute()
  const out = new Set(lent.map(({ personId }) => personId))
  return cadres
    .filter(({ id }) => !own.has(id))
    .map(({ id, name, organization, unit, currentPost, level }) => {
      const of = byPerson.get(id) ?? []
      const now = of.find(one => one.year === year)
      return {
        id,
        name,
        organization: unit ?? organization ?? '',
        post: currentPost ?? '',
        level: level === null ? '' : cadreLevels[level],
        reviewedOn: now?.reviewedOn ?? null,
        reviewedBy: now?.reviewedBy ?? null,
        before: of.findLast(one => one.year < year)?.year ?? null,
        out: out.has(id),
      }
    })
}

/** 廉政档案 of one person. Of oneself and one's relatives, and of who is not seen, there is none: 回避. */
export async function integrityFileOf({ db, today, extent = wholeOffice }: Scope, personId: string): Promise<IntegrityFile> {
  const person = await db
    .selectFrom('person as p')
    .leftJoin('organization as o', 'o.id', 'p.organizationId')
    .select(['p.id', 'p.name', 'p.sex', 'p.bornOn', 'p.nation', 'p.nativePlace', 'p.joinedOn', 'p.workPost', 'o.name as organization'])
    .where('p.id', '=', personId)
    .where('p.voidedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!person) throw new AppError('record.notFound', { label: '廉政档案' })
  if (extent.own.includes(personId)) throw new AppError('record.own', { label: '廉政档案' })
  const kept = await db.selectFrom('cadre').select('id').where('personId', '=', personId).where('voidedAt', 'is', null).execute()
  const [sheet] = await wholeCadres(
    db,
    kept.map(({ id }) => id),
  )
  const ground = { db, today, personId, sheet }
  const sections: IntegritySection[] = []
  for (const key of keysOf(integritySections)) {
    const { of, gather } = integrityParts[key]
    const closed = of.filter(name => !opensType(extent, name))
    const shut = closed.length === of.length
    sections.push({ key, shut, closed: closed.map(name => records[name].label), entries: shut ? [] : [...(await gather(ground))] })
  }
  const record = sheet?.record
  const post = record?.currentPost ?? person.workPost ?? ''
  const organization = record?.unit ?? person.organization ?? ''
  return {
    person: { id: person.id, name: person.name, organization, post },
    facts: [
      ['性别', person.sex === null ? '' : person.sex === 'male' ? '男' : '女'],
      ['出生年月', month(person.bornOn)],
      ['民族', person.nation ?? ''],
      ['籍贯', person.nativePlace ?? ''],
      ['入党时间', month(person.joinedOn)],
      ['参加工作', month(record?.startedWork ?? null)],
      ['所在党组织', person.organization ?? ''],
      ['现任职务', post],
      ['职务层次', record?.level ? cadreLevels[record.level] : ''],
      ['任现职务', record?.postSince ?? ''],
      ['管理权限', record?.managedBy ?? ''],
      ['健康状况', record?.health ?? ''],
    ],
    sections,
    reviews: (
      await db
        .selectFrom('integrityReview')
        .select(['id', 'year', 'reviewedOn', 'reviewedBy', 'changes'])
        .where('personId', '=', personId)
        .where('voidedAt', 'is', null)
        .orderBy('year', 'desc')
        .execute()
    ).map(review => ({ ...review, changes: review.changes ?? '' })),
    accesses: (
      await db
        .selectFrom('integrityAccess')
        .select(['id', 'askedOn', 'askedBy', 'purpose', 'approvedBy', 'usedOn', 'returnedOn'])
        .where('personId', '=', personId)
        .where('voidedAt', 'is', null)
        .orderBy('askedOn', 'desc')
        .execute()
    ).map(({ approvedBy, usedOn, returnedOn, ...access }) => ({ ...access, approvedBy: approvedBy ?? '', usedOn: usedOn ?? '', returnedOn: returnedOn ?? '' })),
  }
}

const month = (day: string | null): string => (day === null ? '' : day.slice(0, 7).replace('-', '.'))
