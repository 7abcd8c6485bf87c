import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableWorkbook } from '../../main/files/table-workbook.ts'
import { type RecordName, records } from '../../shared/domain/index.ts'
import { isMeetingKind } from '../../shared/domain/meeting.ts'
import { addDays } from '../../shared/rules/days.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import type { Random } from '../demo/random.ts'
import { users } from '../demo/office.ts'
import { ballotActs } from './ballot-acts.ts'
import { draftOfRecord, draftWith } from './draft.ts'
import type { Touched } from './messages.ts'
import { firstPassword, type Program } from './office.ts'

/** What an act has at hand. */
export interface Desk extends Program {
  readonly random: Random
  /** Where workbooks to import are put. */
  readonly papers: string
  readonly today: string
  password: string
  /** The raw key of the database, after it was changed. */
  rekeyed(key: string): Promise<void>
}

/** Made ready before it begins, so that what is interrupted is the writing. Nothing to do where the office has nothing to do it with. */
export interface Act {
  readonly password?: string
  run(): Promise<readonly Touched[]>
}
export type Maker = (desk: Desk) => Promise<Act | undefined>

const nothingTouched: readonly Touched[] = []

export const acts: Readonly<Record<string, Maker>> = {
  async importPeople(desk) {
    const branches = await desk.call('records.list', { type: 'organization', filters: [{ field: 'kind', op: 'is', value: 'branch' }] })
    const branch = desk.random.some(branches.rows, 1)[0]
    if (!branch) return
    const rows = Array.from({ length: desk.random.int(20, 900) }, (_, i) => [`新党员${i}`, idNumber(desk.random, i), String(branch['name']), '正式党员'])
    return importing(desk, 'people', ['姓名', '公民身份号码', '所在党支部', '人员类别'], rows)
  },
  async importOrganizations(desk) {
    const rows = Array.from({ length: desk.random.int(1, 40) }, () => [`第 ${desk.random.int(1, 1_000_000)} 党支部`])
    return importing(desk, 'organizations', ['党组织名称'], rows)
  },
  async editPerson(desk) {
    const found = await oneOf(desk, 'person')
    if (!found) return
    const draft = draftOfRecord(records.person, found, { remark: `改动 ${desk.random.int(1, 1_000_000)}` })
    return { run: async () => [touchedBy('person', await desk.call('records.update', { type: 'person', ...known(found), draft }))] }
  },
  async voidAndRestore(desk) {
    const found = await oneOf(desk, 'person')
    if (!found) return
    const { call } = desk
    return {
      async run() {
        const gone = await call('records.void', { type: 'person', ...known(found), reason: '登记重复' })
        return [touchedBy('person', await call('records.restore', { type: 'person', ...known(gone), reason: '并未重复' }))]
      },
    }
  },
  async attendance(desk) {
    const activityId = await oneActivity(desk)
    if (activityId === undefined) return
    const { activity, lines } = await desk.call('attendance.get', { activityId })
    const [first, ...rest] = lines.map(({ personId, reason, hours }) => {
      const state = desk.random.pick(['present', 'leave', 'absent', 'makeup'])
      return { personId, state, reason, hours: state === 'present' || state === 'makeup' ? Math.min(hours || 2, 24) : 0 }
    })
    const kept = first && desk.random.chance(0.2) ? rest : first ? [first, ...rest] : []
    const version = Number(activity['version'])
    return {
      run: async () => [{ type: 'activity', id: activityId, version: (await desk.call('attendance.save', { activityId, version, lines: kept })).version }],
    }
  },
  async meeting(desk) {
    const activityId = await oneActivity(desk, true)
    if (activityId === undefined) return
    const { activity, lines } = await desk.call('meeting.get', { activityId })
    const expected = lines.map(({ personId, hours }) => ({ personId, state: desk.random.pick(['present', 'absent']), hours, reason: null }))
    const resolutions = Array.from({ length: desk.random.int(0, 3) }, (_, i) => ({ number: i + 1, item: `议题 ${desk.random.int(1, 1_000_000)}` }))
    const version = Number(activity['version'])
    return {
      async run() {
        const saved = await desk.call('meeting.save', { activityId, version, lines: expected, resolutions })
        return [{ type: 'activity', id: saved.id, version: saved.version }]
      },
    }
  },
  async registerActivity(desk) {
    const people = await desk.call('records.list', { type: 'person', limit: 60, offset: desk.random.int(0, 200) })
    const startsOn = addDays(desk.today, -desk.random.int(1, 700))
    const name = `培训 ${desk.random.int(1, 1_000_000)}`
    const draft = draftWith(records.activity, { name, kind: 'training', startsOn, endsOn: addDays(startsOn, desk.random.int(0, 40)), hours: 8, counts: true })
    const lines = people.rows.map(row => ({ personId: String(row['id']), state: 'present', hours: desk.random.int(1, 16) / 2, reason: null }))
    return {
      async run() {
        const { id, version } = await desk.call('activity.register', { draft, lines })
        return [{ type: 'activity', id, version }]
      },
    }
  },
  async talk(desk) {
    const found = await oneOf(desk, 'person')
    if (!found) return
    const talkedOn = addDays(desk.today, -desk.random.int(1, 400))
    return create(desk, 'talk', { personId: found['id'], talker: '张书记', talkedOn, matter: `谈心 ${desk.random.int(1, 1_000_000)}` })
  },
  async ownQuota(desk) {
    const given = {
      unit: '次',
      subjects: 'members',
      period: 'year',
      source: 'talk',
      subjectField: 'personId',
      dateField: 'talkedOn',
      target: desk.random.int(1, 9),
    }
    return create(desk, 'ownQuota', { ...given, label: `自定 ${desk.random.int(1, 1_000_000)}`, startsOn: '2020-01-01', clause: '本单位办法第三条' })
  },
  async snooze(desk) {
    const { items } = await desk.call('due.list', {})
    const open = items.filter(item => item.snoozed === null && !item.secret)
    const keys = desk.random.some(open, desk.random.int(1, 20)).map(item => item.key)
    if (keys.length === 0) return
    return {
      async run() {
        await desk.call('due.snooze', { keys, until: addDays(desk.today, desk.random.int(1, 30)), reason: '等上级通知' })
        return nothingTouched
      },
    }
  },
  async attach(desk) {
    const path = join(desk.papers, `附件 ${randomUUID()}.txt`)
    await writeFile(path, '会议记录'.repeat(desk.random.int(10, 40_000)))
    const file = desk.tokens.offer(path)
    return plain(() => desk.call('attachment.add', { file }))
  },
  async backup(desk) {
    await backupPlace(desk)
    return plain(() => desk.call('backup.run', { job: randomUUID() }))
  },
  async rekey(desk) {
    const { app, call } = desk
    await backupPlace(desk)
    return plain(async () => {
      await call('lobby.unlock', { user: users.admin, password: firstPassword })
      await call('keys.change', { job: randomUUID(), newCode: false })
      await desk.rekeyed((await app.rawKey()).key)
      await call('lobby.unlock', { user: users.clerk, password: desk.password })
    })
  },
  async undo(desk) {
    return plain(() => desk.call('undo.last', {}))
  },
  async reveal(desk) {
    const found = await oneOf(desk, 'person')
    return found && plain(() => desk.call('records.reveal', { type: 'person', id: String(found['id']), field: 'idNumber' }))
  },
  async password(desk) {
    const next = `Zugong-Torture-${desk.random.int(1, 1_000_000)}`
    return {
      password: next,
      async run() {
        await desk.call('session.changePassword', { current: desk.password, next })
        desk.password = next
        return nothingTouched
      },
    }
  },
  ...ballotActs,
  async relock(desk) {
    return plain(async () => {
      await desk.call('lobby.lock', {})
      await desk.call('lobby.unlock', { user: users.clerk, password: desk.password })
    })
  },
}

async function backupPlace({ call, tokens, papers }: Desk): Promise<void> {
  const { folder } = await call('backup.state', {})
  const place = join(papers, 'backups')
  mkdirSync(place, { recursive: true })
  if (folder === null) await call('backup.setFolder', { folder: tokens.offer(place) })
}

const plain = (work: () => Promise<unknown>): Act => ({
  async run() {
    await work()
    return nothingTouched
  },
})

async function importing({ call, tokens, papers }: Desk, kind: 'people' | 'organizations', headings: readonly string[], rows: string[][]): Promise<Act> {
  const path = join(papers, `${randomUUID()}.xlsx`)
  await writeFile(path, await tableWorkbook({ name: '表', columns: headings.map(heading => ({ heading, width: 20 })), rows }))
  const file = tokens.offer(path)
  return plain(() => call('import.write', { kind, file, job: randomUUID(), goodRows: true }))
}

async function create({ call }: Desk, type: RecordName, given: Readonly<Record<string, unknown>>): Promise<Act> {
  const draft = draftWith(records[type], given)
  return { run: async () => [touchedBy(type, await call('records.create', { type, draft }))] }
}

async function oneOf({ call, random }: Desk, type: RecordName): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { total } = await call('records.list', { type, limit: 1 })
  const { rows } = await call('records.list', { type, limit: 1, offset: random.int(0, Math.max(0, total - 1)) })
  return rows[0]
}

async function oneActivity({ call, random, today }: Desk, meeting = false): Promise<string | undefined> {
  const { rows } = await call('activity.list', { year: Number(today.slice(0, 4)), limit: 500 })
  return random.some(
    rows.filter(row => row.attended > 0 && (!meeting || isMeetingKind(row.kind))),
    1,
  )[0]?.id
}

const known = (record: Readonly<Record<string, unknown>>) => ({ id: String(record['id']), version: Number(record['version']) })
const touchedBy = (type: RecordName, record: Readonly<Record<string, unknown>>): Touched => ({ type, ...known(record) })

function idNumber(random: Random, at: number): string {
  const born = addDays('1950-01-01', random.int(0, 19_000)).replaceAll('-', '')
  const first = `110105${born}${String(at % 1000).padStart(3, '0')}`
  return first + checkCharacter(first)
}
