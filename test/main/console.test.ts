import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { idMaker } from '../../main/app/ids.ts'
import { runConsole } from '../../main/console/console.ts'
import { quotaLabels } from '../../shared/rules/quota-names.ts'
import { password } from '../support/app.ts'
import { writeWorkbook } from '../support/workbook.ts'

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/college', name)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zugong-console-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

/** One command, as a script would run it: exit code, what came out, what went wrong. */
async function run(...argv: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runConsole(argv, {
    ports: {
      clock: { now: () => '2026-11-23T02:00:00.000Z', today: () => '2026-11-23' },
      newId: idMaker(Date.now),
      printer: { pdf: async () => new TextEncoder().encode('%PDF-1.4'), paper: async () => true },
      machine: '测试机',
      version: '1.0.0',
      push: () => undefined,
      log: { info: () => undefined, error: (_message, cause) => errors.push(String(cause)) },
      checkReplies: true,
    },
    password: async () => password,
    out: text => out.push(text),
    error: text => errors.push(text),
    cost: 2 ** 10,
  })
  return { code, errors: errors.join('\n'), value: out.length ? JSON.parse(out.join('')) : undefined }
}

const office = () => join(folder, 'office')
const create = () => run('create', '--office', office(), '--preset', 'college', '--name', '江南职业技术学院党委', '--admin', '管理员', '--clerk', '经办人')
const as = (user: string) => ['--office', office(), '--user', user]

test('a college’s workbooks give exactly the hours, targets and branch counts that are expected', async () => {
  expect(await create()).toMatchObject({ code: 0, value: { created: true } })
  expect(await run('import', 'organizations', fixture('organizations.xlsx'), ...as('经办人'))).toMatchObject({
    code: 0,
    value: { read: 9, created: 9, written: true, faults: [] },
  })
  expect(await run('import', 'people', fixture('roster.xlsx'), ...as('经办人'))).toMatchObject({
    code: 0,
    value: { read: 150, created: 150, written: true, faults: [] },
  })
  expect(await run('import', 'study', fixture('study.xlsx'), ...as('经办人'))).toMatchObject({
    code: 0,
    value: { read: 1477, created: 1477, written: true, faults: [] },
  })
  for (const kind of ['organizations', 'people', 'study']) {
    const file = { organizations: 'organizations.xlsx', people: 'roster.xlsx', study: 'study.xlsx' }[kind] ?? ''
    const again = await run('import', kind, fixture(file), ...as('经办人'))
    expect(again.value, kind).toMatchObject({ created: 0, updated: 0, unchanged: again.value.read, written: true })
  }
  const expected = JSON.parse(readFileSync(fixture('expected-2025.json'), 'utf8'))
  const { value: list } = await run('call', 'quota.people', '{"quota":"study-hours","year":2025}', ...as('经办人'))
  const known = (p: { name: string; branch: string; id: string; hours: number; target: number; met: boolean }) =>
    `${p.name} ${p.branch} ${p.id.slice(0, 4)}${p.id.slice(-4)} ${p.hours} ${p.target} ${p.met}`
  const got = (p: { name: string; organization: string; idNumber: string; done: number; target: number; met: boolean }) =>
    known({ ...p, branch: p.organization, id: p.idNumber, hours: p.done })
  expect(list.people.map(got).toSorted()).toEqual(expected.people.map(known).toSorted())
  const { value: board } = await run('call', 'quota.board', '{"quota":"study-hours","year":2025}', ...as('经办人'))
  const counts = board.organizations.map((o: { name: string; members: number; required: number; met: number }) => [
    o.name,
    { members: o.members, required: o.required, met: o.met },
  ])
  expect(Object.fromEntries(counts)).toEqual(expected.byBranch)
})

test('a roster with faults names each of them, writes nothing and does not succeed', async () => {
  await create()
  await run('import', 'organizations', fixture('organizations.xlsx'), ...as('经办人'))
  const { code, value } = await run('import', 'people', fixture('roster-with-faults.xlsx'), ...as('经办人'))
  expect(code).toBe(1)
  expect(value).toMatchObject({ written: false, created: 0 })
  const faults = JSON.parse(readFileSync(fixture('roster-faults.json'), 'utf8'))
  expect(value.faults.map((f: { sheet: string; row: number; code: string }) => ({ sheet: f.sheet, row: f.row, kind: f.code }))).toEqual(faults)
  expect((await run('call', 'records.list', '{"type":"person"}', ...as('经办人'))).value.total).toBe(0)
  const good = await run('import', 'people', fixture('roster-with-faults.xlsx'), ...as('经办人'), '--good-rows')
  expect(good).toMatchObject({ code: 0, value: { written: true, created: 144 } })
})

test('a register comes in by the name of its record type; what has no register does not', async () => {
  await create()
  await run('import', 'organizations', fixture('organizations.xlsx'), ...as('经办人'))
  await run('import', 'people', fixture('roster.xlsx'), ...as('经办人'))
  const notes = await writeWorkbook(folder, [
    {
      name: '笔记',
      rows: [
        ['姓名', '检查日期', '字数'],
        ['曹然', '2025-06-03', 8000],
        ['无此人', '2025-06-03', 1],
      ],
    },
  ])
  expect(await run('import', 'studyNote', notes, ...as('经办人'))).toMatchObject({
    code: 1,
    value: { written: false, faults: [{ row: 3, code: 'unknownPerson' }] },
  })
  expect(await run('import', 'studyNote', notes, ...as('经办人'), '--good-rows')).toMatchObject({ code: 0, value: { created: 1 } })
  const { code, errors } = await run('import', 'parameter', notes, ...as('经办人'))
  expect(code).toBe(2)
  expect(errors).toContain('没有“parameter”这种导入')
  expect(errors).toContain('import organizations|people|study|cases 工作簿.xlsx')
  expect(errors).toContain('studyNote（学习笔记检查）')
})

test.each([
  [['call'], '缺接口名'],
  [['call', 'quota.boards'], '没有“quota.boards”这个接口'],
  [['call', 'quota.board', '{"quota'], '不是有效的 JSON'],
  [['create', '--office', 'x', '--preset', 'village'], '没有“village”这个预置'],
  [['print', 'nothing'], '没有“nothing”这张表'],
  [['fly'], '用法'],
  [['constructor'], '用法'],
  [['import', 'people', 'x.xlsx', '--good-row', '--office', 'x'], '没有 --good-row 这个选项'],
])('%s is answered with how it should look, and exit code 2', async (argv, said) => {
  const { code, errors } = await run(...argv)
  expect(code).toBe(2)
  expect(errors).toContain(said)
})

test('the board of every quota is there for the asking, and what cannot be asked is answered with what is wrong', async () => {
  await create()
  await run('import', 'organizations', fixture('organizations.xlsx'), ...as('经办人'))
  await run('import', 'people', fixture('roster.xlsx'), ...as('经办人'))
  for (const quota of Object.keys(quotaLabels)) {
    const { code, value } = await run('call', 'quota.board', JSON.stringify({ quota, year: 2025 }), ...as('经办人'))
    expect({ code, quota: value.quota, year: value.year }).toEqual({ code: 0, quota, year: 2025 })
  }
  const { value: coverage } = await run('call', 'policies.coverage', '{}', ...as('经办人'))
  expect(coverage.mechanisms).toHaveLength(178)
  for (const [input, said] of [
    [{ quota: 'unheard-of', year: 2025 }, '没有这个指标'],
    [{ quota: 'own:unheard-of', year: 2025 }, '找不到这条指标。'],
    [{ quota: 'talks', year: 20_250 }, '年度应在 1950 到 2200 之间'],
    [{ quota: 'talks', year: 2025, organizationId: 'unheard-of' }, '找不到这条党组织。'],
  ] as const) {
    const { code, value } = await run('call', 'quota.board', JSON.stringify(input), ...as('经办人'))
    expect({ code, said: value.error.message }).toEqual({ code: 2, said })
  }
})

test('a failure comes as JSON with code, facts and the sentence', async () => {
  await create()
  const { code, value } = await run('call', 'quota.board', '{"quota":"study-hours","year":"now"}', ...as('经办人'))
  expect(code).toBe(2)
  expect(value.error).toMatchObject({ code: 'input.invalid' })
  expect(await run('call', 'records.list', '{"type":"person"}', ...as('管理员'))).toMatchObject({
    code: 2,
    value: { error: { code: 'session.forbidden', message: '当前身份无权进行此操作。' } },
  })
})

test('only the system administrator gets the database key', async () => {
  await create()
  expect((await run('key', ...as('管理员'))).value.key).toMatch(/^[0-9a-f]{64}$/)
  expect(await run('key', ...as('经办人'))).toMatchObject({ code: 2, value: { error: { code: 'session.forbidden' } } })
})
