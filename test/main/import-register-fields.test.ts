import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { idMaker } from '../../main/app/ids.ts'
import { Office } from '../../main/app/scopes.ts'
import { migrate } from '../../main/db/migrate.ts'
import { openDatabase } from '../../main/db/open.ts'
import { readWorkbook } from '../../main/files/workbook.ts'
import { importInto, recogniseAll, usable } from '../../main/imports/engine.ts'
import { registerImport } from '../../main/imports/register.ts'
import { fromRow } from '../../main/records/rows.ts'
import { activity } from '../../shared/domain/activity.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import { studyNote } from '../../shared/domain/study-note.ts'
import { attachment, choice, date, flag, integer, money, month, multi, note, phone, ref, text } from '../../shared/records/fields.ts'
import { defineRecord, type Fields, type RecordType } from '../../shared/records/record.ts'
import { testKey } from '../support/database.ts'
import { codesOf } from '../support/importing.ts'
import { draftOf } from '../support/sample.ts'
import { idOf, type Row, writeWorkbook } from '../support/workbook.ts'

/** 结对帮扶: no record type of the program, but one of every kind of field, two people, and the table a migration would give it. */
const pairing: RecordType = defineRecord('pairing', {
  label: '结对帮扶',
  topic: 'membership',
  fields: {
    personId: ref('person', { label: '帮扶对象', required: true }),
    helperId: ref('person', { label: '帮扶人' }),
    organizationId: ref('organization', { label: '结对党支部', faults: { unknown: 'unknownBranch' } }),
    activityId: ref('activity', { label: '首次活动' }),
    noteId: ref('studyNote', { label: '笔记检查' }),
    startsOn: date({ label: '结对日期', required: true }),
    visitedOn: date({ label: '最近走访' }),
    until: month({ label: '到期年月' }),
    visits: integer({ label: '走访次数' }),
    amount: money({ label: '帮扶资金' }),
    needs: multi({ job: '就业', health: '看病', school: '上学' }, { label: '困难' }),
    level: choice({ high: '重点', low: '一般' }, { label: '程度' }),
    done: flag({ label: '已脱困', required: true }),
    phone: phone({ label: '电话', masked: true }),
    number: text({ label: '编号', unique: true }),
    photo: attachment({ label: '照片' }),
    remark: note({ label: '备注' }),
  },
  title: 'number',
  key: ['personId', 'startsOn'],
  list: ['personId', 'startsOn'],
  form: [],
  check: p => (p.visitedOn && p.visitedOn < p.startsOn ? [{ field: 'visitedOn' as const, code: 'dateOrder', message: '走访早于结对' }] : []),
})
const table = `CREATE TABLE pairing (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  personId TEXT NOT NULL, helperId TEXT, organizationId TEXT, activityId TEXT, noteId TEXT, startsOn TEXT NOT NULL, visitedOn TEXT, until TEXT, visits INTEGER, amount INTEGER,
  needs TEXT, level TEXT, done INTEGER NOT NULL, phone TEXT, number TEXT, photo TEXT, remark TEXT) STRICT`

const [wang, li, zhao, otherZhao] = [idOf('1979-05-23', 307), idOf('1993-01-26', 478), idOf('1985-01-01', 1), idOf('1986-01-01', 1)]
const today = '2026-01-10'

/** A database with two branches, 王强, 李芳 and a 赵敏 in each branch, an activity and a study note; and the import of pairings into it. */
async function withPairings() {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-pairing-'))
  const connections = openDatabase(join(folder, 'office.db'), testKey, { create: true })
  migrate(connections.writer)
  connections.writer.exec(table)
  const clock = { now: () => `${today}T02:00:00.000Z`, today: () => today }
  const printer = { pdf: () => Promise.reject(new Error('nothing is printed')), paper: () => Promise.resolve(false) }
  const log = { info: () => undefined, error: () => undefined }
  const ports = { clock, newId: idMaker(() => 0), printer, machine: '测试机', version: '1', push: () => undefined, log, checkReplies: true }
  const office = new Office(connections, ports)
  onTestFinished(async () => {
    await office.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const who = { actor: '经办人', role: 'clerk' as const, office: { name: '党委', preset: 'college' } }
  const write = <T>(work: Parameters<typeof office.write<T>>[2]) => office.write(who, 'import.write', work, () => undefined)
  const make = async <F extends Fields>(type: RecordType<F>, given: object) =>
    (await write(async ({ store }) => store.create(type, type.complete(draftOf(type as never, { ...given }) as never)))).id
  const jidian = await make(organization, { name: '机电党支部', kind: 'branch' })
  const jiangong = await make(organization, { name: '建工党支部', kind: 'branch' })
  const member = (name: string, idNumber: string, organizationId: string) => make(person, { name, idNumber, organizationId, category: 'full' })
  const people = {
    wang: await member('王强', wang, jidian),
    li: await member('李芳', li, jidian),
    zhao: await member('赵敏', zhao, jidian),
    otherZhao: await member('赵敏', otherZhao, jiangong),
  }
  const held = { kind: 'themeDay', startsOn: '2025-05-01', endsOn: '2025-05-01', hours: 2 }
  const visit = await make(activity, { name: '集中走访', ...held })
  for (const startsOn of ['2025-06-01', '2025-07-01']) await make(activity, { ...held, name: '座谈会', startsOn, endsOn: startsOn })
  const checked = await make(studyNote, { personId: people.wang, checkedOn: '2025-06-03', characters: 100 })

  const type = registerImport('studyNote', pairing)
  const sheets = async (rows: readonly Row[]) =>
    usable(type, recogniseAll(type, await readWorkbook(await writeWorkbook(folder, [{ name: '结对', rows }])), undefined))
  return {
    people,
    ids: { jidian, visit, checked },
    import: async (...rows: Row[]) =>
      write(async scope => importInto(scope, type, await sheets(rows), { goodRows: false, file: '结对.xlsx' }, async () => undefined)),
    preview: async (...rows: Row[]) => {
      const recognised = await sheets(rows)
      return office.read(who, async scope => (await type.plan(scope, recognised, async () => undefined)).rows)
    },
    kept: () =>
      connections.reader
        .prepare('SELECT * FROM pairing ORDER BY startsOn')
        .all()
        .map(row => fromRow(pairing, row as object)),
  }
}

const headings = [
  '姓名',
  '身份证号',
  '帮扶人',
  '帮扶人身份证号',
  '结对党支部',
  '首次活动',
  '笔记检查',
  '结对日期',
  '最近走访',
  '到期年月',
  '走访次数',
  '帮扶资金（元）',
  '困难',
  '程度',
  '已脱困',
  '电话',
  '编号',
  '照片',
  '备注',
]
const first: Row = [
  '王强',
  wang,
  '赵敏',
  otherZhao,
  '机电支部',
  '集中走访',
  '2025/6/3',
  '2025-03-01',
  '2025.8.9',
  '2026年12月',
  '3次',
  '1,250.50',
  '看病、就业',
  '重点',
  '√',
  '13812346027',
  'A-1',
  '见附件',
  '第一行\n第二行',
]

test('every kind of field is read as it is written, and the same workbook changes nothing', async () => {
  const t = await withPairings()
  expect(await t.import(headings, first)).toMatchObject({ created: 1, faults: [] })
  expect(t.kept()).toMatchObject([
    {
      personId: t.people.wang,
      helperId: t.people.otherZhao,
      organizationId: t.ids.jidian,
      activityId: t.ids.visit,
      noteId: t.ids.checked,
      startsOn: '2025-03-01',
      visitedOn: '2025-08-09',
      until: '2026-12',
      visits: 3,
      amount: 125050,
      needs: ['job', 'health'],
      level: 'high',
      done: true,
      phone: '13812346027',
      number: 'A-1',
      photo: null,
      remark: '第一行\n第二行',
    },
  ])
  expect(await t.import(headings, first)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
})

test('the preview says all of it in words, numbers masked, and what was taken for what', async () => {
  const t = await withPairings()
  const [row] = await t.preview(headings, first)
  expect(row?.values()).toEqual({
    personId: '王强',
    'personId.idNumber': `3505**********${wang.slice(-4)}`,
    helperId: '赵敏',
    'helperId.idNumber': `3505**********${otherZhao.slice(-4)}`,
    organizationId: '机电党支部',
    activityId: '集中走访',
    noteId: '2025-06-03',
    startsOn: '2025-03-01',
    visitedOn: '2025-08-09',
    until: '2026-12',
    visits: '3',
    amount: '1250.50',
    needs: '就业、看病',
    level: '重点',
    done: '是',
    phone: '138****6027',
    number: 'A-1',
    remark: '第一行\n第二行',
  })
  expect(row?.notes).toEqual(['“机电支部”认作“机电党支部”'])
})

test('what an exported list says of a record leaves it alone: masked numbers, text on one line, the month of a day', async () => {
  const t = await withPairings()
  await t.import(['姓名', '结对日期', '最近走访', '电话', '编号'], ['王强', '2025-03-01', '2025-08-09', '13812346027', 'A-1'])
  const more = ['姓名', '结对日期', '最近走访', '电话', '编号']
  expect(await t.import(more, ['王强', '2025-03-01', '2025年8月', '138****6027', ' A-1 '])).toMatchObject({ unchanged: 1, faults: [] })
  expect(codesOf((await t.import(more, ['王强', '2025-03-01', '', '139****6027', ''])).faults)).toEqual(['2 masked'])
  expect(codesOf((await t.import(more, ['李芳', '2025-03-01', '', '138****6027', ''])).faults)).toEqual(['2 masked'])
  const [row] = await t.preview(more, ['王强', '2025-03-01', '2025年9月', '', ''])
  expect(row?.changes()).toEqual([{ field: 'visitedOn', label: '最近走访', before: '2025-08-09', after: '2025-09-01' }])
})

test('whom the sheet does not list is not sought in its branch; a reference with two answers is a fault', async () => {
  const t = await withPairings()
  const outcome = await t.import(
    ['党支部：机电党支部'],
    ['姓名', '帮扶人', '帮扶人公民身份号码', '结对党支部', '首次活动', '结对日期', '最近走访'],
    ['赵敏', '', '', '机电党支部', '集中走访', '2025-03-01', ''],
    ['王强', '赵敏', '', '', '', '2025-03-01', ''],
    ['王强', '', zhao.replace(/.$/, '0'), '', '', '2025-03-02', ''],
    ['李芳', '', '', '没有的支部', '座谈会', '2025-03-03', ''],
    ['李芳', '', '', '', '没有的活动', '2025-03-04', '2025-03-03'],
  )
  expect(outcome.faults.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
    '4 helperId ambiguousName',
    '5 helperId.idNumber unknownPerson',
    '6 organizationId unknownBranch',
    '6 activityId ambiguous',
    '7 activityId unknown',
    '7 visitedOn dateOrder',
  ])
  const [alone] = await t.preview(['党支部：机电党支部'], ['姓名', '结对日期'], ['赵敏', '2025-03-01'])
  expect(alone?.values()).toMatchObject({ 'personId.idNumber': `3505**********${zhao.slice(-4)}`, done: '否' })
})

test('a value that only one record may have is told by row, in the file and on file', async () => {
  const t = await withPairings()
  const columns = ['姓名', '结对日期', '编号']
  await t.import(columns, ['王强', '2025-03-01', 'A-1'])
  const outcome = await t.import(
    columns,
    ['王强', '2025-03-01', 'A-1'],
    ['李芳', '2025-03-01', 'A-1'],
    ['李芳', '2025-04-01', 'B-1'],
    ['李芳', '2025-05-01', 'B-1'],
  )
  expect(outcome.faults).toMatchObject([
    { row: 3, field: 'number', code: 'duplicate', message: '与第 2 行的编号相同' },
    { row: 5, field: 'number', code: 'duplicate', message: '与第 4 行的编号相同' },
  ])
  expect((await t.import(columns, ['李芳', '2025-03-01', 'A-1'])).faults).toMatchObject([{ code: 'duplicate', message: '另一条记录已有这个编号' }])
})
