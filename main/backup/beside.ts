import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FromThread, Task, ToThread } from './messages.ts'

/** Bundled it lies beside the engine under its own name; in development it is the source. */
const bundled = !import.meta.url.endsWith('.ts')
const file = new URL(bundled ? './backup.cjs' : './thread.ts', import.meta.url)

/** What works beside the engine on one task. */
export interface Beside {
  tell(message: ToThread): void
  /** Ends it; a call into SQLite comes to its end first. */
  end(): Promise<void>
}

interface Ear {
  heard(message: FromThread): void
  /** It is over; with what broke it, where something did. */
  over(cause?: unknown): void
}

/**
 * A thread in the program; where Node runs the sources (console, tests) a process of its own: SQLite's binding has been seen
 * to bring a process down when one of its threads ended.
 */
export const beside = (task: Task, ear: Ear): Beside => (bundled ? besideAsThread(task, ear) : besideAsProcess(task, ear))

function besideAsThread(task: Task, ear: Ear): Beside {
  // A copy: the thread wipes its own when it is done.
  const worker = new Worker(file, { workerData: { ...task, key: Uint8Array.from(task.key) }, execArgv: [] })
  worker.on('message', (message: FromThread) => ear.heard(message))
  worker.on('error', cause => ear.over(cause))
  worker.once('exit', () => ear.over())
  return { tell: message => worker.postMessage(message), end: async () => void (await worker.terminate()) }
}

function besideAsProcess(task: Task, ear: Ear): Beside {
  const child = fork(fileURLToPath(file), { execArgv: [], serialization: 'advanced' })
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => {
      ear.over()
      resolve()
    })
  })
  child.on('message', (message: FromThread) => ear.heard(message))
  child.on('error', cause => ear.over(cause))
  child.send(task)
  return {
    // One that has ended hears nothing more.
    tell: message => void (child.connected && child.send(message)),
    async end() {
      child.kill()
      await ended
    },
  }
}
