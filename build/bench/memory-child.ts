import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BoardFloor } from './board-floor.ts'
import { bareConnection, type OpenOffice, openOffice, today, year } from './offices.ts'

/** A process of its own that opens the county, with the program or without it, and tells how much memory that took. */
const [how, folder = '', key = '', asked] = process.argv.slice(2)
const work = asked === 'work'
if (!globalThis.gc) throw new Error('run with --expose-gc')

/** Into a folder beside the office, which is gone afterwards. */
async function backUp(call: OpenOffice['call'], tokens: OpenOffice['tokens']): Promise<void> {
  const stick = mkdtempSync(join(folder, '..', 'bench-memory-'))
  try {
    await call('backup.setFolder', { folder: tokens.offer(stick) })
    await call('backup.run', { job: 'bench' })
  } finally {
    rmSync(stick, { recursive: true, force: true })
  }
}

const settled = async (): Promise<number> => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.()
    await new Promise(resolve => setTimeout(resolve, 60))
  }
  return process.memoryUsage().rss / 2 ** 20
}

const before = await settled()
if (how === 'app') {
  const { call, tokens } = await openOffice(folder)
  if (asked === 'verify') await call('audit.verify', {})
  if (asked === 'backup') await backUp(call, tokens)
  if (work) {
    await call('quota.board', { quota: 'study-hours', year })
    await call('quota.people', { quota: 'study-hours', year })
    await call('records.list', { type: 'person', sort: { field: 'workPost' } })
    await call('search.all', { text: 'zjj' })
  }
} else {
  const [reader, writer] = [bareConnection(folder, key), bareConnection(folder, key)]
  for (const sqlite of [reader, writer]) sqlite.prepare('SELECT * FROM user').all()
  if (work) {
    const floor = new BoardFloor(reader, today)
    floor.board(year)
    floor.people(year)
    reader.prepare('SELECT * FROM person ORDER BY workPost LIMIT 100').all()
  }
}
console.log((await settled()) - before)
process.exit(0)
