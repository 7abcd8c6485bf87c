import { setImmediate as turn } from 'node:timers/promises'
import { type MessagePort, parentPort } from 'node:worker_threads'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import { failure } from '../../shared/api/endpoint.ts'
import { toAppError } from '../db/errors.ts'
import { versionOf } from '../db/migrate.ts'
import { connect } from '../db/open.ts'
import { verifyAudit } from '../records/audit.ts'
import { auditAfter, countsOf, lastOfAudit } from './inventory.ts'
import type { FromThread, Heard, Inventory, Task, ToThread, Word } from './messages.ts'

/** Where what SQLite does in one breath is done beside the engine: counting and proving a county's file takes seconds. */
if (!parentPort) throw new Error('this runs in a worker thread')
const port: MessagePort = parentPort
const tasks = new Map<number, Ears>()

port.on('message', (message: ToThread) => {
  if ('word' in message) return tasks.get(message.task)?.hear(message.word)
  const ears = new Ears(message.task)
  tasks.set(message.task, ears)
  void run(message.give, ears)
})

/** What one task says and is told. */
class Ears {
  readonly #task: number
  readonly #words = new Set<Word>()
  #heard: () => void = () => undefined

  constructor(task: number) {
    this.#task = task
  }

  tell(said: FromThread): void {
    const message: Heard = { task: this.#task, said }
    port.postMessage(message)
  }

  hear(word: Word): void {
    this.#words.add(word)
    this.#heard()
  }

  /** Until that word is said. */
  async until(word: Word): Promise<void> {
    while (!this.#words.has(word)) {
      this.refuseStopped()
      await new Promise<void>(resolve => {
        this.#heard = resolve
      })
    }
  }

  /** Between two calls into SQLite: lets other tasks have their turn, and ends here where nobody waits. */
  async pause(): Promise<void> {
    await turn()
    this.refuseStopped()
  }

  refuseStopped(): void {
    if (this.#words.has('stop')) throw new Stopped()
  }

  over(): void {
    tasks.delete(this.#task)
    const message: Heard = { task: this.#task, over: true }
    port.postMessage(message)
  }
}

class Stopped extends Error {}

type Work = (sqlite: SQLite.Database, ears: Ears, task: Task) => Promise<void>

async function run(task: Task, ears: Ears): Promise<void> {
  try {
    const sqlite = connect(task.path, task.key, true)
    try {
      // What is walked through once needs no large cache; comparing indexes goes to and fro.
      sqlite.pragma(`cache_size = ${task.thorough ? -131072 : -16384}`)
      await work[task.kind](sqlite, ears, task)
    } finally {
      sqlite.close()
    }
  } catch (cause) {
    const known = toAppError(cause)
    const refused = known && failure(known)
    if (refused && !refused.ok) ears.tell({ kind: 'failed', error: refused.error })
    else if (!(cause instanceof Stopped)) ears.tell({ kind: 'broke', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
  }
  for (const key of [task.key, task.next]) key?.fill(0)
  ears.over()
}

/** One snapshot, from 'begin' to 'release'. */
async function hold(sqlite: SQLite.Database, ears: Ears): Promise<void> {
  sqlite.pragma('query_only = ON')
  ears.tell({ kind: 'ready' })
  await ears.until('begin')
  sqlite.exec('BEGIN')
  const migration = versionOf(sqlite)
  const audit = lastOfAudit(sqlite)
  ears.tell({ kind: 'held' })
  ears.tell({ kind: 'inventory', inventory: { migration, audit, counts: countsOf(sqlite) } })
  await ears.until('release')
  sqlite.exec('COMMIT')
}

async function check(sqlite: SQLite.Database, ears: Ears, { thorough }: Task): Promise<void> {
  ears.tell({ kind: 'at', step: 'pages' })
  const pages = String(sqlite.pragma(thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }))
  ears.tell({ kind: 'at', step: 'audit' })
  const audit = await verifyAudit(async seq => {
    await ears.pause()
    return auditAfter(sqlite, seq)
  })
  await ears.pause()
  ears.tell({ kind: 'at', step: 'counts' })
  const inventory = inventoryOf(sqlite)
  const wrong = pages === 'ok' ? (audit.ok ? '' : `审计链不完整，${audit.why}`) : '数据页损坏'
  ears.tell({ kind: 'checked', wrong, inventory })
}

/** Page by page, in place: the copy is nobody's yet. */
async function rekey(sqlite: SQLite.Database, ears: Ears, { next }: Task): Promise<void> {
  if (!next) throw new Error('no key to change to')
  const inventory = inventoryOf(sqlite)
  await ears.pause()
  // A log would be as long as the file once more, and has its pages under the former key.
  sqlite.pragma('journal_mode = DELETE')
  sqlite.pragma(`rekey = "x'${Buffer.from(next).toString('hex')}'"`)
  ears.tell({ kind: 'rekeyed', inventory })
}

function inventoryOf(sqlite: SQLite.Database): Inventory {
  return { migration: versionOf(sqlite), audit: lastOfAudit(sqlite), counts: countsOf(sqlite) }
}

const work: Readonly<Record<Task['kind'], Work>> = { hold, check, rekey }
