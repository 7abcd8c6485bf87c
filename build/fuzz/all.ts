import { fuzzCalls, fuzzDoor, fuzzDrafts } from './calls.ts'
import { fuzzCases } from './cases.ts'
import { fuzzKeyFiles, fuzzWorkbooks } from './files.ts'
import { type Bench, makeBench } from './office.ts'
import { fuzzBackups } from './backups.ts'
import { fuzzSheets } from './sheets.ts'
import { fuzzUpdates } from './updates.ts'
import type { Effort, Verdict } from './trial.ts'

/** Each reader with its part of the inputs: cheap ones get more. */
const readers: readonly (readonly [share: number, attempt: (bench: Bench, effort: Effort) => Promise<Verdict>])[] = [
  [0.2, fuzzWorkbooks],
  [0.02, fuzzCases],
  [0.1, fuzzSheets],
  [0.1, fuzzKeyFiles],
  [0.1, fuzzUpdates],
  [0.05, fuzzBackups],
  [0.25, fuzzCalls],
  [0.15, fuzzDrafts],
  [0.05, fuzzDoor],
]

/** Everything that comes from outside, read broken. The office it is tried on is gone afterwards. */
export async function fuzz({ inputs, seed }: Effort, say: (verdict: Verdict) => void = () => undefined): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  for (const [share, attempt] of readers) {
    const bench = await makeBench()
    try {
      const verdict = await attempt(bench, { inputs: Math.ceil(inputs * share), seed })
      verdicts.push(verdict)
      say(verdict)
    } finally {
      await bench.remove()
    }
  }
  return verdicts
}
