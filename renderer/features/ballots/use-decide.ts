import { useRef, useState } from 'react'
import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { call, type CallInput } from '../../api/client.ts'

type Input = CallInput<'ballot.decide'>
export type DecisionInput = Input['decisions'][number]

export interface Deciding {
  /** What was chosen and is not on file yet, by row. */
  readonly waiting: ReadonlyMap<number, BallotGrade | null>
  readonly error: unknown
  /** One after the other, in the order they were made. */
  decide(decisions: readonly DecisionInput[], onDone?: (changed: number) => void): void
  forgetError(): void
}

/** Writes 组织评定 as it is made; each stands on screen at once. */
export function useDecide(ballotId: string, decidedOn: string): Deciding {
  const [waiting, setWaiting] = useState<ReadonlyMap<number, BallotGrade | null>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const last = useRef(Promise.resolve())
  return {
    waiting,
    error,
    forgetError: () => setError(null),
    decide(decisions, onDone) {
      setError(null)
      setWaiting(before => new Map([...before, ...decisions.map(d => [d.row, d.grade] as const)]))
      last.current = last.current.then(async () => {
        try {
          const { changed } = await call('ballot.decide', { ballotId, decidedOn, decisions: [...decisions] })
          onDone?.(changed)
        } catch (failure) {
          setError(failure)
        }
        setWaiting(before => new Map([...before].filter(([row, grade]) => !decisions.some(d => d.row === row && d.grade === grade))))
      })
    },
  }
}
