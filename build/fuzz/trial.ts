import fc from 'fast-check'
import { setTimeout as pause } from 'node:timers/promises'

/** What came of many inputs to one reader. */
export interface Verdict {
  readonly name: string
  readonly inputs: number
  /** The most that one input cost, in milliseconds of computing. */
  readonly slowest: number
  /** The first thing that went wrong, with the input made as small as it can be. */
  readonly fault: string | null
}

export interface Effort {
  readonly inputs: number
  readonly seed: number
}

/** Computing time, not waiting: a busy machine is no hang. */
const limit = 1000

/** Tries a reader with so many inputs. `attempt` throws where it does what it must not. */
export async function trial<T>(name: string, { inputs, seed }: Effort, input: fc.Arbitrary<T>, attempt: (given: T) => Promise<void>): Promise<Verdict> {
  let slowest = 0
  const property = fc.asyncProperty(input, async given => {
    const before = process.cpuUsage()
    const late = new AbortController()
    const overdue = pause(60_000, undefined, { signal: late.signal }).then(
      () => Promise.reject(new Error('no answer in a minute')),
      () => undefined,
    )
    try {
      await Promise.race([attempt(given), overdue])
    } finally {
      late.abort()
    }
    const { user, system } = process.cpuUsage(before)
    const took = (user + system) / 1000
    slowest = Math.max(slowest, took)
    if (took > limit) throw new Error(`${Math.round(took)} ms of computing`)
  })
  const { failed, numRuns, counterexample, errorInstance } = await fc.check(property, { numRuns: inputs, seed, interruptAfterTimeLimit: 30 * 60_000 })
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return { name, inputs: numRuns, slowest: Math.round(slowest), fault: failed ? `${why} — ${fc.stringify(counterexample).slice(0, 2000)}` : null }
}
