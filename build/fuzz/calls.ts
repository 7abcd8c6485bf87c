import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { contract } from '../../shared/api/contract.ts'
import type { Endpoint } from '../../shared/api/endpoint.ts'
import { type RecordName, recordNames, records } from '../../shared/domain/index.ts'
import { type FieldKind, type Field } from '../../shared/records/fields.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { Bench } from './office.ts'
import { inputsOf } from './json.ts'
import { type Effort, trial, type Verdict } from './trial.ts'

interface Asked {
  readonly name: string
  readonly input: unknown
}

/** What must hold of any answer: it is one, it was foreseen, and a refusal has written nothing. */
async function ask(bench: Bench, { name, input }: Asked): Promise<void> {
  const before = bench.lines()
  const reply = await bench.app.call(name, input)
  if (reply.ok) return
  if (reply.error.code === 'internal') throw new Error(`${name} failed unforeseen: ${String(bench.incidents.at(-1)).slice(0, 600)}`)
  if (bench.lines() !== before) throw new Error(`${name} was refused with ${reply.error.code} and wrote ${bench.lines() - before} lines`)
}

/** Every endpoint below the window, asked as 经办人 or 管理员, with input of its shape, spoiled input and nonsense. */
export async function fuzzCalls(bench: Bench, effort: Effort): Promise<Verdict> {
  const known = wordsOf(bench)
  const endpoints: readonly (readonly [string, Endpoint])[] = Object.entries(contract).filter(
    ([name]) => !name.startsWith('shell.') && !name.startsWith('lobby.'),
  )
  const asOne = (user: 'admin' | 'clerk') =>
    endpoints
      .filter(([, { by }]) => by.includes(user) !== (user === 'admin' && by.includes('clerk')))
      .map(([name, { input }]) => inputsOf(input, known).map((given): Asked => ({ name, input: given })))
  const half = { ...effort, inputs: Math.ceil(effort.inputs / 5) }
  await bench.enter('admin')
  const admin = await trial('calls of the administrator', half, fc.oneof(...asOne('admin')), asked => ask(bench, asked))
  await bench.enter('clerk')
  const clerk = await trial('calls of the clerk', effort, fc.oneof(...asOne('clerk')), asked => ask(bench, asked))
  return { name: 'calls', inputs: admin.inputs + clerk.inputs, slowest: Math.max(admin.slowest, clerk.slowest), fault: admin.fault ?? clerk.fault }
}

/** The calls that need no open office: what they refuse leaves the office as it was, and the right password opens it afterwards. */
export async function fuzzDoor(bench: Bench, effort: Effort): Promise<Verdict> {
  const { keys, keysCopy } = officeFiles(bench.office)
  const whole = readFileSync(keys)
  const known = wordsOf(bench)
  const doors = Object.entries(contract).filter(([name]) => name.startsWith('lobby.'))
  const asked = fc.oneof(...doors.map(([name, { input }]) => inputsOf(input, known).map((given): Asked => ({ name, input: given }))))
  return trial('the door', effort, asked, async given => {
    await ask(bench, given)
    // Wrong passwords make one wait: that is tried elsewhere.
    for (const path of [keys, keysCopy]) writeFileSync(path, whole)
    await bench.call('lobby.open', { folder: bench.tokens.offer(bench.office) })
    await bench.enter('clerk')
  })
}

/** Words with a meaning: ids, fields, days, files that can be read and written. */
function wordsOf({ ids, tokens, papers }: Bench): string[] {
  const text = join(papers, '说明.txt')
  writeFileSync(text, '不是工作簿')
  const files = [tokens.offer(text), tokens.offer(join(papers, '写到这里.xlsx')), tokens.offer(join(papers, '没有', '这个.xlsx')), tokens.offer(papers)]
  const days = ['2026-11-02', '2025-12-31', '1949-10-01', '9999-12-31', '2026-11']
  const fields = ['name', 'kind', 'startsOn', 'idNumber', 'organizationId', 'personId', 'id', 'version']
  return [
    ...ids,
    ...files,
    ...days,
    ...fields,
    'study-hours',
    'study.member',
    'branch',
    'memberMeeting',
    'present',
    'activity',
    '机关第一党支部',
    '张三',
    'zs',
    '100%_',
  ]
}

const day = fc.constantFrom('2026-11-02', '2025-01-05', '2024-02-29', '2026-02-30', '0000-00-00', '')
const anyText = fc.oneof(fc.constantFrom('', ' ', '机关', '张三', '𠮷', '\u0000', '\u202e倒', "';--"), fc.string({ unit: 'binary', maxLength: 40 }))
const values: Readonly<Record<FieldKind, (field: Field, ids: readonly string[]) => fc.Arbitrary<unknown>>> = {
  text: () => anyText,
  note: () => anyText,
  date: () => day,
  month: () => fc.constantFrom('2026-11', '2026-13', ''),
  integer: () => fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer()),
  decimal: () => fc.double(),
  money: () => fc.double(),
  flag: () => fc.boolean(),
  choice: ({ choices }) => fc.constantFrom(...Object.keys(choices ?? {}), 'none'),
  multi: ({ choices }) => fc.subarray([...Object.keys(choices ?? {}), 'none']),
  ref: (_, ids) => fc.constantFrom(...ids, 'nobody'),
  idNumber: () => fc.constantFrom('11010519491231002X', '110105194912310021', '1'),
  phone: () => fc.constantFrom('13812346027', '0571-88888888', 'x'),
  attachment: (_, ids) => fc.constantFrom(...ids, 'nothing'),
}

/** Drafts of every record type: created and changed, with values that fit, that do not, and that are left out. */
export async function fuzzDrafts(bench: Bench, effort: Effort): Promise<Verdict> {
  await bench.enter('clerk')
  const draftOf = (type: RecordName) => {
    const fields: RecordType['fields'] = records[type].fields
    const parts = Object.entries(fields).map(([key, field]) => {
      const fitting = values[field.kind](field, bench.ids)
      return [key, field.required ? fitting : fc.option(fitting)] as const
    })
    return fc.record(Object.fromEntries(parts)).map(draft => ({ type, draft }))
  }
  // What needs a grant does not exist to this clerk.
  const open = recordNames.filter(name => name !== 'user' && records[name].secret === undefined)
  const drafts = fc.oneof(...open.map(draftOf))
  return trial('drafts', effort, fc.tuple(drafts, drafts, fc.boolean()), async ([first, second, voided]) => {
    await ask(bench, { name: 'records.create', input: first })
    const { rows } = await bench.call('records.list', { type: first.type, limit: 1 })
    const [row] = rows
    if (!row) return
    const one = { type: first.type, id: row['id'], version: row['version'] }
    await ask(bench, { name: 'records.update', input: { ...one, draft: second.type === first.type ? second.draft : first.draft } })
    // Whom the later drafts speak of stays.
    if (voided && !bench.ids.includes(String(row['id'])))
      await ask(bench, { name: 'records.void', input: { ...one, version: Number(row['version']) + 1, reason: '登记重复' } })
    await ask(bench, { name: 'undo.last', input: {} })
  })
}
