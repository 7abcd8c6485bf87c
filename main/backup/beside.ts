import { Worker } from 'node:worker_threads'
import type { FromThread, Heard, Task, ToThread, Word } from './messages.ts'

/** Bundled it lies beside the engine under its own name; in development it is the source. */
const file = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './backup.cjs', import.meta.url)

/** What works beside the engine on one task. */
export interface Beside {
  tell(word: Word): void
}

export interface Ear {
  heard(message: FromThread): void
  /** It is over; with what broke it, where something did. */
  over(cause?: unknown): void
}

/**
 * The second thread: begun with the first task, and never ended while the program runs. SQLite's binding has been seen to
 * bring the process down when one of its threads ended; what does not end cannot.
 */
let thread: Worker | undefined
const inHand = new Map<number, Ear>()
let last = 0

/** Gives the second thread a task. Several may be in hand; they take turns between two calls into SQLite. */
export function beside(task: Task, ear: Ear): Beside {
  const number = ++last
  const worker = (thread ??= begin())
  // A program with nothing else to do waits for its tasks, and for nothing of an idle thread.
  worker.ref()
  inHand.set(number, ear)
  const say = (message: ToThread) => void (inHand.has(number) && worker.postMessage(message))
  // A copy: the thread wipes its own when it is done.
  say({ task: number, give: { ...task, key: Uint8Array.from(task.key), ...(task.next && { next: Uint8Array.from(task.next) }) } })
  return { tell: word => say({ task: number, word }) }
}

function begin(): Worker {
  const worker = new Worker(file, { execArgv: [] })
  worker.on('message', (message: Heard) => {
    if ('said' in message) return inHand.get(message.task)?.heard(message.said)
    const ear = inHand.get(message.task)
    inHand.delete(message.task)
    if (inHand.size === 0) worker.unref()
    ear?.over()
  })
  worker.on('error', lost)
  worker.once('exit', code => lost(new Error(`the second thread ended with ${code}`)))
  return worker
}

/** It broke, which it may by running out of memory: whoever waits hears it, and the next task begins another. */
function lost(cause: unknown): void {
  thread = undefined
  const waiting = [...inHand.values()]
  inHand.clear()
  for (const ear of waiting) ear.over(cause)
}
