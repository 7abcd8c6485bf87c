import { expect, test } from 'vitest'
import { records } from '../../shared/domain/index.ts'
import { closedText, integrityFile } from '../../shared/forms/supervision/integrity-file.ts'
import { type SecretClass, secretClassNames } from '../../shared/records/secrecy.ts'
import { createTestApp, password } from '../support/app.ts'
import { idNumberOf, smallOffice } from '../support/office.ts'
import { as, enterAs, officeOfAll } from '../support/roles.ts'
import { draftOf } from '../support/sample.ts'

/** A cadre with something in every register; the office's day is 2026-11-23. */
async function office(granted: readonly SecretClass[] = secretClassNames) {
  const t = await smallOffice({ granted: secretClassNames })
  const { add, call } = t
  const gao = await t.member({ name: '高志远' })
  const other = await t.member({ name: '程雅琴', organizationId: t.second })
  const family = [{ number: 1, relation: '妻子', name: '沈听澜', born: '1982-03', politics: '群众', work: '临江市第一中学' }]
  const cadreId = await add('cadre', { personId: gao, currentPost: '教务处处长', level: 'middleChief', unit: '教务处' })
  await call('cadre.save', { cadreId, version: 1, lines: { family, grades: [{ year: 2025, grade: 'excellent', remark: null }] } })
  await add('cadre', { personId: other, currentPost: '学生处副处长' })
  await add('personalReport', { personId: gao, kind: 'annual', year: 2025, submittedOn: '2026-01-20' })
  await add('sanction', { personId: gao, kind: 'partyWarning', approvedOn: '2026-03-10', document: '纪〔2026〕3 号' })
  await add('admonition', { personId: gao, kind: 'remind', category: 'duty', problem: '两项工作落后', executedOn: '2026-05-20' })
  await add('oversightMatter', { personId: gao, method: 'audit', foundOn: '2026-06-01', category: 'integrity', problem: '三笔接待没有公函' })
  const letter = { source: 'letter', nature: 'accusation', named: false, subjectName: '高志远', personId: gao, category: 'style', content: '态度差' }
  await add('petition', { ...letter, number: '信1', receivedOn: '2026-02-01', closedOn: '2026-03-01', finding: 'false', result: '反映不实' })
  await add('petition', { ...letter, number: '信2', receivedOn: '2026-11-01' })
  await add('talk', { personId: gao, talkedOn: '2026-04-02', occasion: 'integrity', talker: '纪委书记', matter: '廉政提醒' })
  if (granted.length < secretClassNames.length) await t.regrant(granted)
  const sections = async () => Object.fromEntries((await call('integrity.get', { personId: gao })).sections.map(section => [section.key, section] as const))
  return { ...t, gao, other, sections }
}
const saysOf = (section: { readonly entries: readonly { on: string; what: string; says: string }[] } | undefined) =>
  section?.entries.map(({ on, what, says }) => `${on} ${what}：${says}`)

test('the file is assembled from the registers: a letter says something once it was looked into, a sanction with its 影响期', async () => {
  const { sections, call, gao } = await office()
  const found = await sections()
  expect(saysOf(found['personal'])).toEqual(['2026-01-20 2025 年年度报告：2026-01-20 交'])
  expect(saysOf(found['sanctions'])).toEqual(['2026-03-10 党内警告；纪〔2026〕3 号：2026-03-10 至 2027-03-09；在影响期；2027-03-10 起可提拔'])
  expect(saysOf(found['admonitions'])).toEqual(['2026-05-20 提醒 · 履行职责：两项工作落后'])
  expect(saysOf(found['findings'])).toEqual(['2026-06-01 经济责任审计 · 廉洁自律：三笔接待没有公函；整改没有完成'])
  expect(saysOf(found['petitions'])).toEqual(['2026-03-01 信1 · 作风问题：不属实；反映不实'])
  expect(saysOf(found['family'])).toEqual(['1982-03 妻子 沈听澜：群众；临江市第一中学'])
  expect(saysOf(found['grades'])).toEqual(['2025 优秀：'])
  expect(saysOf(found['talks'])).toEqual(['2026-04-02 廉政谈话：谈话人 纪委书记；廉政提醒'])
  const { facts, person } = await call('integrity.get', { personId: gao })
  expect(person).toMatchObject({ name: '高志远', organization: '教务处', post: '教务处处长' })
  expect(Object.fromEntries(facts)['职务层次']).toBe('中层正职')
  expect(Object.values(found).flatMap(({ closed }) => closed)).toEqual([])
})

test('of a class that was not granted the file says that and no more, whether there is anything or not', async () => {
  const { sections, other, call } = await office(['integrity', 'admonition'])
  const found = await sections()
  for (const key of ['personal', 'matters', 'findings', 'petitions']) expect([key, found[key]?.shut, found[key]?.entries]).toEqual([key, true, []])
  expect(found['sanctions']).toMatchObject({ shut: false, entries: [], closed: ['处分和组织处理'] })
  expect(found['admonitions']).toMatchObject({ shut: false, closed: [], entries: [{ on: '2026-05-20' }] })
  const without = (await call('integrity.get', { personId: other })).sections
  for (const { key, shut, closed } of without) expect([key, shut, closed]).toEqual([key, found[key]?.shut, found[key]?.closed])
})

test('who has no grant of this class opens neither the list nor a file nor its print', async () => {
  const { call, gao } = await office(['sanction', 'admonition', 'petition', 'oversight', 'personalReport'])
  const refused = { code: 'session.forbidden' }
  await expect(call('integrity.list', { year: 2026 })).rejects.toMatchObject(refused)
  await expect(call('integrity.get', { personId: gao })).rejects.toMatchObject(refused)
  await expect(call('forms.preview', { form: 'integrityFile', params: { personIds: [gao] } })).rejects.toMatchObject(refused)
})

test('nobody opens his own file nor a relative’s, nor finds them in the list; the refusal says why', async () => {
  const { call, gao, member, add } = await office()
  const self = await member({ name: '经办人' })
  await add('cadre', { personId: self })
  await call('lobby.lock', {})
  await as(call, '经办人', password)
  await expect(call('integrity.get', { personId: self })).rejects.toMatchObject({ code: 'record.own' })
  await expect(call('forms.preview', { form: 'integrityFile', params: { personIds: [gao, self] } })).rejects.toMatchObject({ code: 'record.own' })
  expect((await call('integrity.list', { year: 2026 })).rows.map(({ name }) => name)).not.toContain('经办人')
})

test('年度更新: once a file was gone through, 今日待办 asks for those of the year that were not, and stops when all were', async () => {
  const { call, add, gao, other, regrant } = await office()
  const due = async () => (await call('due.list', {})).items.filter(({ source }) => source === 'integrityReview').map(({ title, dueOn }) => `${dueOn} ${title}`)
  expect(await due()).toEqual([])
  const review = (personId: string, year: number) => add('integrityReview', { personId, year, reviewedOn: `${year}-12-10`, reviewedBy: '干部监督科' })
  await review(gao, 2025)
  expect(await due()).toEqual(['2025-12-31 2025 年廉政档案更新：1 人'])
  await review(other, 2025)
  expect(await due()).toEqual([])
  const lines = async () => (await call('integrity.list', { year: 2026, pending: true })).rows.map(({ name, before }) => [name, before])
  expect(await lines()).toEqual(expect.arrayContaining([['高志远', 2025]]))
  await add('integrityReview', { personId: gao, year: 2026, reviewedOn: '2026-11-20', reviewedBy: '干部监督科' })
  expect((await lines()).map(([name]) => name)).toEqual(['程雅琴'])
  await regrant([])
  expect(await due()).toEqual([])
})

test('查阅: nothing is handed out before it was approved, and what was lent is asked back', async () => {
  const { call, add, gao } = await office()
  const asked = { personId: gao, askedOn: '2026-11-10', askedBy: '韩立新', purpose: '核实问题', way: 'borrow', usedOn: '2026-11-12', returnBy: '2026-11-20' }
  await expect(add('integrityAccess', asked)).rejects.toMatchObject({ code: 'input.invalid' })
  await add('integrityAccess', { ...asked, approvedBy: '部长', approvedOn: '2026-11-11' })
  expect((await call('due.list', {})).items.filter(({ source }) => source === 'integrityAccess').map(({ title, state }) => [title, state])).toEqual([
    ['廉政档案归还：高志远，核实问题', 'overdue'],
  ])
  expect((await call('integrity.list', { year: 2026 })).rows.find(({ id }) => id === gao)?.out).toBe(true)
})

test('every opening leaves a line about that person, which the file shows to who may open it; the three administrators see none of it', async () => {
  const { call: first, office: folder } = await officeOfAll()
  await enterAs(first, 'clerk')
  const draft = draftOf(records.person, { name: '高志远', idNumber: idNumberOf(1), category: 'full' })
  const gao = String((await first('records.create', { type: 'person', draft })).id)
  await first('lobby.lock', {})
  const { call } = await createTestApp({ from: folder, granted: ['integrity'] })
  expect((await call('integrity.get', { personId: gao })).looks).toEqual([])
  await call('forms.preview', { form: 'integrityFile', params: { personIds: [gao] } })
  expect((await call('integrity.get', { personId: gao })).looks.map(({ actor }) => actor)).toEqual(['经办人', '经办人'])
  await enterAs(call, 'auditor')
  expect(JSON.stringify(await call('audit.list', {}))).not.toMatch(/廉政档案|supervision\.integrity/)
})

test('the print has what the screen has, with a text behind it', async () => {
  const { call, gao } = await office(['integrity', 'sanction'])
  const props = integrityFile.props.parse((await call('forms.preview', { form: 'integrityFile', params: { personIds: [gao] } })).props)
  const text = JSON.stringify(integrityFile.writtenOf(props))
  expect(text).toContain('党内警告')
  expect(text).toContain(closedText)
  expect(text).not.toContain('两项工作落后')
  expect(props.watermark).toContain('经办人')
})
