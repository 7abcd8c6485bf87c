import { useCallback, useEffect, useRef, useState } from 'react'
import type { EndpointName } from '../../shared/api/contract.ts'
import { type CallInput, type CallOutput, call } from './client.ts'
import type { QueryName } from './reads.ts'

interface State<Output> {
  readonly isPending: boolean
  readonly error: Error | null
  /** What main replied, once it has. */
  readonly data: Output | undefined
}

interface Heard<Output> {
  onSuccess?(value: Output): void
  onError?(error: Error): void
}

export interface Command<Input, Output> extends State<Output> {
  /** Does it. What comes of it is told to who is still there to hear it. */
  mutate(input: Input, heard?: Heard<Output>): void
  /** Forgets what came of it, or what is still to come. */
  reset(): void
}

const idle = { isPending: false, error: null, data: undefined }

/** Something to be done. What is on screen follows by itself. */
export function useCommand<N extends Exclude<EndpointName, QueryName>>(name: N): Command<CallInput<N>, CallOutput<N>> {
  const [state, setState] = useState<State<CallOutput<N>>>(idle)
  // The answer to a former turn, or to a screen that is gone, is nobody's.
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )
  const mutate = useCallback(
    (input: CallInput<N>, { onSuccess, onError }: Heard<CallOutput<N>> = {}) => {
      const mine = ++turn.current
      setState({ ...idle, isPending: true })
      call(name, input).then(
        data => {
          if (mine !== turn.current) return
          setState({ ...idle, data })
          onSuccess?.(data)
        },
        (cause: unknown) => {
          if (mine !== turn.current) return
          const error = cause instanceof Error ? cause : new Error(String(cause))
          setState({ ...idle, error })
          onError?.(error)
        },
      )
    },
    [name],
  )
  const reset = useCallback(() => {
    turn.current++
    setState(idle)
  }, [])
  return { ...state, mutate, reset }
}
