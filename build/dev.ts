import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { freePort } from './free-port.ts'
import { root } from './root.ts'
import { ensureRuntime } from './runtime.ts'

const watched = ['main', 'renderer', 'shared']
const settleMilliseconds = 300

const runtime = await ensureRuntime()
const port = await freePort(9222)
let program: ChildProcess | undefined
let restarting = false

/** Rebuilds everything and starts the program again: both take a second or two, and nothing stale is ever on the screen. */
async function restart(): Promise<void> {
  try {
    await bundle('development')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return
  }
  await stop()
  const started = spawn(runtime.command, [...runtime.args, `--remote-debugging-port=${port}`], { stdio: 'inherit' })
  program = started
  started.once('exit', code => {
    if (program === started && !restarting) process.exit(code ?? 0)
  })
}

async function stop(): Promise<void> {
  if (!program || program.exitCode !== null) return
  restarting = true
  const ended = new Promise(resolve => program?.once('exit', resolve))
  program.kill('SIGTERM')
  await ended
  restarting = false
}

let timer: NodeJS.Timeout | undefined
let work = restart()
for (const folder of watched) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => (work = work.then(restart)), settleMilliseconds)
  })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().then(() => process.exit(0)))
