import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from '../../main/app/app.ts'
import { type Call, callerOf } from '../../main/app/caller.ts'
import { openDatabase } from '../../main/db/open.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { activity } from '../../shared/domain/activity.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import { portsAt, users } from '../demo/office.ts'
import { draftWith } from '../torture/draft.ts'

const password = 'Zugong-Fuzz-2026'
const today = '2026-11-23'

export interface Bench {
  readonly app: App
  readonly call: Call
  readonly tokens: FileTokens
  /** The office's folder, and one beside it for files. */
  readonly office: string
  readonly papers: string
  readonly password: string
  /** What was logged as not foreseen, newest last. */
  readonly incidents: unknown[]
  /** Ids that exist. */
  readonly ids: readonly string[]
  enter(user: keyof typeof users): Promise<void>
  /** How many lines the audit has. */
  lines(): number
  remove(): Promise<void>
}

/** A small real office, to be asked nonsense. Replies are checked against the contract. */
export async function makeBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-fuzz-'))
  const office = join(folder, 'office')
  const incidents: unknown[] = []
  const clock = { now: () => new Date().toISOString(), today: () => today }
  const printer = { pdf: async () => new TextEncoder().encode('%PDF-1.4'), paper: async () => true }
  const log = { info: () => undefined, error: (_: string, cause: unknown) => void incidents.push(cause) }
  const tokens = new FileTokens()
  const app = new App({ ...portsAt(clock), printer, log, checkReplies: true }, tokens, { home: null, cost: 2 ** 10 })
  const call = callerOf(app)
  const [admin, clerk] = [
    { name: users.admin, password },
    { name: users.clerk, password },
  ]
  await call('lobby.create', { folder: tokens.offer(office), preset: 'college', name: '临江工业职业学院党委', admin, clerk })
  const ids = await furnish(call)
  const enter = async (user: keyof typeof users) => void (await call('lobby.unlock', { user: users[user], password }))
  await enter('admin')
  const { key } = await app.rawKey()
  const beside = openDatabase(officeFiles(office).database, Buffer.from(key, 'hex'), { create: false })
  await enter('clerk')
  return {
    app,
    call,
    tokens,
    office,
    papers: folder,
    password,
    incidents,
    ids,
    enter,
    lines: () => Number(beside.reader.prepare('SELECT count(*) FROM audit').pluck().get()),
    async remove() {
      await app.close()
      await beside.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function furnish(call: Call): Promise<string[]> {
  const branch = await call('records.create', { type: 'organization', draft: draftWith(organization, { name: '机关第一党支部', kind: 'branch' }) })
  const first = '11010519491231002'
  const member = { name: '张三', idNumber: first + checkCharacter(first), category: 'full', organizationId: branch['id'] }
  const zhang = await call('records.create', { type: 'person', draft: draftWith(person, member) })
  const meeting = {
    name: '十一月党员大会',
    kind: 'memberMeeting',
    startsOn: '2026-11-02',
    endsOn: '2026-11-02',
    hours: 2,
    counts: true,
    organizationId: branch['id'],
  }
  const { id } = await call('activity.register', {
    draft: draftWith(activity, meeting),
    lines: [{ personId: String(zhang['id']), state: 'present', hours: 2, reason: null }],
  })
  return [String(branch['id']), String(zhang['id']), id]
}
