import assert from 'node:assert/strict'
import { createHash, hash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { lineNames, recordNames } from '../../shared/domain/index.ts'
import { type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { bareConnection, county, officeOf, openOffice } from './offices.ts'

/** Seconds each: a few turns say enough. */
const turns = (quick: boolean) => (quick ? 1 : 3)

/** Every row of the audit and of the records it tells of, with the lines they own, read once in the order they lie in, and hashed as JSON. */
function readAndHash(sqlite: SQLite.Database): { lines: number } {
  let count = 0
  let chain = ''
  for (const row of sqlite.prepare<[], unknown[]>('SELECT * FROM audit ORDER BY seq').raw().iterate()) {
    chain = hash('sha256', `${chain}\n${JSON.stringify(row)}`)
    count += 1
  }
  for (const name of [...recordNames, ...lineNames]) {
    const sum = createHash('sha256')
    for (const row of sqlite.prepare<[], unknown[]>(`SELECT * FROM ${name}`).raw().iterate()) sum.update(JSON.stringify(row))
    sum.digest()
  }
  return { lines: count }
}

/** 核对审计链: the chain, and every record of the county against its last line. Floor: the same rows read once and hashed, compared with nothing. */
export const verify: Figure = {
  name: 'audit.verify',
  async measure({ quick, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const sqlite = bare()
    const verified = await call('audit.verify', {})
    assert.equal(verified.ok, true)
    assert.equal(readAndHash(sqlite).lines, verified.lines)
    const measured = await compare(
      turns(quick),
      () => timed(() => call('audit.verify', {})),
      () => timed(() => readAndHash(sqlite)),
    )
    sqlite.close()
    await close()
    return [times('audit.verify', measured, 2)]
  },
}

const chunk = 1 << 20

/** The file read, hashed, written and made durable; or only read and hashed. */
function pass(from: string, to?: string): void {
  const sum = createHash('sha256')
  const source = openSync(from, 'r')
  const target = to === undefined ? undefined : openSync(to, 'w')
  const bytes = Buffer.alloc(chunk)
  for (let read = readSync(source, bytes); read > 0; read = readSync(source, bytes)) {
    sum.update(bytes.subarray(0, read))
    if (target !== undefined) writeSync(target, bytes, 0, read)
  }
  sum.digest()
  if (target !== undefined) fsyncSync(target)
  for (const file of [source, target]) if (file !== undefined) closeSync(file)
}

/** What a proof cannot do without: SQLite's own check of every page (or of every index), the chain of the audit, a count of every table. */
function provePlainly(folder: string, key: string, pragma: 'quick_check' | 'integrity_check'): void {
  const sqlite = bareConnection(folder, key)
  assert.equal(sqlite.pragma(`${pragma}(1)`, { simple: true }), 'ok')
  let chain = ''
  for (const row of sqlite.prepare<[], object>('SELECT * FROM audit ORDER BY seq').iterate())
    chain = hash('sha256', `${chain}\n${JSON.stringify(Object.values(row))}`)
  for (const name of sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
    sqlite.prepare(`SELECT count(*) FROM "${String(name)}"`).get()
  sqlite.close()
}

/** 备份 and 再核对 of the county. Floor: the same bytes written, read back and hashed, and SQLite's own checks on the copy. */
export const backup: Figure = {
  name: 'backup',
  async measure({ quick, say }) {
    const folder = await officeOf(county, say)
    const { call, tokens, key, close } = await openOffice(folder)
    const [stick, plain] = [join(folder, '..', 'bench-stick'), join(folder, '..', 'bench-plain')]
    for (const place of [stick, plain]) mkdirSync(place, { recursive: true })
    try {
      await call('backup.setFolder', { folder: tokens.offer(stick) })
      const { database } = officeFiles(folder)
      const copy = officeFiles(plain).database
      const onCopy = (pragma: Parameters<typeof provePlainly>[2], from: string, alsoWrite: boolean) => () =>
        timed(() => {
          if (alsoWrite) pass(from, join(plain, 'written'))
          pass(alsoWrite ? join(plain, 'written') : from, copy)
          provePlainly(plain, key, pragma)
        })
      const made = await compare(turns(quick), () => timed(() => call('backup.run', { job: 'bench' })), onCopy('quick_check', database, true))
      // Of one day only the newest stays.
      const { name } = await call('backup.run', { job: 'bench' })
      const proved = await compare(turns(quick), () => timed(() => call('backup.prove', { name, job: 'bench' })), onCopy('integrity_check', database, false))
      say(`the county’s file has ${Math.round(statSync(database).size / 2 ** 20)} MB`)
      return [times('backup.run', made, 1.5), times('backup.prove', proved, 1.5)]
    } finally {
      await close()
      for (const place of [stick, plain]) rmSync(place, { recursive: true, force: true })
    }
  },
}
