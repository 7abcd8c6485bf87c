import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { users } from '../demo/office.ts'
import { damaged, damages } from './bytes.ts'
import type { Bench } from './office.ts'
import { type Effort, trial, type Verdict } from './trial.ts'

const foreseen = ['backup.damaged', 'backup.forged', 'file.unreadable']

/** Backups damaged on their way, restored with the right password: what is not what was written is refused with a reason, and leaves nothing where it was to go. */
export async function fuzzBackups(bench: Bench, effort: Effort): Promise<Verdict> {
  await bench.enter('clerk')
  const stick = join(bench.papers, 'U盘')
  mkdirSync(stick, { recursive: true })
  await bench.call('backup.setFolder', { folder: bench.tokens.offer(stick) })
  const { name } = await bench.call('backup.run', { job: 'fuzz' })
  const whole = readFileSync(join(stick, name))
  const [path, place] = [join(bench.papers, '拷来的.zgb'), join(bench.papers, '恢复到这里')]
  const asked = { file: bench.tokens.offer(path), folder: bench.tokens.offer(place), user: users.clerk, secret: bench.password, job: 'fuzz' }
  try {
    return await trial('backups', effort, damages, async done => {
      const given = damaged(whole, done)
      writeFileSync(path, given)
      rmSync(place, { recursive: true, force: true })
      const reply = await bench.app.call('lobby.restore', asked)
      if (reply.ok) {
        if (!given.equals(whole)) throw new Error('a changed backup was restored')
        return
      }
      if (!foreseen.includes(reply.error.code)) throw new Error(`refused with ${reply.error.code} ${String(bench.incidents.at(-1))}`)
      if (existsSync(place)) throw new Error('a refused backup left a folder')
    })
  } finally {
    // A backup that was whole after all has made its office the one in hand.
    await bench.call('lobby.open', { folder: bench.tokens.offer(bench.office) })
  }
}
