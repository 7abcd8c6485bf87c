import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { App } from '../../main/app/app.ts'
import { idMaker } from '../../main/app/ids.ts'
import type { Ports } from '../../main/app/ports.ts'
import type { WriteScope } from '../../main/app/scopes.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { standardCost } from '../../main/lobby/keys.ts'
import { Lobby } from '../../main/lobby/lobby.ts'
import { user } from '../../shared/domain/user.ts'
import { messageOf } from '../../shared/errors.ts'
import type { PresetName } from '../../shared/domain/presets.ts'
import { secretClassNames } from '../../shared/records/secrecy.ts'

export const users = { admin: '管理员', clerk: '经办人' } as const

export interface NewOffice {
  readonly folder: string
  readonly name: string
  readonly preset: PresetName
  readonly password: string
  readonly clock: { now(): string; today(): string }
  /** Work factor of the key slots; the program's own unless a test wants cheap ones. */
  readonly cost?: number
}

/** An office made by the door the window uses, opened for writing by the same store that the program writes with. */
export interface WritableOffice {
  readonly recoveryCode: string
  /** Audited, in one transaction. */
  write<T>(work: (scope: WriteScope) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Creates the office; `office.exists` where there is one already. */
export async function createOffice({ folder, name, preset, password, clock, cost = standardCost }: NewOffice): Promise<WritableOffice> {
  const ports = portsAt(clock)
  const tokens = new FileTokens()
  const app = new App(ports, tokens, { cost })
  const person = (called: string) => ({ name: called, password })
  mkdirSync(folder, { recursive: true })
  const reply = await app.call('lobby.create', { folder: tokens.offer(folder), preset, name, admin: person(users.admin), clerk: person(users.clerk) })
  await app.close()
  if (!reply.ok) throw new Error(messageOf(reply.error))
  const recoveryCode = codeOf(reply.value)
  const lobby = new Lobby(ports, { home: null, cost })
  lobby.choose(folder)
  const open = await lobby.unlock({ user: users.clerk, password })
  const who = { actor: open.user.name, role: open.user.role, office: { name: open.name, preset: open.preset }, whole: true }
  // The whole of a county is written at once: index pages that stay in memory are not written again and again.
  open.office.connections.writer.pragma('cache_size = -1048576')
  const write: WritableOffice['write'] = work => open.office.write(who, 'demo.fill', work, () => undefined)
  // 监督资料 are part of the demonstration.
  await write(async ({ db, store }) => {
    const { id } = await db.selectFrom('user').select('id').where('name', '=', users.clerk).executeTakeFirstOrThrow()
    store.update(user, store.get(user, id), { grants: secretClassNames })
  })
  return {
    recoveryCode,
    write,
    async close() {
      await open.office.close()
      open.release()
    },
  }
}

/** The outside world of a command-line tool: no window, no printer, ids that follow the clock. */
export function portsAt(clock: Ports['clock']): Ports {
  const refuse = () => Promise.reject(new Error('there is no printer here'))
  return {
    clock,
    newId: idMaker(() => Date.parse(clock.now())),
    printer: { pdf: refuse, paper: refuse },
    machine: hostname(),
    version: '1.0.0',
    push: () => undefined,
    log: { info: () => undefined, error: (message, cause) => console.error(message, cause) },
    checkReplies: false,
  }
}

function codeOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'recoveryCode' in value && typeof value.recoveryCode === 'string') return value.recoveryCode
  throw new Error('lobby.create gave no recovery code')
}
