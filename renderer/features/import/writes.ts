import { useSyncExternalStore } from 'react'
import { AppError } from '../../../shared/errors.ts'
import { call, type CallInput, type CallOutput } from '../../api/client.ts'
import { newJobId } from '../../app/jobs.tsx'

type Outcome = Omit<CallOutput<'import.write'>, 'faults'> & { readonly left: number; readonly year: number | null }

export type Write =
  | { readonly state: 'writing'; readonly job: string }
  | { readonly state: 'done'; readonly outcome: Outcome }
  | { readonly state: 'failed'; readonly error: unknown }

/** By file: an import goes on while the user looks at other places, and its result waits here. Only counts are kept, no rows. */
const writes = new Map<string, Write>()
const listeners = new Set<() => void>()

function note(file: string, state: Write | undefined) {
  if (state) writes.set(file, state)
  else writes.delete(file)
  for (const listener of listeners) listener()
}

const follow = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Where the writing of a file stands; undefined when none was begun. */
export const useWrite = (file: string): Write | undefined => useSyncExternalStore(follow, () => writes.get(file))

/** Writes the file: all of it or nothing; with `goodRows` what is without fault. `year` is the one it is about. */
export async function write(input: Omit<CallInput<'import.write'>, 'job'>, year: number | null): Promise<void> {
  const job = newJobId()
  note(input.file, { state: 'writing', job })
  try {
    const { faults, ...counts } = await call('import.write', { ...input, job })
    if (!counts.written) throw new AppError('import.faulty', { faults: faults.length })
    const left = new Set(faults.map(f => `${f.sheet} ${f.row}`)).size
    note(input.file, { state: 'done', outcome: { ...counts, left, year } })
  } catch (error) {
    note(input.file, { state: 'failed', error })
  }
}

/** Forgets what became of a file, so that it can be looked at again. */
export const forgetWrite = (file: string) => note(file, undefined)
