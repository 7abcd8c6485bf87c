import type { Bridge, Push } from '../../shared/api/bridge.ts'
import type { Contract, EndpointName } from '../../shared/api/contract.ts'
import type { CallOf, OutputOf, Reply } from '../../shared/api/endpoint.ts'
import { AppError } from '../../shared/errors.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

export type CallInput<N extends EndpointName> = CallOf<Contract[N]>
export type CallOutput<N extends EndpointName> = OutputOf<Contract[N]>

/** Asks main. Throws the `AppError` that main replied with. */
export async function call<N extends EndpointName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = (await window.bridge.call(name, input)) as Reply<CallOutput<N>>
  if (reply.ok) return reply.value
  throw new AppError(reply.error.code, reply.error.facts)
}

/** What main tells without being asked. Returns the way to stop listening. */
export const subscribe = (listener: (push: Push) => void): (() => void) => window.bridge.subscribe(listener)
