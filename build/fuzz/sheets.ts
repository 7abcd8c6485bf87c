import fc from 'fast-check'
import { readSheet } from '../../main/files/lrmx/read.ts'
import { writeLrmx } from '../../main/files/lrmx/lrmx.ts'
import { Unreadable } from '../../main/files/zip.ts'
import { emptySheet } from '../../shared/domain/appointment-sheet.ts'
import { readResume, resumeFindings } from '../../shared/rules/resume.ts'
import { sheetWarnings } from '../../shared/rules/sheet-limits.ts'
import { jpegLike } from '../pictures.ts'
import { damaged, damages } from './bytes.ts'
import type { Bench } from './office.ts'
import { type Effort, trial, type Verdict } from './trial.ts'

const photo = jpegLike({ body: 2000 })
const sheet = {
  ...emptySheet,
  name: '赵一鸣',
  sex: '男',
  born: '198503',
  joined: '200108；民建',
  resume: '2004.09--2008.07  某大学学习\n2008.07--         某单位科员\n                  （其间：2016.03--2016.07某党校学习）',
  family: [{ relation: '妻子', name: '钱二', born: '198611', politics: '群众', work: '某企业 & 某厂' }],
  photo,
}
const lrmx = Buffer.from(writeLrmx(sheet))
const lrm = Buffer.from(
  Array.from({ length: 33 }, (_, i) => (i >= 20 && i <= 24 ? '"妻子@父亲@"' : i === 17 ? `"${sheet.resume}"` : `"第${i}项，有逗号"`)).join(','),
)

/** Markup that is well-formed or nearly, and is no sheet. */
const markup = fc.constantFrom(
  '<Person/>',
  '<Person><JiaTingChengYuan><Item/></JiaTingChengYuan></Person>',
  '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;&b;">]><Person><XingMing>&d;</XingMing></Person>',
  `<Person>${'<JianLi>'.repeat(30_000)}`,
  `<Person>${'<JianLi/>'.repeat(90_000)}</Person>`,
  `<Person>${'<!--'.repeat(90_000)}</Person>`,
  `<Person>${'<![CDATA['.repeat(90_000)}</Person>`,
  `<Person ${'a="1" '.repeat(90_000)}/>`,
  `<Person><JianLi>${'&#x'.repeat(200_000)}</JianLi></Person>`,
  `<Person><JianLi>${'2004.09--'.repeat(100_000)}</JianLi></Person>`,
  `<Person><JianLi>${'（其间：\n'.repeat(100_000)}</JianLi></Person>`,
  `<Person><ZhaoPian>${'/9j/'.repeat(500_000)}</ZhaoPian></Person>`,
  `<Person><ZhaoPian>${'/9j/'.repeat(500_000)}`,
  `"${'","'.repeat(200_000)}"`,
  `"${'@'.repeat(500_000)}"`,
)
const inputs: fc.Arbitrary<Buffer> = fc.oneof(
  { arbitrary: damages.map(done => damaged(lrmx, done)), weight: 60 },
  { arbitrary: damages.map(done => damaged(lrm, done)), weight: 30 },
  { arbitrary: fc.tuple(markup, fc.option(damages)).map(([text, done]) => (done ? damaged(Buffer.from(text), done) : Buffer.from(text))), weight: 3 },
  { arbitrary: fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes)), weight: 5 },
)

/** 任免表文件, damaged or none at all: refused with the reason, or read, and then what is written of it reads the same. */
export async function fuzzSheets(_bench: Bench, effort: Effort): Promise<Verdict> {
  return trial('sheets', effort, inputs, async bytes => {
    try {
      const read = readSheet(bytes, bytes)
      sheetWarnings(read)
      resumeFindings(readResume(read.resume).periods, '2026-11')
      const { original: _before, unread: _said, ...values } = read
      const { original: _after, unread: _again, ...again } = readSheet(writeLrmx(read))
      if (JSON.stringify({ ...again, version: null }) !== JSON.stringify({ ...values, version: null }))
        throw new Error('written and read again it says something else')
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause
    }
  })
}
