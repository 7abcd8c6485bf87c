import { expect, test } from 'vitest'
import { jpegLike } from '../../build/pictures.ts'
import { recordsOf, sheetOf } from '../../main/cadres/sheet.ts'
import { createTestApp } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'
import { importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'
import { cadre as cadreType } from '../../shared/domain/cadre.ts'
import { records } from '../../shared/domain/index.ts'
import { Buffer } from 'node:buffer'

type Call = Awaited<ReturnType<typeof createTestApp>>['call']

const made = async (call: Call, type: keyof typeof records, given: Record<string, unknown>): Promise<{ id: string; version: number }> => {
  const record = await call('records.create', { type: type as 'cadre', draft: draftOf(records[type] as never, given) })
  return { id: String(record['id']), version: Number(record['version']) }
}

/** An office with 赵一鸣, born in March 1985, of whom a sheet was begun. */
async function office() {
  const app = await createTestApp()
  const { call } = app
  const organization = await made(call, 'organization', { name: '机关党支部', kind: 'branch' })
  const person = await made(call, 'person', {
    name: '赵一鸣',
    idNumber: idOf('1985-03-07', 123),
    sex: 'male',
    bornOn: '1985-03-07',
    nation: '汉族',
    nativePlace: '福建泉州',
    category: 'full',
    joinedOn: '2008-06-20',
    fullMemberOn: '2009-06-20',
    organizationId: organization.id,
    leader: true,
  })
  const cadre = await made(call, 'cadre', {
    personId: person.id,
    unit: '县档案馆',
    currentPost: '县档案馆副馆长',
    startedWork: '2008-07',
    parties: '民建',
    fullTimeEducation: '大学',
    fullTimeDegree: '管理学学士',
    fullTimeSchool: '福建师范大学行政管理专业',
  })
  return { ...app, person, organization, cadre }
}

const resume = [
  { number: 1, since: '2004-09', until: '2008-07', content: '福建师范大学行政管理专业学习' },
  { number: 2, since: '2008-07', until: '2015-03', content: '某单位科员\n（其间：2016.03--2016.07某党校学习）' },
  { number: 3, since: '2015-03', until: null, content: '县档案馆副馆长' },
]
const family = [{ number: 1, relation: '妻子', name: '钱二', born: '1986-11', politics: '群众', work: '某企业职员' }]
const grades = [2023, 2024, 2025].map(year => ({ year, grade: 'competent' as const, remark: null }))
const rewards = [{ number: 1, kind: 'honour' as const, given: '2024-07', content: '2024年7月被评为优秀共产党员' }]

test('lines of a sheet are written in one, come back whole, and a sheet that somebody else changed is refused', async () => {
  const { call, cadre, person } = await office()
  const { version } = await call('cadre.save', { cadreId: cadre.id, version: cadre.version, lines: { resume, family, grades, rewards } })
  const whole = await call('cadre.get', { personId: person.id })
  expect(whole).toMatchObject({ resume, family, grades, rewards, person: { name: '赵一鸣' }, retires: '2048-03' })
  await expect(call('cadre.save', { cadreId: cadre.id, version: cadre.version, lines: { family: [] } })).rejects.toMatchObject({
    code: 'record.changedByOther',
  })
  await call('cadre.save', { cadreId: cadre.id, version, lines: { family: [] } })
  expect((await call('cadre.get', { cadreId: cadre.id })).family).toEqual([])
  await call('undo.last', {})
  expect((await call('cadre.get', { cadreId: cadre.id })).family).toEqual(family)
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
})

test('a year graded twice and a period that ends before it begins are refused, with what is wrong', async () => {
  const { call, cadre } = await office()
  const save = (lines: object) => call('cadre.save', { cadreId: cadre.id, version: cadre.version, lines })
  await expect(save({ grades: [...grades, ...grades] })).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(save({ resume: [{ number: 1, since: '2010-01', until: '2009-01', content: '某单位' }] })).rejects.toMatchObject({
    facts: { issues: [{ message: '第 1 段止于开始之前' }] },
  })
})

test('a person has one sheet, and the roster keeps name, birth and the day of joining', async () => {
  const { call, person } = await office()
  await expect(made(call, 'cadre', { personId: person.id })).rejects.toMatchObject({ code: 'record.duplicate' })
  expect(Object.keys(records.cadre.fields).filter(key => ['name', 'bornOn', 'sex', 'nation', 'joinedOn'].includes(key))).toEqual([])
})

test('records make a 任免审批表 and it makes the same records again', async () => {
  const { call, cadre } = await office()
  await call('cadre.save', { cadreId: cadre.id, version: cadre.version, lines: { resume, family, grades, rewards } })
  const reply = await call('cadre.get', { cadreId: cadre.id })
  const whole = { ...reply, record: cadreType.stored.parse(reply.record), idNumber: '', photo: null }
  const sheet = sheetOf(whole, { on: '2026-11-01' })
  expect(sheet).toMatchObject({
    name: '赵一鸣',
    sex: '男',
    born: '198503',
    joined: '200806；民建',
    startedWork: '200807',
    yearGrades: '2023年、2024年、2025年年度考核均为称职。',
    agesOn: '20261101',
    idNumber: null,
    family: [{ relation: '妻子', name: '钱二', born: '198611', politics: '群众', work: '某企业职员' }],
  })
  expect(sheet.resume?.split('\n')).toEqual([
    '2004.09--2008.07  福建师范大学行政管理专业学习',
    '2008.07--2015.03  某单位科员',
    '                  （其间：2016.03--2016.07某党校学习）',
    '2015.03--         县档案馆副馆长',
  ])
  const back = recordsOf(sheet)
  expect(back).toMatchObject({ resume, family, grades, rewards, unread: [], person: { born: '1985-03', joined: '2008-06', sex: 'male' } })
  expect(back.cadre).toMatchObject({ parties: '民建', startedWork: '2008-07', fullTimeDegree: '管理学学士', currentPost: '县档案馆副馆长', gradesText: null })
})

test('a photo is a whole JPEG of 4:5 and at most 200 KB; anything else is refused and changes nothing', async () => {
  const { call, cadre } = await office()
  const jpeg = (body: number, width = 240) => jpegLike({ body, width }).toString('base64')
  const set = (data: string, version: number) => call('cadre.setPhoto', { cadreId: cadre.id, version, data })
  await expect(set(Buffer.from('<svg/>').toString('base64'), cadre.version)).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(set(jpeg(260 * 1024), cadre.version)).rejects.toMatchObject({ code: 'input.invalid' })
  const why = (data: string) => set(data, cadre.version).catch((cause: { facts?: unknown }) => cause.facts)
  expect(await why(jpeg(1000, 200))).toMatchObject({ issues: [{ message: '照片 200×300，宽高应为 4:5' }] })
  expect(await why(jpegLike({ body: 1000 }).subarray(0, 900).toString('base64'))).toMatchObject({ issues: [{ message: '照片不完整，请重新选取' }] })
  expect((await call('cadre.get', { cadreId: cadre.id })).photo).toBeNull()
  await set(jpeg(1000), cadre.version)
  expect((await call('cadre.get', { cadreId: cadre.id })).photo).toBe(jpeg(1000))
})

test('posts tell who holds them today, what is vacant and what is over; the reminders follow', async () => {
  const { call, person, organization } = await office()
  const post = await made(call, 'post', { unit: '县档案馆', title: '县档案馆副馆长', kind: 'team', headcount: 2, organizationId: organization.id })
  const holding = await made(call, 'postHolding', {
    personId: person.id,
    postId: post.id,
    title: '县档案馆副馆长',
    startsOn: '2014-05-01',
    probationUntil: '2015-05-01',
  })
  expect(await call('post.board', {})).toMatchObject([{ unit: '县档案馆', posts: [{ headcount: 2, held: [{ name: '赵一鸣' }] }] }])
  const items = (await call('due.list', {})).items.filter(({ topic }) => topic === 'cadres')
  expect(items.map(({ source }) => source).toSorted()).toEqual(['postProbation', 'postYears', 'vacancy'])
  expect(items.find(({ source }) => source === 'postYears')).toMatchObject({ dueOn: '2024-05-01', title: '同职满 10 年：赵一鸣，县档案馆副馆长' })
  const kept = (await call('records.get', { type: 'postHolding', id: holding.id })).record
  await call('records.update', { type: 'postHolding', id: holding.id, version: Number(kept['version']), draft: { endsOn: '2026-11-23' } })
  expect(await call('post.board', {})).toMatchObject([{ posts: [{ headcount: 2, held: [] }] }])
  expect((await call('due.list', {})).items.filter(({ source }) => source === 'postYears')).toEqual([])
})

test('a personal file is gone through item by item, and what differs stays with its reason', async () => {
  const { call, person } = await office()
  const items = [
    { item: 'birth' as const, archive: '1985.03', sheet: '1985.03', agrees: true, basis: null },
    { item: 'work' as const, archive: '2008.08', sheet: '2008.07', agrees: false, basis: '以参加工作审批表为准' },
  ]
  const draft = { personId: person.id, occasion: 'motion', checkedOn: '2026-01-05', checkedBy: '李四' }
  await call('archive.save', { draft, items })
  expect((await call('cadre.get', { personId: person.id })).checks).toMatchObject([{ record: { occasion: 'motion' }, items }])
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
})

test('who is in a pool and of an age is found; who was taken out is not', async () => {
  const { call, person, cadre } = await office()
  const entry = await made(call, 'talentPool', { personId: person.id, kind: 'young', enteredOn: '2024-01-01' })
  expect(await call('cadre.among', { pools: ['young'], ages: [[36, 45]] })).toEqual([cadre.id])
  expect(await call('cadre.among', { pools: ['village'] })).toEqual([])
  expect(await call('cadre.among', { ages: [[0, 35]] })).toEqual([])
  expect(await call('cadre.facts', { ids: [cadre.id] })).toMatchObject([{ name: '赵一鸣', education: '大学 管理学学士', pools: ['young'], retires: '2048-03' }])
  await call('records.update', { type: 'talentPool', id: entry.id, version: entry.version, draft: { leftOn: '2025-01-01', leftReason: '提拔使用' } })
  expect(await call('cadre.among', { pools: ['young'] })).toEqual([])
})

test('a roster as offices exchange it goes in under its own headings, and comes back unchanged', async () => {
  const t = await importer()
  await t.branches('机关党支部')
  const number = idOf('1985-03-07', 123)
  await t.write(
    'people',
    await t.file([
      {
        name: '花名册',
        rows: [
          ['姓名', '身份证号', '支部'],
          ['赵一鸣', number, '机关党支部'],
        ],
      },
    ]),
  )
  const rows: Row[] = [
    ['某县干部名册'],
    [
      '序号',
      '姓名',
      '身份证号',
      '所在单位及职务',
      '性别',
      '民族',
      '出生时间',
      '年龄',
      '最高学历学位',
      '所学专业',
      '专业技术职务',
      '职务层次',
      '现职务始任时间',
      '现职级',
      '现职级始任时间',
      '参工时间',
      '干部身份',
    ],
    [
      1,
      '赵一鸣',
      number,
      '县档案馆副馆长',
      '男',
      '汉族',
      '1985.03',
      41,
      '大学 管理学学士',
      '行政管理',
      '无',
      '副科',
      '2021.08',
      '四级主任科员',
      '2019年6月',
      '200807',
      '参公',
    ],
  ]
  const file = () => t.file([{ name: '干部名册', rows }])
  expect(await t.write('cadre', await file())).toMatchObject({ read: 1, created: 1, faults: [], written: true })
  expect(await t.records('cadre')).toMatchObject([
    {
      currentPost: '县档案馆副馆长',
      major: '行政管理',
      level: 'sectionDeputy',
      postSince: '2021-08-01',
      rank: '四级主任科员',
      rankSince: '2019-06-01',
      startedWork: '2008-07',
      identity: 'reference',
    },
  ])
  expect(await t.write('cadre', await file())).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
})
