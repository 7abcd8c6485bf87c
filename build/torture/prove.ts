import { existsSync, readFileSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { records } from '../../shared/domain/index.ts'
import { versionOf } from '../../main/db/migrate.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import type { Connections } from '../../main/db/open.ts'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { users } from '../demo/office.ts'
import { type Expectation, expectation, type Finding } from './messages.ts'
import { wrongCounts } from './counts.ts'
import { fileOf, firstPassword, type Program, programAt, tipOf } from './office.ts'
import { wrongTallies } from './tallies.ts'

/** A fresh process that opens an office after its death, looks into everything and tells what it found. */
const faults: string[] = []
const expected = expectation.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
const program = await programAt(expected.folder)
const password = await enter(program, expected.passwords)
const key = password === null ? expected.key : await askProgram(program)
await program.app.close()
const file = fileOf(expected.folder, key)
lookInto(file.writer, expected)
const finding: Finding = { faults, password, tip: tipOf(file.reader), key }
await file.close()
console.log(JSON.stringify(finding))

/** The password that opens; null, and a fault, where none does. */
async function enter({ call }: Program, passwords: readonly string[]): Promise<string | null> {
  for (const given of passwords) {
    try {
      await call('lobby.unlock', { user: users.clerk, password: given })
      return given
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause
      if (cause.code === 'session.wrongPassword') continue
      faults.push(`unlock: ${cause.code} ${JSON.stringify(cause.facts)}`)
      return null
    }
  }
  faults.push('unlock: neither the acknowledged password nor the one being set opens')
  return null
}

/** Gives the key that the database has now. */
async function askProgram({ app, call }: Program): Promise<string> {
  const verified = await call('audit.verify', {})
  if (!verified.ok) faults.push(`audit.verify: ${verified.why ?? ''} (${verified.brokenAt ?? '-'})`)
  await call('memory.put', { key: 'torture', value: verified.lines })
  if ((await call('memory.get', { key: 'torture' })) !== verified.lines) faults.push('what was written after the reopening is not there')
  const { backups } = await call('backup.state', {})
  for (const { name, wrong } of backups) if (wrong !== null) faults.push(`the backup ${name} has its name and is not whole: ${wrong}`)
  const [newest] = backups
  if (newest) await call('backup.prove', { name: newest.name, job: 'prove' })
  const { keys, keysCopy } = officeFiles(expected.folder)
  if (readFileSync(keys, 'utf8') !== readFileSync(keysCopy, 'utf8')) faults.push('the two key files differ after the reopening')
  if (readFileSync(keys, 'utf8').includes('"next"')) faults.push('a change of the key was not brought to an end')
  if (existsSync(officeFiles(expected.folder).rekeyed)) faults.push('half a database under another key was left')
  await call('lobby.unlock', { user: users.admin, password: firstPassword })
  return (await app.rawKey()).key
}

function lookInto(sqlite: Connections['writer'], { tip, touched }: Expectation): void {
  const one = (sql: string, ...values: unknown[]) =>
    sqlite
      .prepare(sql)
      .pluck()
      .get(...values)
  const integrity = sqlite.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') faults.push(`integrity_check: ${String(integrity)}`)
  const strangers = sqlite.prepare('PRAGMA foreign_key_check').all().length
  if (strangers > 0) faults.push(`foreign_key_check: ${strangers} rows`)
  if (versionOf(sqlite) !== migrations.length) faults.push(`version ${versionOf(sqlite)} after the reopening`)
  if (tip && one('SELECT chain FROM audit WHERE seq = ?', tip.seq) !== tip.chain) faults.push(`an acknowledged line of the audit is not there: ${tip.seq}`)
  for (const { type, id, version } of touched) {
    if (!Object.hasOwn(records, type)) throw new Error(`no record type ${type}`)
    const kept = one(`SELECT version FROM ${type} WHERE id = ?`, id)
    if (typeof kept !== 'number' || kept < version) faults.push(`${type} ${id}: acknowledged as version ${version}, kept as ${String(kept)}`)
  }
  faults.push(...wrongTallies(sqlite), ...wrongCounts(sqlite))
}
