import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import { failure } from '../../shared/api/endpoint.ts'
import { toAppError } from '../db/errors.ts'
import { versionOf } from '../db/migrate.ts'
import { connect } from '../db/open.ts'
import { verifyAudit } from '../records/audit.ts'
import { auditAfter, countsOf, lastOfAudit } from './inventory.ts'
import type { FromThread, Inventory, Task } from './messages.ts'

/** A thread of its own for what SQLite does in one breath: counting and proving a county's file takes seconds. */
if (!parentPort) throw new Error('this runs in a worker thread')
const port: MessagePort = parentPort
const tell = (message: FromThread) => port.postMessage(message)
const task: Task = workerData

void run()

async function run(): Promise<void> {
  try {
    const sqlite = connect(task.path, task.key, true)
    try {
      // What is walked through once needs no large cache; comparing indexes goes to and fro.
      sqlite.pragma(`cache_size = ${task.thorough ? -131072 : -16384}`)
      await (task.kind === 'hold' ? hold(sqlite) : check(sqlite))
    } finally {
      sqlite.close()
    }
  } catch (cause) {
    const known = toAppError(cause)
    const refused = known && failure(known)
    if (refused && !refused.ok) tell({ kind: 'failed', error: refused.error })
    else tell({ kind: 'broke', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
  }
  task.key.fill(0)
  port.close()
}

/** One snapshot, from 'begin' to 'release'. */
async function hold(sqlite: SQLite.Database): Promise<void> {
  sqlite.pragma('query_only = ON')
  const told = () => once(port, 'message')
  const begun = told()
  tell({ kind: 'ready' })
  await begun
  sqlite.exec('BEGIN')
  const migration = versionOf(sqlite)
  const audit = lastOfAudit(sqlite)
  const released = told()
  tell({ kind: 'held' })
  tell({ kind: 'inventory', inventory: { migration, audit, counts: countsOf(sqlite) } })
  await released
  sqlite.exec('COMMIT')
}

async function check(sqlite: SQLite.Database): Promise<void> {
  tell({ kind: 'at', step: 'pages' })
  const pages = String(sqlite.pragma(task.thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }))
  tell({ kind: 'at', step: 'audit' })
  const audit = await verifyAudit(async seq => auditAfter(sqlite, seq))
  tell({ kind: 'at', step: 'counts' })
  const inventory: Inventory = { migration: versionOf(sqlite), audit: lastOfAudit(sqlite), counts: countsOf(sqlite) }
  const wrong = pages === 'ok' ? (audit.ok ? '' : `审计链不完整，${audit.why}`) : '数据页损坏'
  tell({ kind: 'checked', wrong, inventory })
}
