import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { App } from '../../main/app/app.ts'
import { type Call, callerOf as typed } from '../../main/app/caller.ts'
import { idMaker } from '../../main/app/ids.ts'
import type { Ports, PrintJob } from '../../main/app/ports.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import type { Push } from '../../shared/api/bridge.ts'
import type { SecretClass } from '../../shared/records/secrecy.ts'
import { grantTo } from './grant.ts'

export const password = 'Linjiang-2026'
/** Cheap key slots: what is tested here is not how long scrypt takes. */
const cost = 2 ** 10

interface TestOptions {
  readonly today?: string
  readonly now?: () => string
  readonly preset?: 'national' | 'college' | 'county' | 'city'
  readonly role?: 'clerk' | 'admin'
  /** The classes of 监督资料 that 经办人 was granted. */
  readonly granted?: readonly SecretClass[]
  readonly printer?: Ports['printer']
  readonly version?: string
  readonly installation?: Ports['installation']
  /** The folder of an office to start from, whose 经办人 and 管理员 have the password above. */
  readonly from?: string
}

/** Each application makes its ids in a millisecond of its own: on a clock that stands still, two would come to the same ids. */
let made = 0

/** The real application on a real encrypted office in a folder of its own, with 经办人 signed in. */
export async function createTestApp(options: TestOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-test-'))
  const pushes: Push[] = []
  const listeners = new Set<(push: Push) => void>()
  const failures: unknown[] = []
  const printed: PrintJob[] = []
  const today = options.today ?? '2026-11-23'
  const turn = ++made
  const ports: Ports = {
    clock: { now: options.now ?? (() => `${today}T02:00:00.000Z`), today: () => today },
    newId: idMaker(() => Date.parse(`${today}T02:00:00Z`) + turn),
    printer: options.printer ?? { pdf: async job => (printed.push(job), new TextEncoder().encode('%PDF-1.4')), paper: async job => (printed.push(job), true) },
    machine: '测试机',
    version: options.version ?? '1.0.0',
    installation: options.installation,
    push: push => {
      pushes.push(push)
      for (const listener of listeners) listener(push)
    },
    log: { info: () => undefined, error: (_message, cause) => failures.push(cause) },
    checkReplies: true,
  }
  const tokens = new FileTokens()
  const app = new App(ports, tokens, { home: join(folder, 'home'), cost })
  const call = callerOf(app)
  const office = join(folder, 'office')
  await openOffice(call, tokens, office, folder, options)
  onTestFinished(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  /** 经办人 goes out and comes in again with these classes of 监督资料 granted. */
  const regrant = async (grants: readonly SecretClass[]) => {
    await call('lobby.lock', {})
    await grantClerk(office, grants)
    await call('lobby.open', { folder: tokens.offer(office) })
    await call('lobby.unlock', { user: '经办人', password })
  }
  return { app, call, tokens, ports, folder, office, pushes, listeners, failures, printed, regrant }
}

/** Fresh offices by preset, made once by this process and gone with it. */
const templates = mkdtempSync(join(tmpdir(), 'zugong-test-template-'))
process.once('exit', () => rmSync(templates, { recursive: true, force: true }))

/** Every test starts from a copy of one fresh office per preset, so that it costs a file copy and not three key derivations. */
async function openOffice(call: Call, tokens: FileTokens, office: string, folder: string, options: TestOptions): Promise<void> {
  const preset = options.preset ?? 'college'
  const template = options.from ?? join(templates, preset)
  mkdirSync(join(folder, 'home'), { recursive: true })
  if (options.from === undefined && !existsSync(join(template, 'done'))) {
    const person = (name: string) => ({ name, password })
    await call('lobby.create', { folder: tokens.offer(template), preset, name: '临江工业职业学院党委', admin: person('管理员'), clerk: person('经办人') })
    await call('lobby.lock', {})
    mkdirSync(join(template, 'done'))
  }
  cpSync(template, office, { recursive: true })
  if (options.granted) await grantClerk(office, options.granted)
  await call('lobby.open', { folder: tokens.offer(office) })
  await call('lobby.unlock', { user: options.role === 'admin' ? '管理员' : '经办人', password })
}

const grantClerk = (office: string, grants: readonly SecretClass[]) => grantTo({ office, user: '经办人', password, cost }, grants)

/** Calls as the renderer does: values cross as copies, failures come back as errors. */
export const callerOf = (app: App): Call => typed({ call: async (name, input) => structuredClone(await app.call(name, structuredClone(input))) })
