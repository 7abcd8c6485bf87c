import { describe, expect, test } from 'vitest'
import { orderOf } from '../../main/policies/clauses.ts'
import { readWorkbook } from '../../main/files/workbook.ts'
import { policyTable } from '../../shared/forms/policy-table.ts'
import { serverKinds, servers } from '../../shared/serving.ts'
import { createTestApp } from '../support/app.ts'
import { smallOffice } from '../support/office.ts'
import { draftOf } from '../support/sample.ts'
import { records } from '../../shared/domain/index.ts'
import { join } from 'node:path'

type Caller = Pick<Awaited<ReturnType<typeof createTestApp>>, 'call'>

const mechanism = async ({ call }: Caller, id: string) => {
  const found = (await call('policies.coverage', {})).mechanisms.find(m => m.id === id)
  if (!found) throw new Error(`no mechanism ${id}`)
  return found
}

const documentNamed = async ({ call }: Caller, title: string) => {
  const found = (await call('policies.list', {})).find(p => p.title === title)
  if (!found) throw new Error(`no document ${title}`)
  return found
}

const clauseOf = async (t: Caller, title: string, code: string) => {
  const { id } = await documentNamed(t, title)
  const found = (await t.call('policies.clauses', { policyId: id })).find(c => c.code === code)
  if (!found) throw new Error(`no clause ${code}`)
  return found
}

const lasting = '长效机制文件意见'

describe('coverage', () => {
  test('gives all 178 mechanisms, and what nothing serves says so', async () => {
    const { mechanisms, totals } = await (await createTestApp()).call('policies.coverage', {})
    expect(mechanisms).toHaveLength(178)
    for (const m of mechanisms) expect(m.servedBy.length === 0, m.id).toBe(m.state === '尚无')
    expect(totals.正常 + totals.欠缺 + totals.未启用 + totals.尚无).toBe(178)
    expect(mechanisms.find(m => m.id === 'M106')).toMatchObject({ servedBy: [], state: '尚无', document: '完善党员教育管理机制思考' })
  })

  test('says 未启用 of a register without a record, and 正常 with the first', async () => {
    const t = await smallOffice()
    const before = await mechanism(t, 'M044')
    expect(before.servedBy).toContainEqual({ kind: 'record', name: 'studyNote', label: '学习笔记检查', inUse: false, short: 0 })
    expect(before.state).toBe('未启用')
    await t.add('studyNote', { personId: await t.member(), checkedOn: '2026-06-30', characters: 16_000 })
    expect((await mechanism(t, 'M044')).servedBy).toContainEqual(expect.objectContaining({ name: 'studyNote', inUse: true }))
  })

  test('a record that was voided is none', async () => {
    const t = await smallOffice()
    const id = await t.add('studyNote', { personId: await t.member(), checkedOn: '2026-06-30', characters: 16_000 })
    await t.call('records.void', { type: 'studyNote', id, version: 1, reason: '登记错了人' })
    expect((await mechanism(t, 'M044')).servedBy).toContainEqual(expect.objectContaining({ name: 'studyNote', inUse: false }))
  })

  test('a meeting of one kind puts no clause to use that asks for another', async () => {
    const t = await smallOffice()
    await t.add('activity', {
      name: '主题党日',
      kind: 'themeDay',
      organizationId: t.first,
      startsOn: '2026-06-30',
      endsOn: '2026-06-30',
      hours: 2,
      counts: true,
    })
    expect((await mechanism(t, 'M162')).servedBy).toContainEqual(expect.objectContaining({ kind: 'record', name: 'activity', inUse: true }))
    expect(await mechanism(t, 'M110')).toMatchObject({ state: '未启用' })
    await t.add('activity', {
      name: '培训班',
      kind: 'activistClass',
      organizationId: t.top,
      startsOn: '2026-06-30',
      endsOn: '2026-06-30',
      hours: 8,
      counts: true,
    })
    expect(await mechanism(t, 'M110')).toMatchObject({ state: '正常' })
  })

  test('a clause linked to a quota counts those who are short of it now, the near among them, the exempt not', async () => {
    const t = await smallOffice()
    const [done, behind, near] = [await t.member(), await t.member(), await t.member()]
    await t.member({ exemptReason: '长期患病' })
    await t.activity({ startsOn: '2026-04-08', endsOn: '2026-04-10', hours: 32 }, { [done]: 32, [behind]: 8, [near]: 28 })
    const clause = await clauseOf(t, lasting, 'M043')
    await t.call('records.update', { type: 'clause', id: clause.id, version: 1, draft: await draftAs(t, clause.id, { links: '指标：学时' }) })
    expect(await mechanism(t, 'M043')).toMatchObject({ state: '欠缺', short: 2 })
    expect((await documentNamed(t, lasting)).totals.欠缺).toBeGreaterThan(0)
  })
})

async function draftAs({ call }: Caller, id: string, patch: object) {
  const { record } = await call('records.get', { type: 'clause', id })
  return { ...Object.fromEntries(Object.keys(records.clause.fields).map(key => [key, record[key]])), ...patch }
}

describe('the shipped documents', () => {
  test('are five, with the national rules after them, each with its clauses', async () => {
    const list = await (await createTestApp()).call('policies.list', {})
    expect(list.filter(p => p.level === 'own').map(p => [p.title, p.clauses])).toEqual([
      ['关于保持共产党员先进性长效机制的实施方案', 38],
      ['长效机制文件意见', 48],
      ['五个好党员实施意见', 16],
      ['完善党员教育管理机制思考', 55],
      ['关于进一步加强党员教育管理工作的意见', 21],
    ])
    expect(list.find(p => p.title === '中国共产党发展党员工作细则（2026）')).toMatchObject({ level: 'national', issuedOn: '2026-05-11' })
  })

  test('quote the document, and mark what is not checked', async () => {
    const t = await createTestApp()
    expect(await clauseOf(t, lasting, 'M044')).toMatchObject({
      text: '党员领导干部学习笔记每年至少3万字以上,其他党员学习笔记不少于1.5万字。',
      number: '3 万 / 1.5 万字',
      section: '一、加强理论学习，切实做好新形势下党员经常性教育工作',
      verified: 'checked',
    })
    expect(await clauseOf(t, '中国共产党发展党员工作细则（2026）', '摘 1')).toMatchObject({ verified: 'open' })
  })

  test('stand in the order of their articles', async () => {
    const t = await createTestApp()
    const { id } = await documentNamed(t, '党政领导干部选拔任用工作条例（2019）')
    const codes = (await t.call('policies.clauses', { policyId: id })).map(c => c.code)
    expect(codes.slice(0, 3)).toEqual(['第七条', '第八条', '第十八条'])
    expect(codes.slice(8)).toEqual(['第五十三条', '摘 1', '摘 2', '摘 3', '摘 4', '摘 5'])
  })

  test.each([
    ['第九条', '第十条'],
    ['第二十条', '第二十一条'],
    ['第九十九条', '第一百零三条'],
    ['第三条', '摘 1'],
    ['摘 2', '摘 10'],
    ['M009', 'M010'],
  ])('%s stands before %s', (first, second) => expect(orderOf(first) < orderOf(second)).toBe(true))

  test('a national clause stands as the mechanism that asks for the same', async () => {
    const t = await smallOffice()
    const article = await clauseOf(t, '中国共产党党员教育管理工作条例（2019）', '第二十条')
    expect(article).toMatchObject({ mechanism: 'M159', state: (await mechanism(t, 'M159')).state })
    expect(article.servedBy.map(s => s.name)).toContain('activity')
  })

  test('voided by the office, a document leaves the list and its mechanisms stay in the coverage', async () => {
    const t = await createTestApp()
    const { id, version } = await documentNamed(t, lasting)
    await t.call('records.void', { type: 'policy', id, version, reason: '不适用于学校' })
    expect((await t.call('policies.list', {})).map(p => p.title)).not.toContain(lasting)
    expect((await t.call('policies.coverage', {})).mechanisms).toHaveLength(178)
  })
})

describe('a document of the office itself', () => {
  const enter = async (t: Awaited<ReturnType<typeof smallOffice>>, links: string | null = null) => {
    const policyId = await t.add('policy', { title: '临江学院谈心谈话办法', level: 'own', status: 'inForce' })
    const clause = { policyId, code: '第三条', phrase: '每季度谈心一次', text: '支部书记每季度同每名党员谈心一次。', verified: 'checked', links }
    return { policyId, id: await t.add('clause', clause) }
  }

  test('is served by nothing until it is linked, then stands as what it is linked to', async () => {
    const t = await smallOffice()
    const { policyId, id } = await enter(t)
    expect(await t.call('policies.clauses', { policyId })).toMatchObject([{ servedBy: [], state: '尚无' }])
    await t.call('records.update', { type: 'clause', id, version: 1, draft: await draftAs(t, id, { links: '台账：学习活动；表：学习档案' }) })
    const [clause] = await t.call('policies.clauses', { policyId })
    expect(clause?.servedBy.map(s => s.name)).toContain('activity')
    expect(clause?.state).toBe('未启用')
  })

  test('a link that names nothing of the program is said', async () => {
    const t = await smallOffice()
    const { policyId } = await enter(t, '台账：谈话本、学习活动')
    expect(await t.call('policies.clauses', { policyId })).toMatchObject([{ unknown: ['台账：谈话本'], servedBy: [{ name: 'activity' }] }])
  })

  test('cannot hold one clause twice, nor point to a mechanism that is none', async () => {
    const t = await smallOffice()
    const { policyId } = await enter(t)
    const again = draftOf(records.clause, { policyId, code: '第三条', phrase: '又一条', text: '条文', verified: 'open' })
    await expect(t.call('records.create', { type: 'clause', draft: again })).rejects.toMatchObject({ code: 'record.duplicate', facts: { field: '编号' } })
    await expect(t.call('records.create', { type: 'clause', draft: { ...again, code: '第四条', mechanism: 'M179' } })).rejects.toMatchObject({
      code: 'input.invalid',
      facts: { issues: [{ path: 'mechanism', code: 'unknownMechanism' }] },
    })
  })
})

test('the table for Excel holds the clauses of a state with what serves each, and leaves an audit line', async () => {
  const t = await smallOffice()
  const { id } = await documentNamed(t, lasting)
  const path = join(t.folder, '对照表.xlsx')
  const unserved = (await t.call('policies.clauses', { policyId: id })).filter(c => c.state === '尚无')
  const params = { policyId: id, states: ['尚无' as const] }
  expect(await t.call('forms.xlsx', { form: 'policyTable', params, file: t.tokens.offer(path) })).toEqual({ rows: unserved.length })
  const [sheet] = (await readWorkbook(path)).sheets
  const rows = sheet?.rows.map(row => row.map(String)) ?? []
  expect(rows.find(row => row.includes('条　文'))).toEqual(['文　件', '编　号', '机　制', '数　量', '条　文', '由谁承接', '状　态'])
  expect(rows.filter(row => row[0] === lasting).map(row => [row[1], row[6]])).toEqual(unserved.map(c => [c.code, '尚无']))
  expect((await t.call('forms.register', {})).rows[0]).toMatchObject({ way: 'xlsx', what: '制度落实对照表' })
})

test('the table on paper has a document on pages of its own, its words whole and what is not checked marked', async () => {
  const t = await smallOffice()
  const { total } = await t.call('forms.preview', { form: 'policyTable', params: {} })
  expect(total).toBe((await t.call('policies.list', {})).length)
  const { id } = await documentNamed(t, '中国共产党不合格党员组织处置办法（2024）')
  const { props } = await t.call('forms.preview', { form: 'policyTable', params: { policyId: id } })
  const [document] = policyTable.props.parse(props).documents
  expect(document).toMatchObject({ title: '中国共产党不合格党员组织处置办法（2024）', totals: '未启用 6' })
  expect(document?.rows.at(-1)).toEqual({
    code: '摘 4',
    phrase: '处置程序',
    number: '5 步',
    text: '按照以下5个程序进行处置（待核）',
    servedBy: '表：处置不合格党员审批表；程序：不合格党员组织处置',
    state: '未启用',
  })
  await expect(t.call('forms.preview', { form: 'policyTable', params: { policyId: id, states: ['正常'] } })).rejects.toMatchObject({ code: 'form.empty' })
})

test('what a clause can be linked to has a name of its own that links can carry', () => {
  const names = servers.map(server => `${serverKinds[server.kind]}：${server.label}`)
  expect(new Set(names).size).toBe(names.length)
  for (const { label } of servers) expect(label).not.toMatch(/[：；、]/)
})

test('what is short is counted again as soon as something was registered', async () => {
  const t = await smallOffice()
  const person = await t.member()
  await t.activity({ startsOn: '2026-04-08', endsOn: '2026-04-10', hours: 8 }, { [person]: 8 })
  expect(await mechanism(t, 'M159')).toMatchObject({ state: '欠缺', short: 1 })
  expect(await mechanism(t, 'M159')).toMatchObject({ state: '欠缺', short: 1 })
  await t.activity({ name: '轮训', startsOn: '2026-05-08', endsOn: '2026-05-10', hours: 24 }, { [person]: 24 })
  expect(await mechanism(t, 'M159')).toMatchObject({ short: 0 })
})
