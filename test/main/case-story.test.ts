import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/db/open.ts'
import { fromRow } from '../../main/records/rows.ts'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { records } from '../../shared/domain/index.ts'
import { caseStep } from '../../shared/domain/procedure-case.ts'
import { endOf } from '../../shared/procedures/follows.ts'
import { membership } from '../../shared/procedures/membership.ts'
import { password } from '../support/app.ts'
import { smallOffice } from '../support/office.ts'

const kinds = ['caseStep', 'caseMaterial', 'caseNote', 'procedureCase', 'localRequirement', 'parameter'] as const
type Kind = (typeof kinds)[number]
type Row = Readonly<Record<string, unknown>>
interface Line {
  readonly recordType: string
  readonly recordId: string
  readonly before: string | null
  readonly after: string
  readonly actor: string
  readonly at: string
}

const steps = membership.rules.at(-1)?.steps ?? []
const verbs = [
  'open',
  'record',
  'begin',
  'batch',
  'change',
  'withdraw',
  'restore',
  'material',
  'note',
  'end',
  'reopen',
  'voidCase',
  'restoreCase',
  'local',
  'voidLocal',
  'moveOn',
  'undo',
] as const
const action = fc.record({
  verb: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('record', 'batch', 'change', 'withdraw') }, { weight: 10, arbitrary: fc.constantFrom(...verbs) }),
  step: fc.nat(),
  which: fc.nat(),
  day: fc.integer({ min: 0, max: 400 }),
})
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
/** What a person may be told; anything else is a fault of the program. */
const foreseen = ['input.invalid', 'undo.nothing', 'undo.overtaken', 'record.voided', 'record.changedByOther', 'record.badReference', 'record.duplicate']

/** An office in which cases are opened, and everything that may be done with them, by the door. */
async function story() {
  const office = await smallOffice()
  const { call, member, add, tokens, folder, app } = office
  const caseIds: string[] = []
  const seen: Record<Kind, Set<string>> = {
    caseStep: new Set(),
    caseMaterial: new Set(),
    caseNote: new Set(),
    procedureCase: new Set(),
    localRequirement: new Set(),
    parameter: new Set(),
  }
  const prints = new Map<string, string>()
  const wholes = () => Promise.all(caseIds.map(caseId => call('case.get', { caseId })))
  const open = async (day: number) => {
    const personId = await member({ category: 'applicant', joinedOn: null, fullMemberOn: null })
    caseIds.push(...(await call('case.open', { procedure: 'membership', openedOn: dayOf(day), owner: null, personIds: [personId] })).caseIds)
  }
  const versioned = (row: Row) => ({ id: String(row['id']), version: Number(row['version']) })
  const listed = async (type: 'localRequirement', voided: boolean) => (await call('records.list', { type, voided, limit: 100 })).rows

  async function act({ verb, step: stepNo, which, day }: Action): Promise<unknown> {
    const all = await wholes()
    const picked = at(all, which)
    if (!picked) return open(day)
    const { record } = picked
    const caseId = String(record['id'])
    const shown = at(picked.steps, stepNo)
    const draft = { doneOn: dayOf(day), result: at(shown?.results ?? [], which)?.key ?? null, opinion: `第 ${day} 天` }
    const living = (rows: readonly Row[], dead = false) => rows.filter(row => (row['voidedAt'] !== null) === dead)
    switch (verb) {
      case 'open':
        return caseIds.length < 4 ? open(day) : null
      case 'record':
        return (
          shown &&
          call('case.record', {
            caseIds: [caseId],
            step: shown.key,
            draft: { ...draft, extendedTo: shown.key === 'conversionMeeting' ? dayOf(day + 200) : null },
          })
        )
      case 'begin':
        return shown && call('case.record', { caseIds: [caseId], step: shown.key, draft: { startedOn: draft.doneOn } })
      case 'batch':
        return shown && call('case.record', { caseIds, step: shown.key, draft })
      case 'change': {
        const row = at(living(picked.records), stepNo)
        return row && call('case.change', { stepId: String(row['id']), version: Number(row['version']), draft: { doneOn: draft.doneOn, opinion: `改 ${day}` } })
      }
      case 'withdraw':
      case 'restore': {
        const back = verb === 'restore'
        const [type, row] = at(
          [
            ['caseStep', at(living(picked.records, back), stepNo)],
            ['caseMaterial', at(living(picked.materials, back), stepNo)],
            ['caseNote', at(living(picked.notes, back), stepNo)],
          ] as const,
          which,
        ) ?? ['caseStep', undefined]
        return row && call(back ? 'records.restore' : 'records.void', { type, ...versioned(row), reason: `因为 ${day}` })
      }
      case 'material': {
        const path = join(folder, `${prints.size}.pdf`)
        writeFileSync(path, `材料 ${prints.size}`)
        const { id } = await call('attachment.add', { file: tokens.offer(path) })
        prints.set(id, hash('sha256', `材料 ${prints.size}`))
        return shown && add('caseMaterial', { caseId, step: shown.key, material: at(shown.materials, which)?.key ?? null, name: `材料 ${day}`, file: id })
      }
      case 'note':
        return add('caseNote', { caseId, notedOn: draft.doneOn, content: `第 ${day} 天的情况` })
      case 'end':
        return call('case.end', { caseId, version: Number(record['version']), closedOn: '2027-06-30', outcome: '本人撤回' })
      case 'reopen':
        return call('case.end', { caseId, version: Number(record['version']), closedOn: null, outcome: null })
      case 'voidCase':
        return call('records.void', { type: 'procedureCase', ...versioned(record), reason: '立错了' })
      case 'restoreCase':
        return call('records.restore', { type: 'procedureCase', ...versioned(record), reason: '没有立错' })
      case 'local':
        return add('localRequirement', {
          procedure: 'membership',
          kind: which % 2 === 0 ? 'step' : 'material',
          label: `本单位 ${day}`,
          afterStep: at(steps, stepNo)?.key ?? '',
          withinDays: day % 30,
          workingDays: which % 3 === 0 ? 5 : null,
          clause: '本单位',
          startsOn: dayOf(day),
        })
      case 'voidLocal': {
        const row = at(await listed('localRequirement', false), which)
        return row && call('records.void', { type: 'localRequirement', ...versioned(row), reason: '不再要求' })
      }
      case 'moveOn':
        return add('parameter', { key: 'procedure.openCasesMoveOn', value: which % 2, startsOn: dayOf(day), clause: `会议纪要 ${day}`, basis: 'local' })
      case 'undo':
        return call('undo.last', {})
    }
  }

  /** Everything that was ever put down is there, living or voided with its reason; every case can be shown, on its page, on the board, in 今日待办. */
  async function check(): Promise<void> {
    const all = await wholes()
    const found: Readonly<Record<'caseStep' | 'caseMaterial' | 'caseNote' | 'procedureCase', readonly Row[]>> = {
      procedureCase: all.map(({ record }) => record),
      caseStep: all.flatMap(({ records: rows }) => rows),
      caseMaterial: all.flatMap(({ materials }) => materials),
      caseNote: all.flatMap(({ notes }) => notes),
    }
    for (const [kind, rows] of Object.entries(found)) {
      const known = seen[kind as Kind]
      for (const row of rows) {
        known.add(String(row['id']))
        if (row['voidedAt'] !== null) expect(row['voidReason'], kind).toEqual(expect.stringMatching(/./))
      }
      expect(rows.length, kind).toBe(known.size)
    }
    for (const { steps: shown, records: rows, record } of all) {
      // A case is closed because a person ended it, or because a step that stands did: none stays closed by what was withdrawn.
      const ends = rows.flatMap(row => (row['voidedAt'] === null ? (endOf('membership', caseStep.stored.parse(row)) ?? []) : []))
      if (record['closedOn'] !== null && record['voidReason'] === null) expect(['本人撤回', ...ends]).toContain(record['outcome'])
      // No living record is out of sight, whatever rules the case goes by now.
      const keys = new Set(shown.filter(({ state }) => state !== 'off').map(({ key }) => key))
      for (const row of rows) if (row['voidedAt'] === null) expect(keys).toContain(row['step'])
      const { rows: board } = await call('case.list', { procedure: 'membership', ended: record['closedOn'] !== null })
      const listedCase = board.find(({ id }) => id === record['id'])
      if (record['voidedAt'] !== null) expect(listedCase).toBe(undefined)
      else expect(listedCase?.remarks).toBe(shown.reduce((sum, { remarks }) => sum + remarks.length, 0))
    }
    await call('due.list', {})
  }

  /** The audit by itself: replayed from nothing, it comes to what is kept. */
  async function replay(): Promise<void> {
    expect(await call('audit.verify', {})).toMatchObject({ ok: true })
    await call('lobby.unlock', { user: '管理员', password })
    const { key } = await app.rawKey()
    const file = openDatabase(officeFiles(office.office).database, Buffer.from(key, 'hex'), { create: false })
    try {
      const lines = file.writer.prepare('SELECT * FROM audit ORDER BY seq').all() as Line[]
      const state = new Map<string, Row>()
      for (const { recordType, recordId, before, after, actor, at: when } of lines) {
        if (!kinds.some(kind => kind === recordType)) continue
        const name = `${recordType} ${recordId}`
        const now = JSON.parse(after) as Row
        expect(before === null ? undefined : JSON.parse(before)).toEqual(state.get(name))
        expect(now['version']).toBe(Number(state.get(name)?.['version'] ?? 0) + 1)
        expect([actor, when].every(Boolean)).toBe(true)
        state.set(name, now)
      }
      for (const kind of kinds)
        for (const row of file.writer.prepare(`SELECT * FROM ${kind}`).all() as { id: string }[])
          expect(state.get(`${kind} ${row.id}`), kind).toEqual(fromRow<never>(records[kind] as never, row))
      for (const kind of ['caseStep', 'caseMaterial', 'caseNote', 'procedureCase'] as const)
        expect([...state.keys()].filter(name => name.startsWith(`${kind} `)).length).toBe(seen[kind].size)
      const files = file.writer.prepare('SELECT id, sha256, bytes FROM attachmentFile').all() as { id: string; sha256: string; bytes: Buffer }[]
      const told = new Map(lines.filter(({ recordType }) => recordType === 'attachmentFile').map(({ recordId, after }) => [recordId, JSON.parse(after) as Row]))
      expect(files.length).toBe(prints.size)
      for (const { id, sha256, bytes } of files)
        expect([sha256, hash('sha256', bytes), told.get(id)?.['sha256']]).toEqual([prints.get(id), prints.get(id), prints.get(id)])
    } finally {
      await file.close()
    }
  }
  return { act, check, replay, failures: office.failures }
}

test(
  'whatever is opened, recorded, corrected, withdrawn, voided, ended, reopened, asked for locally, moved to other rules or undone, no case loses a step or a material, and the audit alone tells the whole story',
  {
    timeout: 180_000,
  },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 60 }), async actions => {
        const { act, check, replay, failures } = await story()
        for (const one of actions) {
          await act(one).catch((cause: unknown) => {
            if (!foreseen.includes(String((cause as { code?: string }).code))) throw cause
          })
          await check()
        }
        await replay()
        expect(failures).toEqual([])
      }),
      { numRuns: 8 },
    )
  },
)
