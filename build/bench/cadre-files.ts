import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeLrmx } from '../../main/files/lrmx/lrmx.ts'
import { readSheet } from '../../main/files/lrmx/read.ts'
import { type AppointmentSheet, emptySheet } from '../../shared/domain/appointment-sheet.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import { jpegLike } from '../pictures.ts'
import { type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { copyOf, officeOf, openOffice } from './offices.ts'

const files = 1000
/** As large as the photos that the official editor makes. */
const photoBytes = 30_000

/**
 * 1,000 `.lrmx` of people whom the roster has, into an office without 干部信息: read, matched, laid beside what is kept, written with résumé, family,
 * rewards and photo, audited. Its floor is reading and parsing the same files and nothing else.
 */
export const cadreImport: Figure = {
  name: 'cadre.import',
  async measure({ quick, say }) {
    const { folder: office, remove } = copyOf(await officeOf({ scale: 'college', years: 1 }, say))
    const folder = join(office, 'lrmx')
    mkdirSync(folder)
    for (let i = 0; i < files; i++) writeFileSync(join(folder, `${i}.lrmx`), writeLrmx(sheetOf(i)))
    const first = await openOffice(office)
    for (let i = 0; i < files; i++) await first.call('records.create', { type: 'person', draft: personOf(i) })
    await first.close()
    const imported = async () => {
      const copy = copyOf(office)
      const { call, tokens, close } = await openOffice(copy.folder)
      const sources = [tokens.offer(folder)]
      const ms = await timed(async () => {
        const { counts } = await call('cadre.importFiles', { sources, job: 'bench' })
        assert.equal(counts.created, files)
      })
      await close()
      copy.remove()
      return ms
    }
    const parsed = () =>
      timed(async () => {
        for (const name of readdirSync(folder)) assert.ok(readSheet(await readFile(join(folder, name))).photo)
      })
    const result = times('cadre.import', await compare(quick ? 3 : 7, imported, parsed), 3)
    remove()
    return [result]
  },
}

function numberOf(i: number): string {
  const first17 = `1101051979${String((i % 12) + 1).padStart(2, '0')}15${String(i).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

const personOf = (i: number) => ({ name: `干部${i}`, idNumber: numberOf(i), category: 'outside', leader: false })

function sheetOf(i: number): AppointmentSheet {
  const photo = jpegLike({ body: photoBytes, seed: i })
  const born = `1979${String((i % 12) + 1).padStart(2, '0')}`
  return {
    ...emptySheet,
    name: `干部${i}`,
    sex: Number(numberOf(i)[16]) % 2 === 1 ? '男' : '女',
    born,
    nation: '汉族',
    nativePlace: '某省某市',
    birthPlace: '某省某县',
    joined: '200806',
    startedWork: '200207',
    health: '健康',
    speciality: '公文写作',
    fullTime: { level: '大学', degree: '管理学学士', levelSchool: '某某大学公共管理学院行政管理专业', degreeSchool: null },
    currentPost: '某单位办公室副主任',
    resume:
      '1998.09--2002.07  某某大学公共管理学院行政管理专业学习\n2002.07--2008.07  某单位科员\n2008.07--2015.03  某单位副主任科员\n2015.03--         某单位办公室副主任\n                  （其间：2016.03--2016.07某党校学习）',
    rewards: '2019.06被评为优秀党员',
    yearGrades: '2023年、2024年、2025年年度考核均为称职。',
    family: ['父亲', '母亲', '妻子', '儿子'].map(relation => ({ relation, name: `家属${i}`, born: '198611', politics: '群众', work: '某企业职员' })),
    idNumber: i % 2 === 0 ? numberOf(i) : null,
    photo,
  }
}
