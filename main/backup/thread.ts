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
const port: MessagePort | null = parentPort
/** The next word of whoever asked: the engine's thread, or the process that started this one. */
const told = async (): Promise<unknown> => {
  const [message]: unknown[] = port ? await once(port, 'message') : await once(process, 'message')
  return message
}
const tell = (message: FromThread): void => void (port ? port.postMessage(message) : process.send?.(message))

void run()

async function run(): Promise<void> {
  const task: unknown = port ? workerData : await told()
  if (!isTask(task)) throw new Error('a task is asked for')
  try {
    const sqlite = connect(task.path, task.key, true)
    try {
      // What is walked through once needs no large cache; comparing indexes goes to and fro.
      sqlite.pragma(`cache_size = ${task.thorough ? -131072 : -16384}`)
      await (task.kind === 'hold' ? hold(sqlite) : check(sqlite, task.thorough))
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
  if (port) port.close()
  else process.disconnect()
}

const isTask = (given: unknown): given is Task => typeof given === 'object' && given !== null && 'path' in given && 'key' in given

/** One snapshot, from 'begin' to 'release'. */
async function hold(sqlite: SQLite.Database): Promise<void> {
  sqlite.pragma('query_only = ON')
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

async function check(sqlite: SQLite.Database, thorough: boolean): Promise<void> {
  tell({ kind: 'at', step: 'pages' })
  const pages = String(sqlite.pragma(thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }))
  tell({ kind: 'at', step: 'audit' })
  const audit = await verifyAudit(async seq => auditAfter(sqlite, seq))
  tell({ kind: 'at', step: 'counts' })
  const inventory: Inventory = { migration: versionOf(sqlite), audit: lastOfAudit(sqlite), counts: countsOf(sqlite) }
  const wrong = pages === 'ok' ? (audit.ok ? '' : `审计链不完整，${audit.why}`) : '数据页损坏'
  tell({ kind: 'checked', wrong, inventory })
}
