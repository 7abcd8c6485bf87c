import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../main/db/migrations/index.ts'
import { makeDemo } from '../demo/make.ts'
import { Random } from '../demo/random.ts'
import { acts } from './acts.ts'
import { type Death, type Ledger, live, momentFrom, prove } from './life.ts'
import { makeOlder } from './older.ts'
import { cost, fileOf, firstPassword, keyOf, tipOf } from './office.ts'

export interface Torture {
  readonly rounds: number
  readonly seed: string
  /** How often one office is killed at most, life after life. */
  readonly lives?: number
  say?(line: string): void
}

export interface Outcome {
  readonly seed: string
  readonly rounds: number
  readonly lives: number
  readonly killed: number
  /** Writes that were answered, by what they were. */
  readonly acknowledged: Readonly<Record<string, number>>
  /** What was in hand when it was killed. */
  readonly interrupted: Readonly<Record<string, number>>
  readonly faults: readonly { readonly round: number; readonly kind: string; readonly fault: string }[]
  readonly seconds: number
}

interface Base {
  readonly folder: string
  readonly office: string
  readonly key: string
}

/** What a round is about. */
const kinds = {
  work: Object.keys(acts),
  imports: ['importPeople', 'importOrganizations', 'undo', 'relock'],
  passwords: ['password', 'password', 'editPerson', 'relock'],
  keys: ['rekey', 'rekey', 'editPerson', 'password', 'attach'],
  backups: ['backup', 'backup', 'editPerson', 'attendance', 'attach'],
  older: Object.keys(acts),
}

/** Kills the program over and over and looks at what is left. Everything it makes is gone afterwards. */
export async function torture({ rounds, seed, lives: most = 2, say = () => undefined }: Torture): Promise<Outcome> {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'zugong-torture-'))
  const faults: Outcome['faults'][number][] = []
  const [acknowledged, interrupted] = [new Map<string, number>(), new Map<string, number>()]
  let [lives, killed] = [0, 0]
  try {
    const base = await makeBase(folder, seed)
    for (let round = 1; round <= rounds; round++) {
      const random = new Random(`${seed}/${round}`)
      const kind = random.weighted([
        ['work', 5],
        ['imports', 2],
        ['passwords', 2],
        ['backups', 2],
        ['keys', 3],
        ['older', 3],
      ])
      const { deaths, found } = await oneRound(base, kind, random, most)
      for (const death of deaths) {
        lives += 1
        killed += Number(death.killed)
        for (const [act, times] of Object.entries(death.acknowledged)) acknowledged.set(act, (acknowledged.get(act) ?? 0) + times)
        if (death.interrupted !== null) interrupted.set(death.interrupted, (interrupted.get(death.interrupted) ?? 0) + 1)
      }
      faults.push(...found.map(fault => ({ round, kind, fault })))
      say(
        `round ${round} of ${rounds}, ${kind}: ${deaths.map(d => (d.killed ? `killed in ${d.interrupted ?? 'between'}` : 'ended')).join(', ')}${found.length ? ` — ${found.join('; ')}` : ''}`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { seed, rounds, lives, killed, acknowledged: Object.fromEntries(acknowledged), interrupted: Object.fromEntries(interrupted), faults, seconds }
}

async function makeBase(folder: string, seed: string): Promise<Base> {
  const office = join(folder, 'base')
  const today = new Date().toISOString().slice(0, 10)
  await makeDemo({ scale: 'college', years: 1, seed, folder: office, password: firstPassword, today, cost })
  return { folder, office, key: await keyOf(office, firstPassword) }
}

/** An office of its own, killed once or several times, looked at after each. */
async function oneRound(
  { folder, office, key: first }: Base,
  kind: keyof typeof kinds,
  random: Random,
  most: number,
): Promise<{ deaths: Death[]; found: string[] }> {
  const place = join(folder, 'round')
  const copy = join(place, 'office')
  mkdirSync(place, { recursive: true })
  let key = first
  if (kind === 'older') await makeOlder(office, copy, key, random.int(1, migrations.length - 1))
  else cpSync(office, copy, { recursive: true })
  const file = fileOf(copy, key)
  const ledger: Ledger = { password: firstPassword, tip: tipOf(file.reader), touched: new Map() }
  await file.close()
  const deaths: Death[] = []
  const found: string[] = []
  const times = random.int(1, most)
  for (let n = 0; n < times && found.length === 0; n++) {
    // An older office is killed while it is brought up to date, others also when they have worked for a while.
    const moment = kind === 'older' && n === 0 ? random.pick([{ after: random.int(0, 700) }, { begun: 1, growing: true as const }]) : momentFrom(random)
    const order = { folder: copy, key, password: ledger.password, seed: String(random.next()), acts: 16, kinds: kinds[kind] }
    const death = await live(order, moment, ledger)
    deaths.push(death)
    found.push(...death.faults)
    const passwords = [ledger.password, ...(death.password === null ? [] : [death.password])]
    const after = await prove({ folder: copy, key, passwords, tip: ledger.tip, touched: [...ledger.touched.values()] }, place)
    found.push(...after.faults)
    ledger.password = after.password ?? ledger.password
    ledger.tip = after.tip ?? ledger.tip
    key = after.key
  }
  rmSync(place, { recursive: true, force: true })
  return { deaths, found }
}
