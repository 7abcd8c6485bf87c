import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, onTestFinished, test } from 'vitest'
import { tableWorkbook } from '../../main/files/table-workbook.ts'
import { job } from '../support/backups.ts'
import { idNumberOf, smallOffice } from '../support/office.ts'
import { password } from '../support/app.ts'

const year = 2025

/** An office with what can be printed, and a temporary folder of its own that begins empty. */
async function office() {
  const t = await smallOffice()
  const temporary = join(t.folder, 'tmp')
  const out = join(t.folder, 'out')
  for (const folder of [temporary, out]) mkdirSync(folder)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = temporary
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  })
  const zhang = await t.member({ name: '张三丰', idNumber: idNumberOf(77) })
  await t.activity({}, { [zhang]: 24 })
  const to = (name: string) => t.tokens.offer(join(out, name))
  return { ...t, temporary, out, to, zhang }
}

test('printing, exporting, importing and backing up leave nothing but what was asked for: no temporary file, nothing beside the office', async () => {
  const { call, tokens, folder, temporary, out, to, zhang, office: place } = await office()
  const workbook = join(folder, '党员.xlsx')
  const columns = ['姓名', '公民身份号码', '所在党支部', '人员类别'].map(heading => ({ heading, width: 20 }))
  await writeFile(workbook, await tableWorkbook({ name: '表', columns, rows: [['李四', idNumberOf(78), '第一党支部', '正式党员']] }))
  await call('import.preview', { kind: 'people', file: tokens.offer(workbook), job })
  expect(await call('import.write', { kind: 'people', file: tokens.offer(workbook), job })).toMatchObject({ written: true })
  await call('forms.preview', { form: 'studySummary', params: { year } })
  await call('forms.print', { form: 'studySummary', params: { year }, job })
  await call('forms.pdf', { form: 'studyArchive', params: { year, personIds: [zhang] }, file: to('档案.pdf'), job })
  await call('forms.xlsx', { form: 'studySummary', params: { year }, file: to('统计表.xlsx') })
  await call('records.export', { type: 'person', file: to('党员.xlsx') })
  await call('forms.exportRegister', { file: to('登记.xlsx') })
  await call('backup.setFolder', { folder: tokens.offer(out) })
  const { name } = await call('backup.run', { job })
  await call('lobby.drill', { file: to(name), user: '经办人', secret: password, job })
  await call('lobby.lock', {})
  expect(readdirSync(temporary)).toEqual([])
  expect(readdirSync(out).toSorted()).toEqual(['党员.xlsx', '登记.xlsx', '档案.pdf', '统计表.xlsx', name].toSorted())
  // `done` is the mark of the office that tests are copied from.
  const beside = readdirSync(place).filter(file => file !== 'done')
  expect(beside.toSorted()).toEqual(['keys.copy.json', 'keys.json', 'office.db', 'office.lock'])
  // What lies there says nothing of anybody.
  for (const file of beside) expect(readFileSync(join(place, file)).includes('张三丰')).toBe(false)
})

test('the register of prints and exports says who took what, how many, when and where to; narrowed, and taken out with a line of its own', async () => {
  const { call, out, to, zhang } = await office()
  await call('forms.print', { form: 'studySummary', params: { year }, job })
  await call('forms.pdf', { form: 'studyArchive', params: { year, personIds: [zhang] }, file: to('档案.pdf'), job })
  await call('records.export', { type: 'person', file: to('名册.xlsx') })
  const all = await call('forms.register', {})
  expect(all.actors).toEqual(['经办人'])
  expect(all.rows).toMatchObject([
    { what: '人员清单', way: 'xlsx', folder: out, actor: '经办人', machine: '测试机', detail: '1 行，名册.xlsx' },
    { what: '党员个人学习档案', way: 'pdf', folder: out },
    { way: 'print', folder: null },
  ])
  const found = async (question: object) => (await call('forms.register', question)).rows.map(row => row.way)
  expect(await found({ way: 'pdf' })).toEqual(['pdf'])
  expect(await found({ search: '名册' })).toEqual(['xlsx'])
  expect(await found({ search: '100%' })).toEqual([])
  expect(await found({ actor: '管理员' })).toEqual([])
  expect(await found({ until: '2000-01-01' })).toEqual([])
  expect(await call('forms.exportRegister', { way: 'pdf', file: to('登记.xlsx') })).toEqual({ rows: 1 })
  const workbook = new Workbook()
  await workbook.xlsx.readFile(join(out, '登记.xlsx'))
  expect(workbook.worksheets[0]?.getCell('F3').value).toBe(out)
  expect((await call('forms.register', {})).rows[0]).toMatchObject({ what: '打印与导出登记', detail: '1 行，登记.xlsx', folder: out })
})
