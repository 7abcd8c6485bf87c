import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { cadresApi } from '../../../shared/api/cadres.ts'
import { cadre } from '../../../shared/domain/cadre.ts'
import { posting, stepDown, talentPool } from '../../../shared/domain/cadre-growth.ts'
import { postHolding } from '../../../shared/domain/post.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import type { Fields, RecordType, Stored } from '../../../shared/records/record.ts'
import { retiresOn } from '../../../shared/rules/cadre-findings.ts'
import { ageOn } from '../../../shared/rules/days.ts'
import { kindOfBytes } from '../../../shared/rules/file-kind.ts'
import { isPhotoShape, photoLimitKb } from '../../../shared/rules/sheet-photo.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { poolsOn } from '../../cadres/pools.ts'
import { highestEducation, peopleOf, wholeCadres } from '../../cadres/read.ts'
import { among } from '../../db/among.ts'
import { pictureIn } from '../../files/picture.ts'
import { anyDb } from '../../records/find.ts'
import { parametersIn } from '../../records/parameters.ts'
import { fromRow } from '../../records/rows.ts'
import { checksOf, saveCheck } from './archive.ts'
import { postBoard } from './posts.ts'
import { saveCadre } from './save.ts'

/** A picture as a camera makes it; what is kept is a twentieth of it. */
const pictureLimitMb = 20

export const cadreHandlers: Handlers<keyof typeof cadresApi> = {
  async 'cadre.facts'({ db, today }, { ids }) {
    const rows = await db.selectFrom('cadre').selectAll().where(among('id', ids)).execute()
    const people = await peopleOf(
      db,
      rows.map(row => row.personId),
    )
    const pools = await poolsOn(db, today)
    const parameters = await parametersIn(db)
    return rows.flatMap(row => {
      const known = people.get(row.personId)
      if (!known) return []
      const { idNumber: _, ...person } = known
      const record = fromRow(cadre, row)
      return [
        {
          ...person,
          cadreId: row.id,
          education: highestEducation(record),
          retires: retiresOn(record, person, parameters, today),
          pools: pools.get(row.personId) ?? [],
        },
      ]
    })
  },

  async 'cadre.among'({ db, today }, { pools, ages }) {
    const inPool = await poolsOn(db, today)
    const rows = await db
      .selectFrom('cadre as c')
      .innerJoin('person as p', 'p.id', 'c.personId')
      .select(['c.id', 'c.personId', 'p.bornOn'])
      .where('c.voidedAt', 'is', null)
      .execute()
    return rows
      .filter(({ personId, bornOn }) => {
        if (pools.length > 0 && !pools.some(pool => inPool.get(personId)?.includes(pool))) return false
        if (ages.length === 0) return true
        const age = bornOn === null ? -1 : ageOn(bornOn, today)
        return ages.some(([from, until]) => age >= from && age <= until)
      })
      .map(({ id }) => id)
  },

  async 'cadre.get'({ db, today }, asked) {
    const found = db.selectFrom('cadre').select(['id', 'personId']).where('voidedAt', 'is', null)
    const row = await (asked.cadreId === undefined ? found.where('personId', '=', asked.personId ?? '') : found.where('id', '=', asked.cadreId))
      .limit(1)
      .executeTakeFirst()
    const personId = row?.personId ?? asked.personId
    const known = personId === undefined ? undefined : (await peopleOf(db, [personId])).get(personId)
    if (personId === undefined || !known) throw new AppError('record.notFound', { label: asked.cadreId === undefined ? '人员' : cadre.label })
    const { idNumber: _, ...person } = known
    const [whole] = row ? await wholeCadres(db, [row.id]) : []
    return {
      record: whole?.record ?? null,
      person,
      retires: whole ? retiresOn(whole.record, person, await parametersIn(db), today) : null,
      resume: [...(whole?.resume ?? [])],
      family: [...(whole?.family ?? [])],
      grades: [...(whole?.grades ?? [])],
      rewards: [...(whole?.rewards ?? [])],
      photo: whole?.photo ? Buffer.from(whole.photo).toString('base64') : null,
      holdings: await recordsOf(db, postHolding, personId, 'startsOn'),
      pools: (
        await db.selectFrom('talentPool').selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).orderBy('enteredOn', 'desc').execute()
      ).map(p => fromRow(talentPool, p)),
      postings: (
        await db.selectFrom('posting').selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).orderBy('startsOn', 'desc').execute()
      ).map(p => fromRow(posting, p)),
      stepDowns: (
        await db.selectFrom('stepDown').selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).orderBy('decidedOn', 'desc').execute()
      ).map(p => fromRow(stepDown, p)),
      checks: await checksOf(db, personId),
    }
  },

  'cadre.save': saveCadre,

  async 'cadre.openPicture'({ tokens }, { file }) {
    const path = tokens.pathOf(file)
    const name = basename(path)
    const bytes = await pictureAt(path, name)
    const found = kindOfBytes(bytes)
    if (found.kind !== 'image') throw new AppError('file.unreadable', { name, why: '不是 JPEG、PNG、GIF、BMP 或 WebP 图片' })
    return { name, type: found.type, data: Buffer.from(bytes).toString('base64') }
  },

  async 'cadre.setPhoto'({ store, db }, { cadreId, version, data }) {
    const bytes = Buffer.from(data, 'base64')
    const [found, picture] = [kindOfBytes(bytes), pictureIn(bytes)]
    if (found.kind !== 'image' || found.type !== 'image/jpeg') throw refuse('data', 'notJpeg', '照片应为 JPEG')
    if (!picture) throw refuse('data', 'broken', '照片不完整，请重新选取')
    if (!isPhotoShape(picture)) throw refuse('data', 'shape', `照片 ${picture.width}×${picture.height}，宽高应为 4:5`)
    if (bytes.length > photoLimitKb * 1024) throw refuse('data', 'tooLarge', `照片不能大于 ${photoLimitKb} KB`)
    const before = store.getUnchanged(cadre, cadreId, version)
    const name = (await peopleOf(db, [before.personId])).get(before.personId)?.name ?? '照片'
    return { version: store.update(cadre, before, { photo: store.attach({ name: `${name}.jpg`, bytes }) }).version }
  },

  'post.board': postBoard,
  'archive.save': saveCheck,
}

/** The living records of a type about one person, the latest first. */
async function recordsOf<F extends Fields>(db: ReadScope['db'], type: RecordType<F>, personId: string, by: keyof F & string): Promise<Stored<F>[]> {
  const rows = await anyDb(db).selectFrom(type.name).selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).orderBy(by, 'desc').execute()
  return rows.map(row => fromRow(type, row))
}

async function pictureAt(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > pictureLimitMb * 1024 * 1024) throw new AppError('file.tooLarge', { name, limitMb: pictureLimitMb })
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file.unreadable', { name, why: '文件不在，或没有读取的权限' })
  }
}
