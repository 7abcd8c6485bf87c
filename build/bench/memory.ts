import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { below, type Figure } from './figure.ts'
import { median } from './measure.ts'
import { county, officeOf, openOffice } from './offices.ts'

/**
 * What an open county adds to the memory of the engine: as it opens, and after a board, everybody's standing, a sorted
 * page of people and a search. Floor: SQLite alone with the same two connections and cache setting, asked the same by hand.
 */
export const memory: Figure = {
  name: 'memory',
  async measure({ quick, say }) {
    const folder = await officeOf(county, say)
    const { key, close } = await openOffice(folder)
    await close()
    const child = join(import.meta.dirname, 'memory-child.ts')
    const run = (how: 'app' | 'bare', asked: 'open' | 'work' | 'verify' | 'backup') =>
      Number(execFileSync(process.execPath, ['--expose-gc', child, how, folder, key, asked], { encoding: 'utf8' }))
    const measured = (asked: 'open' | 'work' | 'verify' | 'backup') => {
      const rounds = Array.from({ length: quick ? 2 : 5 }, () => ({ value: run('app', asked), floor: run('bare', asked) }))
      return { value: median(rounds.map(r => r.value)), floor: median(rounds.map(r => r.floor)) }
    }
    return [
      below('memory.open', measured('open'), 32, 'MB'),
      below('memory.work', measured('work'), 256, 'MB'),
      below('memory.verify', measured('verify'), 250, 'MB'),
      below('memory.backup', measured('backup'), 250, 'MB'),
    ]
  },
}
