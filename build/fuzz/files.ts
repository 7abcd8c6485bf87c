import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { readWorkbook } from '../../main/files/workbook.ts'
import { tableWorkbook } from '../../main/files/table-workbook.ts'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { AppError } from '../../shared/errors.ts'
import { users } from '../demo/office.ts'
import { damaged, damages } from './bytes.ts'
import type { Bench } from './office.ts'
import { type Effort, trial, type Verdict } from './trial.ts'

const headings = ['姓名', '公民身份号码', '所在党支部', '人员类别', '入党时间']
const rows = [
  ['李四', '350525197212059431', '机关第一党支部', '正式党员', '1995-07-01'],
  ['王五', '320102199301264784', '机关第一党支部', '正式党员', '2015年6月'],
  ['赵六', '', '没有这个支部', '', '去年'],
]

/** XML that is not what a sheet should be. */
const wrongXml = fc.constantFrom(
  '',
  '<',
  '<worksheet',
  '<worksheet><sheetData><row r="1048577"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
  '<worksheet><sheetData><row r="999999999"><c r="ZZZZZZ9"><v>1</v></c></row></sheetData></worksheet>',
  '<worksheet><sheetData><row><c t="s"><v>-1</v></c><c t="s"><v>1e9</v></c><c t="e"><v>#REF!</v></c></row></sheetData></worksheet>',
  '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
  '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;&b;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&d;</t></is></c></row></sheetData></worksheet>',
  `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(2000)}`,
  `<worksheet>${'<a>'.repeat(20_000)}`,
  '\ufeff<html><table><tr><td>1</td></tr></table></html>',
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
)

type Treatment = (workbook: Buffer) => Buffer

/** Bytes damaged; a part damaged inside a zip that is whole; a part replaced. */
const treatment: fc.Arbitrary<Treatment> = fc.oneof(
  {
    arbitrary: damages.map(
      (done): Treatment =>
        file =>
          damaged(file, done),
    ),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(fc.nat(), damages).map(
      ([which, done]): Treatment =>
        file =>
          withPart(file, which, part => damaged(part, done)),
    ),
    weight: 4,
  },
  {
    arbitrary: fc.tuple(fc.nat(), wrongXml).map(
      ([which, xml]): Treatment =>
        file =>
          withPart(file, which, () => strToU8(xml)),
    ),
    weight: 2,
  },
)

function withPart(file: Buffer, which: number, change: (part: Buffer) => Uint8Array): Buffer {
  const parts = unzipSync(file)
  const names = Object.keys(parts)
  const name = names[which % names.length] ?? ''
  return Buffer.from(zipSync({ ...parts, [name]: new Uint8Array(change(Buffer.from(parts[name] ?? []))) }, { level: 1 }))
}

const foreseen = ['file.unreadable', 'file.tooLarge', 'file.legacyXls']

/** The reader of workbooks, and at every tenth input the whole import: what is refused has written nothing. */
export async function fuzzWorkbooks(bench: Bench, effort: Effort): Promise<Verdict> {
  await bench.enter('clerk')
  const whole = Buffer.from(await tableWorkbook({ name: '花名册', columns: headings.map(heading => ({ heading, width: 16 })), rows }))
  const path = join(bench.papers, '花名册.xlsx')
  const file = bench.tokens.offer(path)
  return trial('workbooks', effort, fc.tuple(treatment, fc.nat(9)), async ([treat, tenth]) => {
    writeFileSync(path, treat(whole))
    await readWorkbook(path).catch(cause => {
      if (!(cause instanceof AppError) || !foreseen.includes(cause.code)) throw cause
    })
    if (tenth > 0) return
    const before = bench.lines()
    const input = { kind: 'people', file, job: 'fuzz' }
    const looked = await bench.app.call('import.preview', input)
    if (bench.lines() !== before) throw new Error('a preview has written')
    const written = await bench.app.call('import.write', input)
    for (const reply of [looked, written])
      if (!reply.ok && reply.error.code === 'internal') throw new Error(`unforeseen: ${String(bench.incidents.at(-1)).slice(0, 600)}`)
    if (!written.ok && bench.lines() !== before) throw new Error(`refused with ${written.error.code}, and written`)
  })
}

/** One of the key files or both, damaged: it opens all the same, or says that the key file is damaged. */
export async function fuzzKeyFiles(bench: Bench, effort: Effort): Promise<Verdict> {
  const { keys, keysCopy } = officeFiles(bench.office)
  const whole = readFileSync(keys)
  const restore = () => [keys, keysCopy].forEach(path => writeFileSync(path, whole))
  try {
    return await trial('key files', effort, fc.tuple(damages, fc.option(damages)), async ([first, second]) => {
      restore()
      await bench.call('lobby.lock', {})
      const spoiled = damaged(whole, first)
      writeFileSync(keys, spoiled)
      if (second) writeFileSync(keysCopy, damaged(whole, second))
      const status = await bench.app.call('lobby.status', {})
      if (!status.ok) throw new Error(`lobby.status: ${status.error.code}`)
      const reply = await bench.app.call('lobby.unlock', { user: users.clerk, password: bench.password })
      if (reply.ok) {
        if (!readFileSync(keys).equals(readFileSync(keysCopy))) throw new Error('open, and the two files differ')
        return
      }
      if (!second) throw new Error(`the copy was whole, and still: ${reply.error.code}`)
      if (reply.error.code !== 'office.damaged') throw new Error(`unlock: ${reply.error.code} ${String(bench.incidents.at(-1))}`)
    })
  } finally {
    restore()
  }
}
