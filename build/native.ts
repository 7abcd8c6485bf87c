import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { needsOf } from './packed/elf.ts'
import { aboveFloor, needWords } from './packed/floor.ts'
import { root } from './root.ts'

/**
 * Builds the database's binary from the source that lies in its package, for Linux systems older than the floor, and puts it in the
 * place of the ready-made one, so that program, tests and packages take it. Run on the oldest system that is to be served (or in a
 * container of it): what it is built on is what it needs. Nothing is fetched. docs/manual/older-linux.md
 */
const { values } = parseArgs({ options: { to: { type: 'string' } } })
const name = `${process.platform}-${process.arch}.node`
const source = join(root, 'node_modules/better-sqlite3-multiple-ciphers')
const place = values.to ?? join(source, 'prebuilds', name)

if (process.platform !== 'linux') stop('Only Linux has systems that need this.')
const headers = headersOfNode()
// Inside the project, so that what the source asks for is found in node_modules.
const work = mkdtempSync(join(root, 'dist/native-'))
try {
  for (const part of ['binding.gyp', 'package.json', 'src', 'deps', 'lib']) cpSync(join(source, part), join(work, part), { recursive: true })
  build()
  const built = join(work, 'build/Release/better_sqlite3.node')
  prove(built)
  const needs = needsOf(readFileSync(built))
  cpSync(built, `${place}.part`)
  renameSync(`${place}.part`, place)
  console.log(`${place}\nneeds ${needWords(needs)}`)
  const above = aboveFloor(needs)
  console.log(
    above.length === 0 ? 'That is within the floor of build/packed/floor.ts.' : `That is above the floor of build/packed/floor.ts: ${above.join('; ')}`,
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}

function build(): void {
  const gyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js')
  const args = ['rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '--jobs=max']
  // libstdc++ comes along: old systems have one that C++20 does not fit.
  const env = { ...process.env, LDFLAGS: '-static-libstdc++ -static-libgcc', npm_config_devdir: join(work, 'devdir') }
  const { status, error } = spawnSync(process.execPath, [gyp, ...args], { cwd: work, stdio: 'inherit', env })
  if (error || status !== 0) stop('The build failed. It needs python3, make and g++ 10 or newer: apt-get install -y python3 make g++')
}

/** Opens an encrypted database with it, closes it, and reads it again with the right key and with a wrong one. */
function prove(binary: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-native-'))
  const script = `
    const Database = require(${JSON.stringify(source)})
    const open = key => { const db = new Database(${JSON.stringify(join(folder, 'x.db'))}, { nativeBinding: ${JSON.stringify(binary)} }); db.pragma("cipher = 'sqlcipher'"); db.pragma('legacy = 4'); db.pragma("key = 'x'".replace('x', key)); return db }
    const db = open('right'); db.exec("CREATE TABLE t (a); INSERT INTO t VALUES ('组工')"); db.close()
    if (open('right').prepare('SELECT a FROM t').pluck().get() !== '组工') throw new Error('not read back')
    let refused = false
    try { open('wrong').prepare('SELECT a FROM t').get() } catch { refused = true }
    if (!refused) throw new Error('opened with a wrong key')`
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  if (status !== 0) stop(`What was built does not work:\n${stderr}`)
}

/** Node's headers come with the project's own Node package; ZUGONG_NODE_HEADERS names another folder that has include/node. */
function headersOfNode(): string {
  const candidates = [
    process.env['ZUGONG_NODE_HEADERS'],
    join(root, `node_modules/node/node_modules/node-linux-${process.arch}`),
    join(root, `node_modules/node-linux-${process.arch}`),
    dirname(dirname(process.execPath)),
  ]
  const found = candidates.find(folder => folder !== undefined && existsSync(join(folder, 'include/node/node_api.h')))
  return found ?? stop('Node’s headers are not here. Run npm ci, or set ZUGONG_NODE_HEADERS to a folder that has include/node.')
}

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}
