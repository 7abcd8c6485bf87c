import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { tableWorkbook } from '../../main/files/table-workbook.ts'
import { caseColumns } from '../../main/imports/cases/columns.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import type { Bench } from './office.ts'
import { type Effort, trial, type Verdict } from './trial.ts'

const people = ['沈听澜', '霍景和', '钱思远'].map((name, i) => {
  const first17 = `1101051998031${i}11${i}`
  return { name, idNumber: first17 + checkCharacter(first17) }
})
const branch = '机关第一党支部'

/** What offices and machines write where a day, a name or a number is asked for. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    '—',
    '无',
    '待定',
    '同上',
    '0',
    '46000',
    '-1',
    '1e9',
    '2026.2.30',
    '2026-02-29',
    '99991231',
    '0001-01-01',
    '2200-12-31',
    '1900-01-01',
    '二〇二六年三月一日',
  ),
  fc.constantFrom(
    '2025.3',
    '2025年3月',
    '2025/3/31',
    '2025-03-31',
    '20250331',
    '2025.03.31至2025.04.02',
    '2025年3月31日（补）',
    '=1+1',
    '周敏、唐立',
    '周敏，唐立；何雨晴',
    '预备党员',
    '拟发展',
  ),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
)
const readable = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map(day => day.toISOString().slice(0, 10))
/** Most cells are blank or a day: a row full of nonsense is only refused. */
const cell = fc.oneof({ weight: 20, arbitrary: fc.constant('') }, { weight: 6, arbitrary: readable }, { weight: 1, arbitrary: odd })
const row = fc.tuple(fc.nat(people.length), fc.array(cell, { minLength: caseColumns.length, maxLength: caseColumns.length }))

/** A workbook of cases with anything in its cells: told by row or kept, never by halves, and every case can be shown afterwards. */
export async function fuzzCases(bench: Bench, effort: Effort): Promise<Verdict> {
  await bench.enter('clerk')
  const path = join(bench.papers, '发展党员.xlsx')
  const file = bench.tokens.offer(path)
  const put = async (headings: readonly string[], rows: readonly (readonly string[])[]) =>
    writeFileSync(path, await tableWorkbook({ name: '进度', columns: headings.map(heading => ({ heading, width: 12 })), rows }))
  await put(['党组织名称'], [[branch]])
  await bench.call('import.write', { kind: 'organizations', file, job: 'fuzz' })
  await put(
    ['姓名', '公民身份号码', '所在党支部', '人员类别'],
    people.map(({ name, idNumber }) => [name, idNumber, branch, '入党申请人']),
  )
  await bench.call('import.write', { kind: 'people', file, job: 'fuzz' })
  return trial('cases', effort, fc.tuple(fc.array(row, { minLength: 1, maxLength: 4 }), fc.boolean()), async ([rows, goodRows]) => {
    await put(
      caseColumns.map(({ field }) => field.label),
      rows.map(([who, cells]) =>
        caseColumns.map(({ name }, i) =>
          name === 'name' ? (people[who]?.name ?? '') : name === 'idNumber' ? (people[who]?.idNumber ?? '') : name === 'branch' ? '' : (cells[i] ?? ''),
        ),
      ),
    )
    const before = bench.lines()
    const looked = await bench.app.call('import.preview', { kind: 'cases', file, job: 'fuzz' })
    if (bench.lines() !== before) throw new Error('a preview has written')
    const written = await bench.app.call('import.write', { kind: 'cases', file, job: 'fuzz', goodRows })
    if (!written.ok && bench.lines() !== before) throw new Error(`refused with ${written.error.code}, and written`)
    const shown = await bench.app.call('case.list', { procedure: 'membership' })
    for (const reply of [looked, written, shown])
      if (!reply.ok && reply.error.code === 'internal') throw new Error(`unforeseen: ${String(bench.incidents.at(-1)).slice(0, 600)}`)
    const { rows: cases } = await bench.call('case.list', { procedure: 'membership' })
    for (const { id } of cases) await bench.call('case.get', { caseId: id })
  })
}
