import { App } from '../../main/app/app.ts'
import { callerOf } from '../../main/app/caller.ts'
import { install } from '../../main/electron/installing.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { portsAt } from '../../build/demo/office.ts'

/**
 * A program that updates itself from a package, in a process that may be killed: `node --import register.ts updating.ts OFFICE PACKAGE
 * WAITING PUBLIC-KEY PASSWORD`. Says `begun` before and `done` after; its own file is what APPIMAGE names.
 */
const [office = '', update = '', waiting = '', publicKey = '', password = ''] = process.argv.slice(2)
const clock = { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10) }
const tokens = new FileTokens()
const installation = {
  target: { kind: 'AppImage', platform: 'linux', arch: 'x64' },
  trusted: [{ name: '甲', publicKey }],
  folder: waiting,
  fetch: async () => undefined,
  async install(installer: string, sha512: string) {
    const { kind } = await install('AppImage', installer, sha512)
    if (kind === 'failed') throw new Error('not installed')
    return kind
  },
} as const
const app = new App({ ...portsAt(clock), installation }, tokens, { home: null, cost: 2 ** 10 })
const call = callerOf(app)
await call('lobby.open', { folder: tokens.offer(office) })
await call('lobby.unlock', { user: '管理员', password })
process.stdout.write('begun\n')
await call('update.install', { file: tokens.offer(update), job: 'killed' })
process.stdout.write('done\n')
process.exit(0)
