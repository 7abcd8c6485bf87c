import { spawn } from 'node:child_process'
import { bundleIfStale } from './bundle.ts'
import { hasDisplay } from './chromium-host/browser.ts'
import { freePort } from './free-port.ts'
import { ensureRuntime } from './runtime.ts'

const own = process.argv.slice(2)
const runtime = await ensureRuntime()
await bundleIfStale()
// Without a screen the only way to look at the window is to attach to it.
const port = hasDisplay || own.some(a => a.startsWith('--remote-debugging-port')) ? [] : [`--remote-debugging-port=${await freePort(9222)}`]
console.log(`Starting 组工台账 on ${runtime.name}. Ctrl+C ends it.`)
const program = spawn(runtime.command, [...runtime.args, ...port, ...own], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => program.kill(signal))
program.on('exit', code => process.exit(code ?? 1))
