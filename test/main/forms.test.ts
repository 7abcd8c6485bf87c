import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import type { FormName } from '../../shared/api/forms.ts'
import { activity } from '../../shared/domain/activity.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import { openDatabase } from '../../main/db/open.ts'
import { AppError } from '../../shared/errors.ts'
import { forms } from '../../shared/forms/index.ts'
import { studyArchive } from '../../shared/forms/study-archive.ts'
import { studyShort } from '../../shared/forms/study-short.ts'
import { studySummary } from '../../shared/forms/study-summary.ts'
import { signIn } from '../../shared/forms/sign-in.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import { createTestApp, password } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

const year = 2025
const idNumber = (n: number) => {
  const first = `1101011985031${String(2000 + n)}`.padEnd(17, '0')
  return first + checkCharacter(first)
}

type State = 'present' | 'makeup' | 'leave' | 'absent'

/** Two branches under a committee: a secretary, members, one exempt, and a year's classes. */
async function office(options: Parameters<typeof createTestApp>[0] = {}) {
  const t = await createTestApp({ today: '2026-01-10', ...options })
  const create = async (type: 'organization' | 'person' | 'activity', draft: Record<string, unknown>) =>
    String((await t.call('records.create', { type, draft })).id)
  const committee = await create('organization', draftOf(organization, { name: '机关党委', kind: 'committee' }))
  const first = await create('organization', draftOf(organization, { name: '机关第一党支部', kind: 'branch', parentId: committee }))
  const second = await create('organization', draftOf(organization, { name: '机关第二党支部', kind: 'branch', parentId: committee }))
  let n = 0
  const member = (name: string, organizationId: string, given: Record<string, unknown> = {}) =>
    create('person', draftOf(person, { name, idNumber: idNumber(n++), category: 'full', organizationId, ...given }))
  const held = async (name: string, given: Record<string, unknown>, lines: readonly (readonly [string, State, number])[]) => {
    const id = await create(
      'activity',
      draftOf(activity, { name, kind: 'branchStudy', startsOn: '2025-03-10', endsOn: '2025-03-10', hours: 8, counts: true, ...given }),
    )
    await t.call('attendance.save', { activityId: id, version: 1, lines: lines.map(([personId, state, hours]) => ({ personId, state, hours })) })
    return id
  }
  const yin = await member('尹齐', first)
  const lu = await member('陆素问', first, { partyPost: '党支部书记', joinedOn: '2008-06-01', phone: '13800010001' })
  const old = await member('凌采薇', first, { exemptReason: '年老体弱' })
  const zhuo = await member('卓舟', second, { category: 'probationary' })
  await held('书记轮训班', { kind: 'rotation', startsOn: '2025-03-10', endsOn: '2025-03-14', hours: 40 }, [
    [lu, 'present', 40],
    [yin, 'absent', 40],
  ])
  await held('跨年网络专题班', { kind: 'online', startsOn: '2025-12-30', endsOn: '2026-01-01', hours: 8 }, [
    [lu, 'present', 8],
    [yin, 'makeup', 8],
  ])
  await held('支部理论学习', {}, [
    [lu, 'present', 12],
    [yin, 'present', 8],
    [zhuo, 'leave', 8],
  ])
  const ask = (form: FormName, params = {}) => t.call('forms.preview', { form, params: { year, ...params } })
  return { ...t, create, member, held, ask, committee, first, second, yin, lu, old, zhuo }
}

test('the summary lists everyone branch by branch, 书记 first, with every row and the totals adding up', async () => {
  const { ask } = await office()
  const { rows, total } = studySummary.props.parse((await ask('studySummary')).props)
  expect(rows.map(r => [r.number, r.name, r.post, r.category, r.target, r.done, r.verdict, r.remark])).toEqual([
    [1, '陆素问', '机关第一党支部书记', '支部书记', 56, 57.33, '达标', ''],
    [2, '凌采薇', '机关第一党支部党员', '党员', null, 0, '免', '年老体弱'],
    [3, '尹齐', '机关第一党支部党员', '党员', 32, 13.33, '未达标', ''],
    [4, '卓舟', '机关第二党支部预备党员', '预备党员', 32, 0, '未达标', ''],
  ])
  expect(rows[0]?.hours).toEqual({ superior: 0, rotation: 40, school: 0, branch: 12, online: 5.33 })
  expect(total).toEqual({
    target: 120,
    done: 70.66,
    percent: '58.9%',
    hours: { superior: 0, rotation: 40, school: 0, branch: 20, online: 10.66 },
    met: 1,
    exempt: 1,
  })
})

test('对象类别 follows the office held, not the branch its holder belongs to', async () => {
  const { ask, member, second } = await office()
  const held = ['党委书记', '党支部书记、党委委员', '书记', '党支部副书记', '宣传委员']
  for (const [i, partyPost] of held.entries()) await member(`干部${i}`, second, { partyPost })
  const { rows } = studySummary.props.parse((await ask('studySummary', { organizationId: second })).props)
  expect(rows.map(r => [r.post, r.category, r.target])).toEqual([
    ['机关第二党支部（党委书记）', '党委书记', 56],
    ['机关第二党支部书记、党委委员', '支部书记', 56],
    ['机关第二党支部书记', '支部书记', 56],
    ['机关第二党支部副书记', '班子成员', 56],
    ['机关第二党支部宣传委员', '班子成员', 56],
    ['机关第二党支部预备党员', '预备党员', 32],
  ])
})

test('the summary names the clause that each number comes from', async () => {
  const { ask } = await office()
  const { notes, unit } = studySummary.props.parse((await ask('studySummary')).props)
  expect(unit).toBe('临江工业职业学院党委')
  expect(notes[0]).toMatch(/^年度任务：党员 32 学时，书记和班子成员 56 学时；一人多职按最高标准。依据：.*第二十条/)
})

test('a form of one organization covers it and those below it, by name', async () => {
  const { ask, second, committee } = await office()
  const branch = studySummary.props.parse((await ask('studySummary', { organizationId: second })).props)
  expect([branch.unit, branch.rows.map(r => r.name)]).toEqual(['机关第二党支部', ['卓舟']])
  expect(studySummary.props.parse((await ask('studySummary', { organizationId: committee })).props).rows).toHaveLength(4)
})

test('the short list gives each branch its own people and says from the records what they missed', async () => {
  const { ask, member, second } = await office()
  await member('霍亭', second, { mobility: 'floating', mobilityPlace: '广东省深圳市' })
  const { branches, until, notes } = studyShort.props.parse((await ask('studyShort')).props)
  expect(until).toBe('2025-12-31')
  expect(branches.map(b => [b.branch, b.rows.map(r => [r.number, r.name, r.category, r.target, r.done, r.missing, r.reason])])).toEqual([
    ['机关第一党支部', [[1, '尹齐', '党员', 32, 13.33, 18.67, '缺席集中轮训 1 次']]],
    [
      '机关第二党支部',
      [
        [1, '霍亭', '党员', 32, 0, 32, '流动在外（广东省深圳市）；全年没有登记应参加的活动'],
        [2, '卓舟', '预备党员', 32, 0, 32, '缺席支部学习 1 次（其中请假 1 次）'],
      ],
    ],
  ])
  expect(notes.join()).toContain('第二十条')
})

test('within the year the short list says up to which day it counts', async () => {
  const { ask } = await office({ today: '2025-11-30' })
  expect(studyShort.props.parse((await ask('studyShort')).props).until).toBe('2025-11-30')
})

test('an archive holds the lines that gave hours, in the order of days, adding up to the total', async () => {
  const { ask, lu } = await office()
  const { people } = studyArchive.props.parse((await ask('studyArchive', { personIds: [lu] })).props)
  expect(people).toEqual([
    {
      name: '陆素问',
      sex: '男',
      born: '1985.03',
      joined: '2008.06',
      category: '支部书记',
      post: '机关第一党支部书记',
      phone: '138****0001',
      target: '56 学时',
      done: 57.33,
      percent: '102.4%',
      lines: [
        { number: 1, span: '03.10', title: '支部理论学习', kind: '支部学习', organizer: '', hours: 12, completed: '—', remark: '签到' },
        { number: 2, span: '03.10—03.14', title: '书记轮训班', kind: '集中轮训', organizer: '', hours: 40, completed: '—', remark: '签到' },
        {
          number: 3,
          span: '2025.12.30—2026.01.01',
          title: '跨年网络专题班',
          kind: '线上学习',
          organizer: '',
          hours: 5.33,
          completed: '—',
          remark: '签到、跨年折算',
        },
      ],
    },
  ])
})

test('a telephone number is whole on paper, which is recorded, and masked in the preview, which is not', async () => {
  const { call, ask, lu, tokens, folder, printed } = await office()
  const params = { year: 2025, personIds: [lu] }
  expect(JSON.stringify(await ask('studyArchive', { personIds: [lu] }))).not.toContain('13800010001')
  await call('forms.pdf', { form: 'studyArchive', params, file: tokens.offer(join(folder, '档案.pdf')), job: 'job' })
  expect(JSON.stringify(printed)).toContain('13800010001')
})

test('someone without a line, and someone exempt, get an archive that says so', async () => {
  const { ask, old, zhuo } = await office()
  const { people } = studyArchive.props.parse((await ask('studyArchive', { personIds: [zhuo, old] })).props)
  expect(people.map(p => [p.name, p.target, p.percent, p.done, p.lines])).toEqual([
    ['凌采薇', '免（年老体弱）', '—', 0, []],
    ['卓舟', '32 学时', '0.0%', 0, []],
  ])
})

test('the sign-in sheet holds whom the activity expects, branch by branch, and blank places', async () => {
  const { call, held, yin, lu, zhuo } = await office()
  const activityId = await held(
    '主题党日',
    { kind: 'themeDay', startsOn: '2025-07-01', endsOn: '2025-07-02', hours: 4, place: '三楼会议室', organizer: '机关党委办公室' },
    [
      [zhuo, 'present', 4],
      [yin, 'present', 4],
      [lu, 'present', 4],
    ],
  )
  const sheet = async (params = {}) => signIn.props.parse((await call('forms.preview', { form: 'signIn', params: { activityId, ...params } })).props)
  expect(await sheet()).toMatchObject({
    title: '主题党日',
    span: '2025年7月1日—7月2日',
    place: '三楼会议室',
    organizer: '机关党委办公室',
    hours: '4 学时',
    names: ['陆素问', '尹齐', '卓舟'],
    blanks: 37,
  })
  expect(await sheet({ blankRows: 5 })).toMatchObject({ blanks: 5 })
  await call('records.void', { type: 'activity', id: activityId, version: 2, reason: '没有举办' })
  await expect(sheet()).rejects.toMatchObject({ code: 'record.voided' })
})

test('the watermark names office, user and time, and can be left out', async () => {
  const { ask } = await office()
  const text = async (params: object) => studySummary.props.parse((await ask('studySummary', params)).props).watermark
  expect(await text({})).toMatch(/^临江工业职业学院党委　经办人 经办人　2026-01-10 \d\d:00　电脑 测试机　内部资料$/)
  expect(await text({ watermark: false })).toBeNull()
})

test('a form with nothing in it is refused with what is empty, and one without its year or activity with what to choose', async () => {
  const { call, ask, committee } = await office()
  await expect(ask('studySummary', { year: 2025, organizationId: await emptyBranch() })).rejects.toMatchObject({
    code: 'form.empty',
    facts: { what: '空支部 2025 年没有应计学时的党员' },
  })
  await expect(call('forms.preview', { form: 'studySummary', params: {} })).rejects.toMatchObject({
    code: 'input.invalid',
    facts: { issues: [{ message: '先选年度' }] },
  })
  await expect(call('forms.preview', { form: 'signIn', params: {} })).rejects.toMatchObject({
    code: 'input.invalid',
    facts: { issues: [{ message: '先选一次学习活动' }] },
  })
  await expect(ask('studyArchive', { personIds: [committee] })).rejects.toMatchObject({ code: 'form.empty' })

  async function emptyBranch() {
    return String(
      (await call('records.create', { type: 'organization', draft: draftOf(organization, { name: '空支部', kind: 'branch', parentId: committee }) })).id,
    )
  }
})

test('a short list is refused when everyone has made it', async () => {
  const { call, ask, held, yin, zhuo } = await office()
  await held('补课', { hours: 40, startsOn: '2025-12-01', endsOn: '2025-12-05' }, [
    [yin, 'makeup', 40],
    [zhuo, 'makeup', 40],
  ])
  await expect(ask('studyShort')).rejects.toMatchObject({ code: 'form.empty', facts: { what: '临江工业职业学院党委 2025 年没有未达标人员' } })
  expect((await call('forms.register', {})).total).toBe(0)
})

test('a PDF is written whole, reports progress and leaves a line in the register; a preview leaves none', async () => {
  const { call, ask, tokens, folder, pushes, printed, lu } = await office()
  await ask('studyArchive')
  const path = join(folder, '档案.pdf')
  await call('forms.pdf', { form: 'studyArchive', params: { year, personIds: [lu] }, file: tokens.offer(path), job: 'j1' })
  expect(printed.map(job => [job.template, job.title])).toEqual([['studyArchive', '党员个人学习档案（2025年 陆素问）']])
  expect(readFileSync(path, 'latin1')).toBe('%PDF-1.4')
  expect(readdirSync(folder).filter(name => name.includes('档案'))).toEqual(['档案.pdf'])
  expect(pushes.filter(p => p.event === 'job').at(-1)).toMatchObject({ job: { id: 'j1', label: '党员个人学习档案', state: 'done', done: 1, total: 1 } })
  const { total, rows } = await call('forms.register', {})
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ actor: '经办人', what: '党员个人学习档案', way: 'pdf', machine: '测试机', detail: '2025年 陆素问，1 份，0 页，档案.pdf' })
})

test('long printing says which batch it is at and what is being done with it', async () => {
  const t = await office({
    printer: { pdf: async (_job, _signal, laidOut) => (laidOut?.(7), new TextEncoder().encode('%PDF-1.4')), paper: async () => false },
  })
  for (let i = 0; i < 500; i++) await t.member(`党员${i}`, t.second)
  await t.call('forms.pdf', { form: 'studyArchive', params: { year }, file: t.tokens.offer(join(t.folder, '档案.pdf')), job: 'j' })
  const steps = t.pushes.flatMap(p => (p.event === 'job' && p.job.state === 'running' ? [`${p.job.done} ${p.job.detail}`] : []))
  expect(steps.filter(step => /批/.test(step))).toEqual([
    '0 第 1 批，共 2 批：正在排版 500 份',
    '0 第 1 批，共 2 批：排好 7 页，正在生成 PDF，这一步最久',
    '500 第 2 批，共 2 批：正在排版 4 份',
    '500 第 2 批，共 2 批：排好 7 页，正在生成 PDF，这一步最久',
  ])
}, 60_000)

test('printing leaves a line in the register only when paper came out', async () => {
  let answer = false
  const { call } = await office({ printer: { pdf: () => Promise.reject(new Error('not asked')), paper: async () => answer } })
  const print = () => call('forms.print', { form: 'studySummary', params: { year, watermark: false }, job: 'j' })
  expect(await print()).toEqual({ printed: false })
  expect((await call('forms.register', {})).total).toBe(0)
  answer = true
  expect(await print()).toEqual({ printed: true })
  expect((await call('forms.register', {})).rows[0]).toMatchObject({ way: 'print', detail: '2025年 临江工业职业学院党委，4 人，无水印' })
})

test('a cancelled PDF leaves no file and no line', async () => {
  const t = await office({
    printer: {
      pdf: async (_job, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AppError('job.cancelled', {})))),
      paper: async () => false,
    },
  })
  const path = join(t.folder, '统计表.pdf')
  const printing = t.call('forms.pdf', { form: 'studySummary', params: { year }, file: t.tokens.offer(path), job: 'j9' }).catch((cause: unknown) => cause)
  await expect.poll(() => t.pushes.some(p => p.event === 'job' && p.job.detail?.startsWith('正在排版'))).toBe(true)
  await t.call('jobs.cancel', { id: 'j9' })
  expect(await printing).toMatchObject({ code: 'job.cancelled' })
  expect(t.pushes.filter(p => p.event === 'job').at(-1)).toMatchObject({ job: { state: 'cancelled' } })
  expect(existsSync(path)).toBe(false)
  expect((await t.call('forms.register', {})).total).toBe(0)
})

test('archives of more than 500 people go into files of 500 each, and no other file is written over', async () => {
  const t = await office()
  await t.call('records.create', { type: 'organization', draft: draftOf(organization, { name: '大支部', kind: 'branch' }) })
  for (let i = 0; i < 500; i++) await t.member(`党员${i}`, t.second)
  const path = join(t.folder, '档案.pdf')
  const write = () => t.call('forms.pdf', { form: 'studyArchive', params: { year }, file: t.tokens.offer(path), job: 'j' })
  writeFileSync(join(t.folder, '档案（2）.pdf'), 'mine')
  await expect(write()).rejects.toMatchObject({ code: 'file.unwritable', facts: { name: '档案（2）.pdf' } })
  expect(readFileSync(join(t.folder, '档案（2）.pdf'), 'utf8')).toBe('mine')
  writeFileSync(join(t.folder, '档案（2）.pdf'), '')
  t.printed.length = 0
  const other = join(t.folder, '全部.pdf')
  await t.call('forms.pdf', { form: 'studyArchive', params: { year }, file: t.tokens.offer(other), job: 'j' })
  expect(t.printed.map(job => studyArchive.props.parse(job.props).people.length)).toEqual([500, 4])
  expect(
    readdirSync(t.folder)
      .filter(name => name.startsWith('全部'))
      .toSorted(),
  ).toEqual(['全部.pdf', '全部（2）.pdf'].toSorted())
  expect((await t.call('forms.register', {})).rows[0]?.detail).toContain('504 份')
}, 60_000)

test('a large office and one branch of it read the same hours', async () => {
  const t = await office()
  for (let i = 0; i < 2050; i++) await t.member(`党员${i}`, t.second)
  const whole = studySummary.props.parse((await t.ask('studySummary')).props)
  const branch = studySummary.props.parse((await t.ask('studySummary', { organizationId: t.first })).props)
  expect(whole.omitted).toBe(2054 - whole.rows.length)
  expect(whole.rows.slice(0, 3)).toEqual(branch.rows)
  expect(whole.total.hours).toEqual(branch.total.hours)
}, 60_000)

test('a PDF that cannot be written says why and leaves no line', async () => {
  const { call, tokens, folder } = await office()
  await expect(
    call('forms.pdf', { form: 'studySummary', params: { year }, file: tokens.offer(join(folder, 'nowhere', 'a.pdf')), job: 'j' }),
  ).rejects.toMatchObject({ code: 'file.unwritable', facts: { name: 'a.pdf', why: '文件夹不在了' } })
  expect((await call('forms.register', {})).total).toBe(0)
})

test('what cannot be recorded does not leave: neither one file nor a batch of them stays', async () => {
  const t = await office()
  for (let i = 0; i < 500; i++) await t.member(`党员${i}`, t.second)
  await t.call('lobby.unlock', { user: '管理员', password })
  const { key } = await t.app.rawKey()
  await t.call('lobby.unlock', { user: '经办人', password })
  const other = openDatabase(join(t.office, 'office.db'), Buffer.from(key, 'hex'), { create: false })
  other.writer.exec('BEGIN IMMEDIATE')
  const to = (name: string) => ({ params: { year }, file: t.tokens.offer(join(t.folder, name)) })
  await expect(t.call('forms.pdf', { form: 'studyArchive', ...to('档案.pdf'), job: 'j' })).rejects.toMatchObject({ code: 'database.busy' })
  await expect(t.call('forms.xlsx', { form: 'studySummary', ...to('统计表.xlsx') })).rejects.toMatchObject({ code: 'database.busy' })
  other.writer.exec('ROLLBACK')
  await other.close()
  expect(readdirSync(t.folder).filter(name => /档案|统计表/.test(name))).toEqual([])
  await t.call('forms.pdf', { form: 'studyArchive', ...to('档案.pdf'), job: 'j' })
  expect(readdirSync(t.folder).filter(name => name.includes('档案'))).toHaveLength(2)
  expect((await t.call('forms.register', {})).total).toBe(1)
}, 60_000)

test('the workbook has the columns of the print, headings in two levels and sums as formulas', async () => {
  const { call, tokens, folder } = await office()
  const path = join(folder, '统计表.xlsx')
  expect(await call('forms.xlsx', { form: 'studySummary', params: { year }, file: tokens.offer(path) })).toEqual({ rows: 4 })
  const workbook = new Workbook()
  await workbook.xlsx.load(readFileSync(path))
  const page = workbook.getWorksheet('2025年')
  const texts = (r: number) => Array.from({ length: 14 }, (_, i) => String(page?.getCell(r, i + 1).text ?? '').replaceAll('\n', ''))
  expect(texts(1)[0]).toBe('党员年度培训学习情况统计表')
  expect(texts(3).slice(5, 13)).toEqual([
    '已完成学时数',
    '完成百分比',
    '各类培训完成学时数',
    '各类培训完成学时数',
    '各类培训完成学时数',
    '各类培训完成学时数',
    '各类培训完成学时数',
    '是否达标',
  ])
  expect(texts(4).slice(7, 12)).toEqual(['上级调训', '集中轮训', '党校培训', '支部学习', '网络学习'])
  expect(texts(5).slice(0, 7)).toEqual(['1', '陆素问', '机关第一党支部书记', '支部书记', '56', '57.33', '102.4%'])
  expect(page?.getCell(9, 6).value).toMatchObject({ formula: 'SUM(F5:F8)', result: 70.66 })
  expect(page?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '3:4' })
  expect((await call('forms.register', {})).rows[0]).toMatchObject({ way: 'xlsx', detail: '2025年 临江工业职业学院党委，4 人，统计表.xlsx' })
})

test('the short list as a workbook names the branch in every row; an archive has no workbook', async () => {
  const { call, tokens, folder } = await office()
  const path = join(folder, '名单.xlsx')
  expect(await call('forms.xlsx', { form: 'studyShort', params: { year }, file: tokens.offer(path) })).toEqual({ rows: 2 })
  await expect(call('forms.xlsx', { form: 'studyArchive', params: { year }, file: tokens.offer(path) })).rejects.toMatchObject({ code: 'form.unknown' })
})

test('every form is listed with its paper and what it needs', async () => {
  const { call } = await office()
  const list = await call('forms.list', {})
  expect(list.map(f => f.name)).toEqual(Object.keys(forms))
  expect(list.find(f => f.name === 'studySummary')).toMatchObject({ paper: 'A4 横向', needs: ['年度', '党组织'], xlsx: true })
  expect(list.find(f => f.name === 'studyArchive')).toMatchObject({ paper: 'A4 纵向', xlsx: false })
})

test('系统管理员 sees no form', async () => {
  const { call } = await createTestApp({ role: 'admin' })
  await expect(call('forms.preview', { form: 'studySummary', params: { year } })).rejects.toMatchObject({ code: 'session.forbidden' })
})
