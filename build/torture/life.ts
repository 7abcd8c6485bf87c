import { spawn } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../demo/random.ts'
import { type Expectation, type Finding, finding, type Tip, type Touched, type WorkOrder, workerLine } from './messages.ts'
import { walOf } from './office.ts'

/** What has been acknowledged in an office, life after life. */
export interface Ledger {
  password: string
  tip: Tip | null
  readonly touched: Map<string, Touched>
}

export interface Death {
  readonly killed: boolean
  /** What was in hand. */
  readonly interrupted: string | null
  /** Another password that may be in force. */
  readonly password: string | null
  readonly acknowledged: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

/** When to kill: so long after it is ready; so long after an act has begun; or as soon as the log has grown in an act, in the middle of the commit. */
type Moment = { readonly after: number } | { readonly begun: number; readonly later: number } | { readonly begun: number; readonly growing: true }

export function momentFrom(random: Random): Moment {
  const begun = random.int(1, 14)
  return random.pick([
    { after: random.int(0, 1500) },
    { begun, later: random.int(0, 12) },
    { begun, later: random.int(0, 300) },
    { begun, later: random.int(0, 1200) },
    { begun, growing: true },
    { begun, growing: true },
  ])
}

const logSize = (folder: string) => statSync(walOf(folder), { throwIfNoEntry: false })?.size ?? 0

/** One life of the worker, ended by SIGKILL or by itself. What it was told is written to the ledger. */
export async function live(order: WorkOrder, moment: Moment, ledger: Ledger): Promise<Death> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'work.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const faults: string[] = []
  const acknowledged: Record<string, number> = {}
  let [begun, errors] = [0, '']
  let interrupted: string | null = null
  let password: string | null = null
  const kill = () => child.kill('SIGKILL')
  const killLater = (ms: number) => setTimeout(kill, ms)
  const timers = [killLater(60_000)]
  const inHand = () => child.exitCode === null && child.signalCode === null && interrupted !== null
  const watchLog = async () => {
    const size = logSize(order.folder)
    while (inHand() && logSize(order.folder) === size) await pause(1)
    kill()
  }
  child.stderr.on('data', text => (errors += String(text)))
  const ended = new Promise<{ code: number | null; signal: string | null }>(resolve => child.once('close', (code, signal) => resolve({ code, signal })))
  const reading = (async () => {
    for await (const text of createInterface({ input: child.stdout })) {
      const line = workerLine.parse(JSON.parse(text))
      if (line.say === 'ready' && 'after' in moment) timers.push(killLater(moment.after))
      if (line.say === 'begin') {
        begun += 1
        interrupted = line.act
        password = line.password ?? null
        if ('begun' in moment && moment.begun === begun) {
          if ('later' in moment) timers.push(killLater(moment.later))
          else void watchLog()
        }
      }
      if (line.say === 'done') {
        ledger.tip = line.tip
        ledger.password = line.password ?? ledger.password
        for (const one of line.touched) ledger.touched.set(one.id, one)
        acknowledged[line.act] = (acknowledged[line.act] ?? 0) + 1
      }
      if (line.say === 'refused' && !expectedRefusals.includes(line.code)) faults.push(`${line.act} was refused: ${line.code}`)
      if (line.say === 'done' || line.say === 'refused') [interrupted, password] = [null, null]
    }
  })()
  const { code, signal } = await ended
  await reading
  for (const timer of timers) clearTimeout(timer)
  const killed = signal === 'SIGKILL'
  if (!killed && code !== 0) faults.push(`the worker ended with ${code ?? signal}: ${errors.slice(-2000)}`)
  return { killed, interrupted: killed ? interrupted : null, password: killed ? password : null, acknowledged, faults }
}

/** Nothing to take back, or taken back already. */
const expectedRefusals = ['undo.nothing', 'undo.overtaken', 'record.inUse']

/** What a fresh process finds. One that does not answer is a fault, too. */
export async function prove(expected: Expectation, papers: string): Promise<Finding> {
  const asked = join(papers, 'expected.json')
  writeFileSync(asked, JSON.stringify(expected))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'prove.ts'), asked], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })
  let [answer, errors] = ['', '']
  child.stdout.on('data', text => (answer += String(text)))
  child.stderr.on('data', text => (errors += String(text)))
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  if (code !== 0) return { faults: [`the reopening ended with ${code}: ${errors.slice(-3000)}`], password: null, tip: null, key: expected.key }
  return finding.parse(JSON.parse(answer))
}
