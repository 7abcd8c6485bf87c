import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../build/root.ts'

interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly { readonly from: string; readonly typesOnly: boolean; readonly later: boolean }[]
}

const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g

/** Imports of ours as paths of the project, others by package name. */
function importsOf(path: string, text: string): Source['imports'] {
  return [...text.matchAll(statement)].map(([, , type, still, lazy]) => {
    const name = still ?? lazy ?? ''
    return { from: name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name, typesOnly: type !== undefined, later: lazy !== undefined }
  })
}

const sources: readonly Source[] = ['shared', 'main', 'renderer', 'build', 'test']
  .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file).replaceAll('\\', '/')))
  .filter(path => /\.tsx?$/.test(path))
  .map(path => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })

interface Ban {
  readonly files: RegExp
  readonly except?: RegExp
  readonly banned: RegExp
  /** Types may cross. */
  readonly typesAllowed?: true
  readonly why: string
}

const ours = /^(shared|main|renderer|build|test)\//

/** Who must not import whom: docs/architecture.md, section 3. */
const bans: readonly Ban[] = [
  { files: /^(shared|main|renderer)\//, except: /^main\/(electron\/|main\.ts|preload\.ts)/, banned: /^electron$/, why: 'Electron is an adapter at the rim' },
  {
    files: /^main\/electron\//,
    banned: /^main\/(features|records|db|backup|ballots|cadres|procedures|lobby|search|quotas|policies|due|imports|jobs)\//,
    why: 'the rim knows ports, not business',
  },
  {
    files: /^main\/(app|backup|cadres|records|db|jobs|files|lobby|search|quotas|policies|selection|supervision|due|shipped|imports|features|console|update)\//,
    banned: /^main\/(electron|engine)\//,
    why: 'the application runs without a window',
  },
  {
    files: /^main\/(app|backup|cadres|records|db|jobs|files|lobby|search|quotas|policies|selection|supervision|due|shipped|update)\//,
    except: /^main\/app\/(app|features)\.ts$/,
    banned: /^main\/features\//,
    why: 'only the door lists the features',
  },
  { files: /^main\/db\/migrations\/\d/, banned: ours, why: 'a released migration is frozen' },
  { files: /^main\/db\/migrations\/\d/, banned: /^(?!kysely$)[^.]/, why: 'a migration needs kysely and nothing else' },
  { files: /^shared\//, banned: /^(main|renderer|build|test)\//, why: 'shared is the ground' },
  { files: /^shared\//, banned: /^(node:|react|@mui|kysely|better-sqlite3)/, why: 'shared runs in every process' },
  { files: /^shared\/records\//, banned: /^shared\/(?!records\/|rules\/)/, why: 'what a record type is knows no record type' },
  { files: /^shared\/domain\//, banned: /^shared\/api\//, why: 'record types stand below the contract' },
  { files: /^shared\/policies\//, banned: /^(?!shared\/policies\/)/, why: 'what the documents say is data' },
  { files: /^shared\/rules\//, banned: /^shared\/(api|records|errors)/, typesAllowed: true, why: 'rules are functions of values' },
  { files: /^renderer\//, banned: /^main\//, why: 'the process border is the security border' },
  { files: /^renderer\/(ballots|procedures|quotas|records)\//, banned: /^renderer\/features\//, why: 'a kit serves features and knows none' },
  { files: /^renderer\//, banned: /^node:/, why: 'a sandboxed page has no Node' },
  { files: /^main\//, banned: /^renderer\//, why: 'main knows no screen' },
  {
    files: /^(shared|main|renderer)\//,
    banned: /^(build|test)\/|^(vitest|playwright-core|@testing-library|fast-check)/,
    why: 'nothing that ships needs a test or the build',
  },
]

test.each(bans)('$files never imports $banned: $why', ({ files, except, banned, typesAllowed }) => {
  const broken = sources
    .filter(s => files.test(s.path) && !except?.test(s.path))
    .flatMap(s => s.imports.filter(i => banned.test(i.from) && !(typesAllowed && i.typesOnly)).map(i => `${s.path} imports ${i.from}`))
  expect(broken).toEqual([])
})

test.each(['main', 'renderer'])('features of %s do not import each other', side => {
  const feature = (path: string) => new RegExp(`^${side}/features/([^/]+)/`).exec(path)?.[1]
  const broken = sources.flatMap(s => {
    const own = feature(s.path)
    return own === undefined ? [] : s.imports.filter(i => feature(i.from) !== undefined && feature(i.from) !== own).map(i => `${s.path} imports ${i.from}`)
  })
  expect(broken).toEqual([])
})

const shipped = sources.filter(s => /^(shared|main|renderer)\//.test(s.path))

test('nothing in shared asks the clock: days and instants are arguments', () => {
  expect(shipped.filter(s => s.path.startsWith('shared/') && /\bDate\.now\b|new Date\(\s*\)/.test(s.text)).map(s => s.path)).toEqual([])
})

/** Everything that is read when a file is, as far as it is not fetched later. */
function readWith(entry: string, known = new Set<string>()): Set<string> {
  if (known.has(entry)) return known
  known.add(entry)
  const source = sources.find(s => s.path === entry)
  for (const { from, typesOnly, later } of source?.imports ?? []) if (!typesOnly && !later) readWith(from, known)
  return known
}

/** What must be there before the first screen, and what would hold it up: docs/bench.md. */
test.each([
  ['renderer/main.tsx', /^(@mui|@emotion|@tanstack|recharts|zod)|^shared\/api\/contract|^renderer\/records\//, 'the lobby stands on React alone'],
  ['main/main.ts', /^zod|^shared\/api\/contract/, 'the window opens before anything is judged'],
  [
    'main/engine/worker.ts',
    /^(kysely|better-sqlite3)|^shared\/(api\/contract|domain)|^main\/(app\/app|db|features|records)/,
    'the lobby is answered without the application',
  ],
])('%s reads nothing of %s: %s', (entry, banned) => {
  const read = readWith(entry)
  expect(read.size).toBeGreaterThan(5)
  expect([...read].filter(path => banned.test(path))).toEqual([])
})

test('what a file gives has a name: no default export, no barrel', () => {
  expect(shipped.filter(s => /^export default\b/m.test(s.text)).map(s => s.path)).toEqual([])
  expect(sources.filter(s => /^export \* from\b/m.test(s.text)).map(s => s.path)).toEqual([])
})

test('every import of ours names the file with its suffix', () => {
  const broken = sources.flatMap(s =>
    s.imports.filter(i => ours.test(i.from) && !/\.(tsx?|css|json|svg|png)$/.test(i.from)).map(i => `${s.path} imports ${i.from}`),
  )
  expect(broken).toEqual([])
})

test('only main/supervision reads past what a user may see: elsewhere a name means the view of it', () => {
  expect(shipped.filter(s => s.text.includes('withSchema') && !s.path.startsWith('main/supervision/')).map(s => s.path)).toEqual([])
})

/** Longer than a reader wants, and why they stay whole. */
const longFiles: Readonly<Record<string, string>> = {
  'shared/policies/advancedness-plan.ts': 'the clauses of one document',
  'shared/policies/education-mechanisms.ts': 'the clauses of one document',
  'shared/policies/lasting-mechanisms.ts': 'the clauses of one document',
}

test('a file that ships is short enough to read: 250 lines, or a reason', () => {
  const long = shipped.filter(s => s.text.split('\n').length - 1 > 250).map(s => s.path)
  expect(long.toSorted()).toEqual(Object.keys(longFiles).toSorted())
})
